// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace omni::test {

/// The project's own C++ files below the given top folders, as paths from the root.
[[nodiscard]] QStringList sourceFiles(const QStringList &topFolders);

/// All files below the given top folders whose names match one of the patterns, as paths from the
/// root.
[[nodiscard]] QStringList filesNamed(const QStringList &topFolders, const QStringList &patterns);

/// The lines of a file given by its path from the root.
[[nodiscard]] QStringList linesOf(const QString &path);

/// `core/route` for `core/route/strategies/x.cpp`, `ui/pages/home` for a page, `app` for main.
[[nodiscard]] QString roomOf(const QString &path);

} // namespace omni::test
