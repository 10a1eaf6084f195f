// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/statuscodes.h"

namespace omni::wire {

using base::ErrorCode;

namespace {

/// The upstream's own code where the fault matrix passes it on, else `fallback`.
int upstreamOr(const base::Error &error, int lowest, int highest, int fallback)
{
    return error.upstreamStatus >= lowest && error.upstreamStatus <= highest ? error.upstreamStatus
                                                                             : fallback;
}

} // namespace

int clientStatus(const base::Error &error, chat::Format dialect)
{
    const bool ours = error.upstreamStatus == 0;
    switch (error.code) {
    case ErrorCode::InvalidRequest:
    case ErrorCode::ContextTooLong:
    case ErrorCode::ContentRefused:
    case ErrorCode::Unsupported: {
        const int status = upstreamOr(error, 400, 422, 400);
        return status == 401 || status == 403 ? 400 : status;
    }
    case ErrorCode::Unauthorized:
        return ours ? 401 : 503;
    case ErrorCode::Forbidden:
        return ours ? 403 : 503;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::RateLimited:
    case ErrorCode::QuotaExhausted:
        return 429;
    case ErrorCode::Overloaded:
        return dialect == chat::Format::Anthropic && error.upstreamStatus == 529 ? 529 : 503;
    case ErrorCode::UpstreamFailed: {
        const int status = upstreamOr(error, 500, 599, 502);
        return status == 529 ? (dialect == chat::Format::Anthropic ? 529 : 503) : status;
    }
    case ErrorCode::Timeout:
        return 504;
    case ErrorCode::Network:
        return 502;
    case ErrorCode::Cancelled:
        return 499;
    case ErrorCode::Internal:
        break;
    }
    return 500;
}

} // namespace omni::wire
