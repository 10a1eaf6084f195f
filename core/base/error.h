// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace omni::base {

/// The closed list that policy branches on. Each has a sentence in ui/text.
enum class ErrorCode
{
    InvalidRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    RateLimited,
    QuotaExhausted,
    ContextTooLong,
    ContentRefused,
    Overloaded,
    UpstreamFailed,
    Timeout,
    Network,
    Cancelled,
    Unsupported,
    Internal,
};

/// All codes in order, for tables and tests.
inline constexpr int ErrorCodeCount = int(ErrorCode::Internal) + 1;

/// Stable lower-case name, e.g. `rate_limited`; stands in logs, traces and JSON.
QString errorCodeName(ErrorCode code);
std::optional<ErrorCode> errorCodeFromName(QStringView name);

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    /// English, for logs and API answers; no secret, no path of the program; says what was tried.
    QString detail;
    /// Set when the upstream said when to come back. Zero means "now".
    std::optional<std::chrono::milliseconds> retryAfter;
    /// HTTP status of the upstream, 0 when none answered.
    int upstreamStatus = 0;
    /// The field of the request that is wrong, e.g. `messages[3].content[1].image_url`; else empty.
    QString field;

    bool operator==(const Error &) const = default;
};

} // namespace omni::base
