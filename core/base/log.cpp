// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/log.h"

#include "core/base/json.h"

#include <QDateTime>
#include <QFile>

#include <deque>
#include <map>
#include <mutex>
#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>

Q_LOGGING_CATEGORY(lcApp, "omni.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "omni.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "omni.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCatalog, "omni.catalog", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAuth, "omni.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRoute, "omni.route", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHealth, "omni.health", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGateway, "omni.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "omni.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcControl, "omni.control", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "omni.ui", QtInfoMsg)

namespace omni::base {

namespace {

constexpr size_t KeptLines = 2000;
constexpr qsizetype LongestText = 8192;
constexpr qint64 FlushEveryMs = 1000;

using Observer = std::function<void(const LogLine &)>;

/// Never destroyed: Qt logs until the very end of the process.
struct SinkState
{
    std::mutex mutex;
    std::shared_ptr<spdlog::logger> file;
    bool toStderr = true;
    qint64 flushedMs = 0;
    std::deque<LogLine> lines;
    std::map<int, std::shared_ptr<const Observer>> observers;
    int lastObserver = 0;
};

SinkState &sinkState()
{
    static auto *state = new SinkState;
    return *state;
}

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("error");
}

/// Sockets reach our server ready-made, so Qt's own remarks that it does not listen are noise.
bool isNoise(const QString &text)
{
    return text.contains(QLatin1StringView("nextPendingConnection() called while not listening")) ||
           (text.startsWith(QLatin1StringView("The TCP server")) &&
            text.endsWith(QLatin1StringView("is not listening.")));
}

QByteArray jsonLine(const LogLine &line)
{
    return Json::object({{"time", Json(QDateTime::fromMSecsSinceEpoch(line.timeMs, Qt::UTC)
                                           .toString(Qt::ISODateWithMs))},
                         {"level", Json(line.level)},
                         {"category", Json(line.category)},
                         {"text", Json(line.text)}})
        .toJson();
}

void writeStderr(const LogLine &line)
{
    QString text = line.text;
    // A line break inside a message must not look like a message of its own.
    text.replace(QLatin1Char('\n'), QLatin1StringView("\n    "));
    const QByteArray out = QStringLiteral("%1 %2 %3: %4\n")
                               .arg(QDateTime::fromMSecsSinceEpoch(line.timeMs)
                                        .toString(QStringLiteral("HH:mm:ss.zzz")),
                                    line.level, line.category, text)
                               .toUtf8();
    std::fwrite(out.constData(), 1, size_t(out.size()), stderr);
}

void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (isNoise(message))
        return;
    LogLine line{.timeMs = QDateTime::currentMSecsSinceEpoch(),
                 .level = levelName(type),
                 .category = QString::fromUtf8(context.category ? context.category : "default"),
                 .text = redact(message)};
    if (line.text.size() > LongestText)
        line.text = line.text.left(LongestText) + QStringLiteral("…");

    SinkState &state = sinkState();
    std::map<int, std::shared_ptr<const Observer>> observers;
    {
        const std::lock_guard locker(state.mutex);
        if (state.toStderr || type == QtFatalMsg)
            writeStderr(line);
        if (state.file) {
            const QByteArray json = jsonLine(line);
            state.file->log(spdlog::level::info,
                            spdlog::string_view_t(json.constData(), size_t(json.size())));
            if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg ||
                line.timeMs - state.flushedMs >= FlushEveryMs) {
                state.file->flush();
                state.flushedMs = line.timeMs;
            }
        }
        state.lines.push_back(line);
        if (state.lines.size() > KeptLines)
            state.lines.pop_front();
        observers = state.observers;
    }
    // An observer that logs must not be told of its own line for ever.
    static thread_local bool isObserving = false;
    if (!isObserving) {
        isObserving = true;
        for (const auto &[id, observer] : observers)
            (*observer)(line);
        isObserving = false;
    }
}

/// Null when the file cannot be written; says so once, on stderr.
std::shared_ptr<spdlog::logger> openFile(const LogSink::Options &options)
{
    try {
        spdlog::file_event_handlers events;
        // The log tells who asked for what: nobody else's business.
        events.after_open = [](const spdlog::filename_t &name, std::FILE *) {
            QFile::setPermissions(QString::fromStdString(name),
                                  QFile::ReadOwner | QFile::WriteOwner);
        };
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(options.file).toStdString(), size_t(options.maxFileBytes),
            size_t(std::max(options.maxFiles - 1, 0)), false, events);
        auto logger = std::make_shared<spdlog::logger>("omniroute", std::move(sink));
        logger->set_pattern("%v");
        // spdlog calls this at most once a second; a full disk must not fill the terminal either.
        logger->set_error_handler([](const std::string &what) {
            std::fprintf(stderr, "omniroute: the log file cannot be written: %s\n", what.c_str());
        });
        return logger;
    } catch (const spdlog::spdlog_ex &error) {
        std::fprintf(stderr,
                     "omniroute: the log file cannot be opened, so this run is logged to stderr "
                     "only: %s\n",
                     error.what());
        return nullptr;
    }
}

} // namespace

void LogSink::install(const Options &options)
{
    SinkState &state = sinkState();
    {
        const std::lock_guard locker(state.mutex);
        state.file = options.file.isEmpty() ? nullptr : openFile(options);
        state.toStderr = options.toStderr || (!options.file.isEmpty() && !state.file);
    }
    qInstallMessageHandler(onMessage);
}

void LogSink::flush()
{
    const std::lock_guard locker(sinkState().mutex);
    if (sinkState().file)
        sinkState().file->flush();
}

QList<LogLine> LogSink::recent(int count)
{
    SinkState &state = sinkState();
    const std::lock_guard locker(state.mutex);
    const auto wanted = std::min<size_t>(state.lines.size(), size_t(std::max(count, 0)));
    return {state.lines.end() - std::ptrdiff_t(wanted), state.lines.end()};
}

int LogSink::addObserver(std::function<void(const LogLine &)> observer)
{
    SinkState &state = sinkState();
    const std::lock_guard locker(state.mutex);
    state.observers[++state.lastObserver] = std::make_shared<const Observer>(std::move(observer));
    return state.lastObserver;
}

void LogSink::removeObserver(int id)
{
    SinkState &state = sinkState();
    const std::lock_guard locker(state.mutex);
    state.observers.erase(id);
}

} // namespace omni::base
