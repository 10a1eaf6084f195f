// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/errors.h"

#include "core/wire/jsonout.h"
#include "core/wire/upstreamerror.h"

#include <array>

namespace omni::wire::anthropic {

using base::Error;
using base::ErrorCode;
using base::Json;

namespace {

struct ErrorType
{
    const char *word;
    int status;
    ErrorCode code;
};

constexpr std::array<ErrorType, 11> Types{{
    {"invalid_request_error", 400, ErrorCode::InvalidRequest},
    {"authentication_error", 401, ErrorCode::Unauthorized},
    {"billing_error", 402, ErrorCode::QuotaExhausted},
    {"permission_error", 403, ErrorCode::Forbidden},
    {"not_found_error", 404, ErrorCode::NotFound},
    {"request_too_large", 413, ErrorCode::ContextTooLong},
    {"rate_limit_error", 429, ErrorCode::RateLimited},
    {"api_error", 500, ErrorCode::UpstreamFailed},
    {"timeout_error", 504, ErrorCode::Timeout},
    {"overloaded_error", 529, ErrorCode::Overloaded},
    {"content_filter_error", 400, ErrorCode::ContentRefused},
}};

/// Claude Code compacts the conversation when it reads these words.
constexpr char TooLongWords[] = "prompt is too long";

const ErrorType *typeOf(const QByteArray &word)
{
    for (const ErrorType &type : Types) {
        if (word == type.word)
            return &type;
    }
    return nullptr;
}

/// The message, wherever a compatible server may have put it.
QByteArray messageOf(const Json &body)
{
    for (const Json *place : {&body["error"]["message"], &body["error"], &body["message"],
                              &body["detail"], &body["error"]["error"]["message"]}) {
        if (place->isString() && !place->toBytes().isEmpty())
            return place->toBytes();
    }
    return {};
}

Error errorFrom(int status, const Json &body, const QByteArray &message)
{
    const ErrorType *type = typeOf(body["error"]["type"].toBytes());
    Error error;
    error.upstreamStatus = status != 0 && status != 200 ? status : type ? type->status : 502;
    // The type says more than the status, except where a server calls everything invalid.
    const bool vague = !type || (type->code == ErrorCode::InvalidRequest && status >= 401);
    error.code = refinedByWords(vague ? codeOfStatus(error.upstreamStatus) : type->code, message);
    error.detail = upstreamWords(message);
    error.retryAfter = retryHint(body["error"], message);
    return error;
}

/// What stands in `error.type` for a client.
QByteArray wordFor(const Error &error, int status)
{
    if (error.code == ErrorCode::Overloaded)
        return "overloaded_error";
    if (error.code == ErrorCode::Timeout)
        return "timeout_error";
    if (status == 402)
        return "billing_error";
    for (const ErrorType &type : Types) {
        if (type.status == status)
            return type.word;
    }
    return status >= 400 && status < 500 ? "invalid_request_error" : "api_error";
}

} // namespace

Error decodeError(int status, QByteArrayView body)
{
    const auto json = Json::parse(body);
    if (json && json->isObject()) {
        const QByteArray message = messageOf(*json);
        return errorFrom(status, *json, message.isEmpty() ? body.toByteArray() : message);
    }
    QByteArray text = body.toByteArray().trimmed();
    if (text.startsWith('<'))
        text = "an HTML page came instead of an answer";
    else if (text.isEmpty())
        text = "the answer has no body";
    return errorFrom(status, {}, text);
}

Error errorInAnswer(const Json &body)
{
    const QByteArray message = messageOf(body);
    return errorFrom(200, body, message.isEmpty() ? body.toJson() : message);
}

QByteArray encodeError(const Error &error, int status, QByteArrayView requestId)
{
    QByteArray message = error.detail.toUtf8();
    if (error.code == ErrorCode::ContextTooLong && status != 413 &&
        !message.toLower().contains(TooLongWords))
        message = QByteArray(TooLongWords) + ": " + message;
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.textMember("type", "error");
    out.key("error").beginObject();
    out.textMember("type", wordFor(error, status));
    out.textMember("message", message);
    out.endObject();
    out.textMemberIfSet("request_id", requestId);
    out.endObject();
    return body;
}

} // namespace omni::wire::anthropic
