// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace omni::store {

enum class LockState
{
    Unlocked,
    Locked,
    Unknown ///< no secret service, or it does not tell
};

/// Asks the desktop's secret service whether the entry, or where there is none the default keyring,
/// is locked. Never prompts the user. Answers on the calling thread, never before it returns, and
/// within ten seconds.
void askLockState(const QString &service, const QString &key, QObject *context,
                  std::function<void(LockState)> done);

} // namespace omni::store
