// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QString>

namespace omni::control {

/// `--data-dir`, else DATA_DIR, else `$XDG_DATA_HOME/omniroute`; absolute, links resolved as far as
/// the folder exists.
[[nodiscard]] QString dataFolder(const QString &option);

/// Makes the folder with mode 0700 when it is absent. NotFound or Forbidden saying why it cannot be
/// used: no permission, no folder, another owner.
[[nodiscard]] base::Result<void> prepareDataFolder(const QString &folder);
/// A sentence when others than the owner can read the folder; else empty.
[[nodiscard]] QString dataFolderWarning(const QString &folder);

/// Held by the one instance of a data folder.
[[nodiscard]] QString lockFilePath(const QString &folder);

/// The local socket of the instance of a data folder: in XDG_RUNTIME_DIR, else in the data folder,
/// else (when that path is too long for a socket) in a folder of the user's own below the temporary
/// one. The name depends on the data folder alone, so that both sides find it.
[[nodiscard]] QString socketPath(const QString &folder);

} // namespace omni::control
