// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/error.h"

#include <array>

namespace omni::base {

namespace {

constexpr std::array<const char *, ErrorCodeCount> Names{
    "invalid_request", "unauthorized",     "forbidden",       "not_found",   "rate_limited",
    "quota_exhausted", "context_too_long", "content_refused", "overloaded",  "upstream_failed",
    "timeout",         "network",          "cancelled",       "unsupported", "internal",
};

} // namespace

QString errorCodeName(ErrorCode code)
{
    return QString::fromLatin1(Names.at(size_t(code)));
}

std::optional<ErrorCode> errorCodeFromName(QStringView name)
{
    for (size_t i = 0; i < Names.size(); ++i) {
        if (name == QLatin1StringView(Names.at(i)))
            return ErrorCode(i);
    }
    return std::nullopt;
}

} // namespace omni::base
