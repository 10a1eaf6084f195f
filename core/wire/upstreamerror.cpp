// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/upstreamerror.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace omni::wire {

using base::ErrorCode;
using base::Json;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype MaxWords = 2048;

template<size_t N>
bool saysAny(const QByteArray &lower, const std::array<const char *, N> &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const char *phrase) { return lower.contains(phrase); });
}

constexpr std::array TooLong{"prompt is too long",
                             "context length",
                             "context_length",
                             "context window",
                             "maximum context",
                             "input length and `max_tokens` exceed",
                             "too many tokens in the prompt",
                             "input is too long"};
constexpr std::array NoMoney{
    "credit balance",       "insufficient_quota", "exceeded your current quota",
    "insufficient balance", "usage limit",        "billing",
    "out of credits"};
constexpr std::array Refused{"content filtering policy", "content_policy",
                             "content management policy", "safety system"};

struct Sign
{
    const char *word; ///< in lower case
    ErrorCode code;
};

/// The first row that occurs decides, so the narrower words stand first.
constexpr std::array<Sign, 28> Names{{
    {"insufficient_quota", ErrorCode::QuotaExhausted},
    {"billing", ErrorCode::QuotaExhausted},
    {"quota_exceeded", ErrorCode::QuotaExhausted},
    {"usage_limit", ErrorCode::QuotaExhausted},
    {"usage_not_included", ErrorCode::QuotaExhausted},
    {"insufficient_balance", ErrorCode::QuotaExhausted},
    {"context_length", ErrorCode::ContextTooLong},
    {"context_window", ErrorCode::ContextTooLong},
    {"request_too_large", ErrorCode::ContextTooLong},
    {"content_filter", ErrorCode::ContentRefused},
    {"content_policy", ErrorCode::ContentRefused},
    {"responsibleaipolicy", ErrorCode::ContentRefused},
    {"model_not_found", ErrorCode::NotFound},
    {"deploymentnotfound", ErrorCode::NotFound},
    {"not_found", ErrorCode::NotFound},
    {"invalid_api_key", ErrorCode::Unauthorized},
    {"authentication", ErrorCode::Unauthorized},
    {"unauthenticated", ErrorCode::Unauthorized},
    {"unauthorized", ErrorCode::Unauthorized},
    {"permission", ErrorCode::Forbidden},
    {"rate_limit", ErrorCode::RateLimited},
    {"too_many_requests", ErrorCode::RateLimited},
    {"resource_exhausted", ErrorCode::RateLimited},
    {"overloaded", ErrorCode::Overloaded},
    {"unavailable", ErrorCode::Overloaded},
    {"timeout", ErrorCode::Timeout},
    {"deadline_exceeded", ErrorCode::Timeout},
    {"invalid_request", ErrorCode::InvalidRequest},
}};

std::optional<milliseconds> secondsToDelay(double seconds)
{
    if (!(seconds >= 0) || seconds > 1e9)
        return std::nullopt;
    return milliseconds(qint64(std::ceil(seconds * 1000)));
}

/// "Please try again in 1.5s", "… in 20 seconds", "… in 340ms", "… in 6m0s".
std::optional<milliseconds> delayInWords(const QByteArray &lower)
{
    static constexpr char Mark[] = "try again in ";
    qsizetype at = lower.indexOf(Mark);
    if (at < 0)
        return std::nullopt;
    at += qsizetype(sizeof(Mark)) - 1;
    double total = 0;
    bool found = false;
    while (at < lower.size()) {
        qsizetype end = at;
        while (end < lower.size() && (std::isdigit(uchar(lower[end])) || lower[end] == '.'))
            ++end;
        bool good = false;
        const double number = lower.mid(at, end - at).toDouble(&good);
        if (!good)
            break;
        while (end < lower.size() && lower[end] == ' ')
            ++end;
        const QByteArray unit = lower.mid(end, 2);
        double factor = 1;
        if (unit == "ms")
            factor = 0.001;
        else if (unit.startsWith('h'))
            factor = 3600;
        else if (unit.startsWith('m'))
            factor = 60;
        total += number * factor;
        found = true;
        if (unit.startsWith('s') || unit == "ms")
            break;
        at = end + 1;
    }
    return found ? secondsToDelay(total) : std::nullopt;
}

} // namespace

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthorized;
    case 402:
        return ErrorCode::QuotaExhausted;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 408:
    case 504:
        return ErrorCode::Timeout;
    case 413:
        return ErrorCode::ContextTooLong;
    case 429:
        return ErrorCode::RateLimited;
    case 503:
    case 529:
        return ErrorCode::Overloaded;
    default:
        break;
    }
    if (status >= 400 && status < 500)
        return ErrorCode::InvalidRequest;
    return ErrorCode::UpstreamFailed;
}

std::optional<ErrorCode> codeOfName(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    for (const Sign &sign : Names) {
        if (lower.contains(sign.word))
            return sign.code;
    }
    return std::nullopt;
}

base::Error errorOfForeignBody(int status, QByteArrayView body)
{
    constexpr qsizetype Enough = 256;
    const QByteArray head =
        body.first(std::min(body.size(), Enough)).toByteArray().trimmed().toLower();
    QString what = QStringLiteral("something that is no valid answer");
    if (head.isEmpty())
        what = QStringLiteral("an empty body");
    else if (head.startsWith("<!doctype") || head.startsWith("<html") || head.startsWith("<?xml"))
        what = QStringLiteral("a web page");
    return {.code = codeOfStatus(status),
            .detail = QStringLiteral("the upstream answered %1 with %2").arg(status).arg(what),
            .upstreamStatus = status};
}

QString upstreamWords(QByteArrayView text)
{
    QByteArray cut = text.first(std::min(text.size(), MaxWords)).toByteArray();
    // Half a character at the cut would show as a replacement sign.
    if (text.size() > MaxWords) {
        while (!cut.isEmpty() && (uchar(cut.back()) & 0xC0) == 0x80)
            cut.chop(1);
        if (!cut.isEmpty() && (uchar(cut.back()) & 0x80) != 0)
            cut.chop(1);
    }
    return QString::fromUtf8(cut).trimmed();
}

ErrorCode refinedByWords(ErrorCode code, QByteArrayView message)
{
    const QByteArray lower = message.toByteArray().toLower();
    switch (code) {
    case ErrorCode::InvalidRequest:
        if (saysAny(lower, TooLong))
            return ErrorCode::ContextTooLong;
        if (saysAny(lower, NoMoney))
            return ErrorCode::QuotaExhausted;
        if (saysAny(lower, Refused))
            return ErrorCode::ContentRefused;
        return code;
    case ErrorCode::RateLimited:
    case ErrorCode::Forbidden:
        return saysAny(lower, NoMoney) ? ErrorCode::QuotaExhausted : code;
    default:
        return code;
    }
}

std::optional<milliseconds> retryHint(const Json &error, QByteArrayView message)
{
    for (const char *key : {"retry_after", "resets_in_seconds"}) {
        const Json &value = error[key];
        if (value.isNumber())
            return secondsToDelay(value.toDouble());
    }
    return delayInWords(message.toByteArray().toLower());
}

} // namespace omni::wire
