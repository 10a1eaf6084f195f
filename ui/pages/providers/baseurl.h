// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace omni::ui::pages::providers {

/// What a typed address lacks. A first look for the person who types; the engine judges again.
struct UrlVerdict
{
    QString problem; ///< in words; empty = fine
    /// Plain http to somewhere else: fine only when confirmed.
    bool isOpenHttp = false;
};
[[nodiscard]] UrlVerdict judgeBaseUrl(const QString &typed);

/// What a typed prefix of model names lacks, apart from being taken; empty = fine.
[[nodiscard]] QString judgePrefix(const QString &typed);
/// A prefix made of a name: small letters and digits.
[[nodiscard]] QString suggestedPrefix(const QString &name);

} // namespace omni::ui::pages::providers
