// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/errors.h"

#include "core/wire/upstreamerror.h"

namespace omni::wire::ollama {

using base::Error;
using base::ErrorCode;
using base::Json;

namespace {

/// Inside a 200 there are only words.
ErrorCode codeOfWords(const QByteArray &message)
{
    const QByteArray lower = message.toLower();
    if (lower.contains("not found"))
        return ErrorCode::NotFound;
    if (lower.contains("unauthorized"))
        return ErrorCode::Unauthorized;
    if (lower.contains("rate limit") || lower.contains("too many"))
        return ErrorCode::RateLimited;
    if (lower.contains("busy") || lower.contains("overloaded"))
        return ErrorCode::Overloaded;
    // "… does not support tools", "… does not support thinking"
    if (lower.contains("does not support"))
        return ErrorCode::InvalidRequest;
    return ErrorCode::UpstreamFailed;
}

} // namespace

bool isErrorBody(const Json &body)
{
    const Json &error = body["error"];
    return error.isObject() || (error.isString() && !error.toBytes().isEmpty());
}

Error decodeErrorJson(int status, const Json &body)
{
    const Json &inner = body["error"];
    QByteArray message = inner.isObject() ? inner["message"].toBytes() : inner.toBytes();
    if (message.isEmpty())
        message = body["message"].toBytes();
    const ErrorCode code = status >= 400 ? codeOfStatus(status) : codeOfWords(message);
    // Ollama's cloud says 402 and 429 with a sentence of what is used up.
    Error out{.code = refinedByWords(code, message),
              .detail = upstreamWords(message),
              .retryAfter = retryHint(inner.isObject() ? inner : body, message),
              .upstreamStatus = status};
    if (out.detail.isEmpty())
        out.detail = QStringLiteral("the upstream answered %1 without saying why").arg(status);
    return out;
}

Error decodeError(int status, QByteArrayView body)
{
    const auto json = Json::parse(body);
    if (!json || !json->isObject())
        return errorOfForeignBody(status, body);
    return decodeErrorJson(status, *json);
}

QByteArray encodeError(const Error &error)
{
    return Json::object({{"error", error.detail.toUtf8()}}).toJson();
}

} // namespace omni::wire::ollama
