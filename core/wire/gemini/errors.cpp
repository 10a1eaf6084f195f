// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/errors.h"

#include "core/wire/jsonout.h"
#include "core/wire/upstreamerror.h"

#include <array>
#include <cmath>

namespace omni::wire::gemini {

using base::Error;
using base::ErrorCode;
using base::Json;
using std::chrono::milliseconds;

namespace {

struct Status
{
    const char *word;
    int http;
    ErrorCode code;
};

/// The first row of an HTTP status is the word we write for it.
constexpr std::array<Status, 15> Statuses{{
    {"INVALID_ARGUMENT", 400, ErrorCode::InvalidRequest},
    {"FAILED_PRECONDITION", 400, ErrorCode::InvalidRequest},
    {"OUT_OF_RANGE", 400, ErrorCode::InvalidRequest},
    {"UNAUTHENTICATED", 401, ErrorCode::Unauthorized},
    {"PERMISSION_DENIED", 403, ErrorCode::Forbidden},
    {"NOT_FOUND", 404, ErrorCode::NotFound},
    {"ALREADY_EXISTS", 409, ErrorCode::InvalidRequest},
    {"ABORTED", 409, ErrorCode::UpstreamFailed},
    {"RESOURCE_EXHAUSTED", 429, ErrorCode::RateLimited},
    {"CANCELLED", 499, ErrorCode::UpstreamFailed},
    {"INTERNAL", 500, ErrorCode::UpstreamFailed},
    {"UNKNOWN", 500, ErrorCode::UpstreamFailed},
    {"UNIMPLEMENTED", 501, ErrorCode::Unsupported},
    {"UNAVAILABLE", 503, ErrorCode::Overloaded},
    {"DEADLINE_EXCEEDED", 504, ErrorCode::Timeout},
}};

const Status *statusOf(const QByteArray &word)
{
    for (const Status &status : Statuses) {
        if (word == status.word)
            return &status;
    }
    return nullptr;
}

/// `details[]` by the last word of its `@type`.
const Json &detailOf(const Json &error, QByteArrayView kind)
{
    static const Json none;
    const auto &details = error["details"].items();
    for (const Json &detail : details) {
        if (detail["@type"].toBytes().endsWith(kind))
            return detail;
    }
    return none;
}

/// Protobuf's duration: `34.4s`.
std::optional<milliseconds> durationOf(const Json &value)
{
    QByteArray text = value.toBytes();
    if (!text.endsWith('s'))
        return std::nullopt;
    text.chop(1);
    bool good = false;
    const double seconds = text.toDouble(&good);
    if (!good || !(seconds >= 0) || seconds > 1e9)
        return std::nullopt;
    return milliseconds(qint64(std::ceil(seconds * 1000)));
}

/// "Exceeded your current quota" is said of a minute's limit and of a day's alike; only the quota's
/// name tells them apart.
ErrorCode exhaustedCode(const Json &error, ErrorCode byWords)
{
    const QByteArray &reason = detailOf(error, "ErrorInfo")["reason"].toBytes();
    if (reason == "MODEL_CAPACITY_EXHAUSTED")
        return ErrorCode::Overloaded;
    if (reason == "QUOTA_EXHAUSTED")
        return ErrorCode::QuotaExhausted;
    const auto &violations = detailOf(error, "QuotaFailure")["violations"].items();
    bool perMinute = reason == "RATE_LIMIT_EXCEEDED";
    for (const Json &violation : violations) {
        const QByteArray &quota = violation["quotaId"].toBytes();
        if (quota.contains("PerDay"))
            return ErrorCode::QuotaExhausted;
        perMinute = perMinute || quota.contains("PerMinute");
    }
    return perMinute ? ErrorCode::RateLimited : byWords;
}

ErrorCode codeOf(int status, const Json &error, const QByteArray &message)
{
    const QByteArray &reason = detailOf(error, "ErrorInfo")["reason"].toBytes();
    if (reason == "API_KEY_INVALID" || reason == "ACCESS_TOKEN_EXPIRED")
        return ErrorCode::Unauthorized;
    const Status *known = statusOf(error["status"].toBytes());
    // Some proxies call everything an invalid argument.
    const bool vague = !known || (known->code == ErrorCode::InvalidRequest && status >= 401);
    const ErrorCode code = vague ? codeOfStatus(status) : known->code;
    const ErrorCode refined = refinedByWords(code, message);
    return code == ErrorCode::RateLimited ? exhaustedCode(error, refined) : refined;
}

Error errorFrom(int status, const Json &body)
{
    const Json &error = body["error"];
    const QByteArray message = error["message"].isString() ? error["message"].toBytes()
                               : error.isString()          ? error.toBytes()
                                                           : body["message"].toBytes();
    int meant = status;
    if (status < 400 || status >= 600) {
        const Status *known = statusOf(error["status"].toBytes());
        meant = int(error["code"].toInt(known ? known->http : 502));
        if (meant < 400 || meant >= 600)
            meant = 502;
    }
    Error out{.code = codeOf(meant, error, message),
              .detail = upstreamWords(message),
              .retryAfter = durationOf(detailOf(error, "RetryInfo")["retryDelay"]),
              .upstreamStatus = meant};
    if (!out.retryAfter)
        out.retryAfter = retryHint(error, message);
    const Json &violation = detailOf(error, "BadRequest")["fieldViolations"].at(0);
    out.field = violation["field"].toText();
    if (out.detail.isEmpty())
        out.detail = QStringLiteral("the upstream answered %1 without saying why").arg(meant);
    return out;
}

QByteArray wordFor(const Error &error, int status)
{
    if (error.code == ErrorCode::Timeout)
        return "DEADLINE_EXCEEDED";
    for (const Status &known : Statuses) {
        if (known.http == status)
            return known.word;
    }
    return status >= 400 && status < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
}

void writeDetails(JsonOut &out, const Error &error)
{
    if (!error.retryAfter && error.field.isEmpty())
        return;
    out.key("details").beginArray();
    if (!error.field.isEmpty()) {
        out.beginObject();
        out.textMember("@type", "type.googleapis.com/google.rpc.BadRequest");
        out.key("fieldViolations").beginArray();
        out.beginObject();
        out.textMember("field", error.field.toUtf8());
        out.textMember("description", error.detail.toUtf8());
        out.endObject();
        out.endArray();
        out.endObject();
    }
    if (error.retryAfter) {
        const qint64 ms = error.retryAfter->count();
        QByteArray delay = QByteArray::number(ms / 1000);
        if (ms % 1000 != 0)
            delay += '.' + QByteArray::number(ms % 1000).rightJustified(3, '0');
        out.beginObject();
        out.textMember("@type", "type.googleapis.com/google.rpc.RetryInfo");
        out.textMember("retryDelay", delay + 's');
        out.endObject();
    }
    out.endArray();
}

} // namespace

Error decodeError(int status, QByteArrayView body)
{
    const auto json = Json::parse(body);
    if (!json)
        return errorOfForeignBody(status, body);
    // A stream without `alt=sse` wraps even its error in a list.
    const Json &whole = json->isArray() ? json->at(0) : *json;
    return whole.isObject() ? errorFrom(status, whole) : errorOfForeignBody(status, body);
}

Error errorInAnswer(const Json &body)
{
    return errorFrom(200, body);
}

QByteArray encodeError(const Error &error, int status)
{
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.key("error").beginObject();
    out.key("code").number(status);
    out.textMember("message", error.detail.toUtf8());
    out.textMember("status", wordFor(error, status));
    writeDetails(out, error);
    out.endObject();
    out.endObject();
    return body;
}

} // namespace omni::wire::gemini
