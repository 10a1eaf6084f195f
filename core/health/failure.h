// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

namespace omni::health {

/// What a failure says about who must rest.
enum class RestScope
{
    Nobody,  ///< the request's own fault, or nobody's
    Model,   ///< this model on this account
    Account, ///< the whole account
};

/// What the attempt loop does with a failure (reliability.md §2).
struct FailureClass
{
    RestScope rest = RestScope::Model;
    /// Another target may do better.
    bool triesNext = true;
    /// Only another model can help: a combo goes on, another account of the same model does not.
    bool onlyOtherModel = false;
};

[[nodiscard]] FailureClass classify(const base::Error &error);

/// Reads `Retry-After` (seconds or an HTTP date) and the vendors' reset headers.
/// `now` in UTC is what a date is measured against. Absent when nothing usable is there; at most 30
/// days.
struct RetryHeaders
{
    QByteArrayView retryAfter;
    QByteArrayView retryAfterMs;
    QByteArrayView
        reset; ///< `x-ratelimit-reset`-like: seconds, epoch seconds, `1m2.5s` or ISO time
};
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(const RetryHeaders &headers,
                                                                  const QDateTime &now);

} // namespace omni::health
