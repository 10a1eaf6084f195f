// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/engine/snapshot.h"

#include <QString>

namespace omni::ui::text {

/// What a person is told of a failure: what happened, why, what to do, and a code that stays the
/// same in every language.
struct ErrorText
{
    QString code;
    QString what;
    QString why;
    QString action;
    bool operator==(const ErrorText &) const = default;

    /// For one line: what, then what to do.
    [[nodiscard]] QString oneLine() const;
};

[[nodiscard]] ErrorText errorText(base::ErrorCode code);
/// The same with the upstream's status and the waiting time worked in where they are known.
[[nodiscard]] ErrorText errorText(const base::Error &error);
/// Of a server that is down.
[[nodiscard]] ErrorText serverErrorText(const engine::ServerView &server);
/// What "Copy details" copies: code, what, the English detail. No secret: Error holds none.
[[nodiscard]] QString copyableDetails(const ErrorText &text, const QString &detail);

/// A short reason by an ErrorCode's name or a skip reason (`rate_limited`, `paused`), for lists.
[[nodiscard]] QString reasonWords(const QString &name);

} // namespace omni::ui::text
