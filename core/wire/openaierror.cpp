// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaierror.h"

#include "core/wire/upstreamerror.h"

#include <array>

namespace omni::wire {

using base::Error;
using base::ErrorCode;
using base::Json;

namespace {

struct Names
{
    const char *type;
    const char *code;
};

/// In the order of base::ErrorCode.
constexpr std::array<Names, base::ErrorCodeCount> Known{{
    {"invalid_request_error", nullptr},
    {"authentication_error", "invalid_api_key"},
    {"permission_error", "permission_denied"},
    {"invalid_request_error", "model_not_found"},
    {"rate_limit_error", "rate_limit_exceeded"},
    {"insufficient_quota", "insufficient_quota"},
    {"invalid_request_error", "context_length_exceeded"},
    {"invalid_request_error", "content_policy_violation"},
    {"server_error", "overloaded"},
    {"server_error", "upstream_error"},
    {"server_error", "timeout"},
    {"server_error", "upstream_unreachable"},
    {"server_error", "cancelled"},
    {"invalid_request_error", "unsupported"},
    {"server_error", "internal_error"},
}};

/// A field that is only ever wrong because nobody knows what it names.
constexpr QLatin1String LostConversation("previous_response_id");

bool isStatus(qint64 number)
{
    return number >= 400 && number < 600;
}

/// OpenRouter hides the real words of the provider behind its own.
QByteArray messageOf(const Json &error)
{
    const Json &raw = error["metadata"]["raw"];
    if (raw.isString() && !raw.toBytes().isEmpty()) {
        const auto nested = Json::parse(raw.toBytes());
        if (nested && (*nested)["error"]["message"].isString())
            return (*nested)["error"]["message"].toBytes();
        return raw.toBytes();
    }
    if (error["message"].isString())
        return error["message"].toBytes();
    return error["detail"].isString() ? error["detail"].toBytes() : QByteArray();
}

/// The status an error inside a 200 answer names: `code: 429`, `"401"`, `status_code: 400`.
int statusIn(const Json &error)
{
    for (const char *key : {"status_code", "status", "code"}) {
        const Json &value = error[key];
        const qint64 number = value.isNumber() ? value.toInt() : value.toBytes().toLongLong();
        if (isStatus(number))
            return int(number);
    }
    return 0;
}

ErrorCode sorted(int status, const Json &error, QByteArrayView message)
{
    const ErrorCode byStatus = codeOfStatus(status);
    auto byName = codeOfName(error["code"].toBytes());
    if (!byName)
        byName = codeOfName(error["innererror"]["code"].toBytes());
    if (!byName || *byName == ErrorCode::InvalidRequest) {
        if (const auto byType = codeOfName(error["type"].toBytes()))
            byName = byType;
    }
    // Inside a 200 only the names tell; with a status they may narrow it.
    if (!byName)
        return refinedByWords(byStatus, message);
    if (*byName == ErrorCode::InvalidRequest && status >= 400)
        return refinedByWords(byStatus, message);
    return refinedByWords(*byName, message);
}

} // namespace

bool isOpenAiErrorBody(const Json &body)
{
    const Json &error = body["error"];
    if (error.isObject() || (error.isString() && !error.toBytes().isEmpty()))
        return true;
    return body["object"].toBytes() == "error" || body["type"].toBytes() == "error";
}

Error decodeOpenAiErrorJson(int status, const Json &body)
{
    const Json &inner = body["error"];
    const Json &error = inner.isObject() ? inner : body;
    const QByteArray message = inner.isString() ? inner.toBytes() : messageOf(error);
    int meant = status;
    if (!isStatus(status)) {
        meant = statusIn(error);
        if (meant == 0)
            meant = status;
    }
    Error out{.code = sorted(meant, error, message),
              .detail = upstreamWords(message),
              .retryAfter = retryHint(error, message),
              .upstreamStatus = meant,
              .field = error["param"].toText()};
    if (out.detail.isEmpty())
        out.detail = QStringLiteral("the upstream answered %1 without saying why").arg(status);
    return out;
}

Error decodeOpenAiError(int status, QByteArrayView body)
{
    const auto json = Json::parse(body);
    if (!json)
        return errorOfForeignBody(status, body);
    // Some gateways wrap the answer in a list.
    if (json->isArray() && json->size() > 0)
        return decodeOpenAiErrorJson(status, json->at(0));
    return decodeOpenAiErrorJson(status, *json);
}

void writeOpenAiError(JsonOut &out, const Error &error, int status)
{
    Names names = Known.at(size_t(error.code));
    // An upstream's refusal of our credential is not about the client's own key.
    const bool isOurs = error.upstreamStatus == 0;
    if (!isOurs && (error.code == ErrorCode::Unauthorized || error.code == ErrorCode::Forbidden))
        names = {"server_error", "provider_auth_failed"};
    if (error.code == ErrorCode::InvalidRequest && status >= 500)
        names = {"server_error", "upstream_error"};
    if (error.code == ErrorCode::InvalidRequest && error.field == LostConversation)
        names.code = "previous_response_not_found";
    out.beginObject();
    out.textMember("message", error.detail.toUtf8());
    out.textMember("type", names.type);
    out.key("param");
    if (error.field.isEmpty())
        out.null();
    else
        out.text(error.field.toUtf8());
    out.key("code");
    if (names.code)
        out.text(names.code);
    else
        out.null();
    out.endObject();
}

QByteArray encodeOpenAiError(const Error &error, int status)
{
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.key("error");
    writeOpenAiError(out, error, status);
    out.endObject();
    return body;
}

} // namespace omni::wire
