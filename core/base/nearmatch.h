// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace omni::base {

/// Typing errors between two words: insertions, deletions, replacements and swapped neighbours.
/// Case does not count.
[[nodiscard]] int typingErrors(QStringView a, QStringView b);

/// Up to `count` of the candidates that look most like `word`, best first (for "did you mean").
/// Nothing when nothing is near: a wild guess helps nobody.
[[nodiscard]] QStringList nearMatches(const QString &word, const QStringList &candidates,
                                      int count = 3);

} // namespace omni::base
