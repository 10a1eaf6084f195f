// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "app/instance.h"

#include "core/base/log.h"
#include "core/control/datafolder.h"
#include "core/store/filesafety.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace omni::app {

using control::ExitCode;

OrProblem<std::unique_ptr<Instance>> Instance::claim(const QString &dataFolder)
{
    if (auto prepared = store::prepareDataDir(dataFolder); !prepared)
        return tl::unexpected(
            StartProblem{.exit = ExitCode::NotPermitted, .message = prepared.error().detail});
    std::unique_ptr<Instance> instance(new Instance(control::lockFilePath(dataFolder)));
    // Only a dead holder makes a lock stale, never its age.
    instance->m_lock.setStaleLockTime(0);
    if (instance->m_lock.tryLock())
        return instance;
    if (instance->m_lock.error() == QLockFile::PermissionError)
        return tl::unexpected(
            StartProblem{.exit = ExitCode::NotPermitted,
                         .message = u"The data folder %1 cannot be written: its permissions do "
                                    "not allow it. Run: chmod u+rwx '%1'"_s.arg(dataFolder)});
    qint64 pid = 0;
    QString host;
    QString program;
    instance->m_lock.getLockInfo(&pid, &host, &program);
    return tl::unexpected(StartProblem{
        .exit = ExitCode::Conflict,
        .message = u"OmniRoute already runs for the data folder %1 (process %2). See it with: "
                   "omniroute status; stop it with: omniroute stop; or choose another folder with "
                   "--data-dir."_s.arg(dataFolder, QString::number(pid))});
}

void openLog(const QString &dataFolder, bool toStderr)
{
    const QString folder = dataFolder + u"/logs"_s;
    QDir().mkpath(folder);
    base::LogSink::install({.file = folder + u"/omniroute.log"_s, .toStderr = toStderr});
}

StartProblem startProblem(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::Network:
        return {.exit = ExitCode::Conflict,
                .message =
                    error.detail + u" Stop that program, or choose another port: --port N."_s};
    case base::ErrorCode::Internal:
    case base::ErrorCode::Unsupported:
        return {.exit = ExitCode::Failed, .message = error.detail};
    default:
        return {.exit = control::exitCodeFor(error.code), .message = error.detail};
    }
}

} // namespace omni::app
