// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/secret.h"
#include "core/store/settings.h"

#include <QString>

#include <optional>

namespace omni::engine {

/// How the program was started. What is not given comes from the settings.
struct Config
{
    QString dataDir;
    std::optional<QString> host;
    std::optional<quint16> port;                  ///< 0 = any free one
    QString secrets = QStringLiteral("keychain"); ///< `keychain`, `file` or `memory`
    base::Secret passphrase;                      ///< for `file`
    /// A window or tray listens to snapshots; `serve` saves itself the work.
    bool wantsSnapshots = true;
};

/// The rows of the program itself: language, theme, what happens when the window closes.
[[nodiscard]] QList<store::SettingRow> appSettingRows();

} // namespace omni::engine
