// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/exitcode.h"

namespace omni::control {

ExitCode exitCodeFor(base::ErrorCode code)
{
    using base::ErrorCode;
    switch (code) {
    case ErrorCode::InvalidRequest:
        return ExitCode::Usage;
    case ErrorCode::NotFound:
        return ExitCode::NotFound;
    case ErrorCode::Forbidden:
        return ExitCode::NotPermitted;
    case ErrorCode::Unauthorized:
    case ErrorCode::RateLimited:
    case ErrorCode::QuotaExhausted:
    case ErrorCode::ContextTooLong:
    case ErrorCode::ContentRefused:
    case ErrorCode::Overloaded:
    case ErrorCode::UpstreamFailed:
    case ErrorCode::Timeout:
    case ErrorCode::Network:
        return ExitCode::CheckFailed;
    case ErrorCode::Cancelled:
        return ExitCode::Interrupted;
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        break;
    }
    return ExitCode::Failed;
}

} // namespace omni::control
