// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/startoptions.h"

#include <QLockFile>

#include <memory>

namespace omni::app {

/// The right to be the one instance of a data folder, held until it is destroyed.
class Instance
{
public:
    /// Makes the folder when it is absent. Conflict when another instance holds it, NotPermitted
    /// when the folder cannot be used.
    [[nodiscard]] static OrProblem<std::unique_ptr<Instance>> claim(const QString &dataFolder);

private:
    explicit Instance(const QString &lockFile)
        : m_lock(lockFile)
    {}
    QLockFile m_lock;
};

/// Sends the log to `dataFolder/logs/omniroute.log`, and to standard error when asked.
void openLog(const QString &dataFolder, bool toStderr);

/// Why an engine could not start, with what to do about a port that cannot be had.
[[nodiscard]] StartProblem startProblem(const base::Error &error);

} // namespace omni::app
