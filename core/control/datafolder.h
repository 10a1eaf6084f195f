// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace omni::control {

/// `--data-dir`, else DATA_DIR, else `$XDG_DATA_HOME/omniroute`; absolute, links resolved as far as
/// the folder exists.
[[nodiscard]] QString dataFolder(const QString &option);

/// Held by the one instance of a data folder.
[[nodiscard]] QString lockFilePath(const QString &folder);

/// The local socket of the instance of a data folder: in XDG_RUNTIME_DIR, else in the data folder,
/// else (when that path is too long for a socket) in a folder of the user's own below the temporary
/// one. The name depends on the data folder alone, so that both sides find it.
[[nodiscard]] QString socketPath(const QString &folder);

} // namespace omni::control
