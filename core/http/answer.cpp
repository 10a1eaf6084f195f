// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/answer.h"

#include "core/base/json.h"
#include "core/wire/formats.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace omni::http {

namespace {

QByteArrayView reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 508:
        return "Loop Detected";
    default:
        return "Status";
    }
}

/// Grown by plain copies: QByteArray looks at each piece as if it could be a part of itself.
using Text = QVarLengthArray<char, 1024>;

void append(Text &out, QByteArrayView text)
{
    out.append(text.data(), text.size());
}

void appendClean(Text &out, QByteArrayView text)
{
    const auto isClean = [](char c) { return uchar(c) >= 0x20 && c != 0x7f; };
    if (std::all_of(text.begin(), text.end(), isClean))
        return append(out, text);
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), isClean);
}

void appendField(Text &out, QByteArrayView name, QByteArrayView value)
{
    append(out, name);
    append(out, ": ");
    appendClean(out, value);
    append(out, "\r\n");
}

void appendNumberField(Text &out, QByteArrayView name, qint64 value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    appendField(out, name, QByteArrayView(digits.data(), end - digits.data()));
}

QByteArrayView openAiType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 429:
        return "rate_limit_error";
    default:
        return status >= 500 ? "server_error" : "invalid_request_error";
    }
}

} // namespace

namespace {

void appendHead(Text &out, int status, const AnswerFacts &facts, const Headers &headers,
                Length length, qint64 bytes)
{
    append(out, "HTTP/1.1 ");
    const std::array<char, 3> digits{char('0' + status / 100), char('0' + status / 10 % 10),
                                     char('0' + status % 10)};
    append(out, QByteArrayView(digits));
    append(out, " ");
    append(out, reason(status));
    append(out, "\r\n");
    for (const auto &[name, value] : headers)
        appendField(out, name, value);
    if (!facts.requestId.isEmpty())
        appendField(out, "x-request-id", facts.requestId);
    if (!facts.date.isEmpty())
        appendField(out, "date", facts.date);
    if (!facts.allowedOrigin.isEmpty()) {
        appendField(out, "access-control-allow-origin", facts.allowedOrigin);
        appendField(out, "access-control-expose-headers",
                    "x-request-id, retry-after, x-omniroute-provider, x-omniroute-model, "
                    "x-omniroute-account, x-omniroute-attempts, x-omniroute-trace-id, "
                    "x-omniroute-losses");
    }
    if (facts.varyByOrigin)
        appendField(out, "vary", "Origin");
    if (length == Length::Known)
        appendNumberField(out, "content-length", bytes);
    else if (length == Length::Chunked && facts.chunkable)
        appendField(out, "transfer-encoding", "chunked");
    if (!facts.keepAlive || (length == Length::Chunked && !facts.chunkable))
        appendField(out, "connection", "close");
    else if (!facts.chunkable)
        appendField(out, "connection", "keep-alive");
    append(out, "\r\n");
}

} // namespace

QByteArray answerHead(int status, const AnswerFacts &facts, const Headers &headers, Length length,
                      qint64 bytes)
{
    Text out;
    appendHead(out, status, facts, headers, length, bytes);
    return QByteArray(out.data(), out.size());
}

QByteArray wholeAnswer(int status, const AnswerFacts &facts, const Headers &headers,
                       const QByteArray &body)
{
    Text out;
    appendHead(out, status, facts, headers, status == 204 ? Length::None : Length::Known,
               body.size());
    if (!facts.headOnly)
        append(out, body);
    return QByteArray(out.data(), out.size());
}

QByteArray errorBody(chat::Format dialect, const base::Error &error, int status,
                     const QByteArray &requestId)
{
    if (const wire::Codec *codec = wire::codecFor(dialect))
        return codec->encodeError(error, status, requestId);
    using base::Json;
    Json inner = Json::object();
    inner.set("message", Json(error.detail));
    inner.set("type", Json(openAiType(status).toByteArray()));
    inner.set("param", error.field.isEmpty() ? Json() : Json(error.field));
    inner.set("code", Json(base::errorCodeName(error.code)));
    Json outer = Json::object();
    outer.set("error", std::move(inner));
    return outer.toJson();
}

QByteArray errorAnswer(chat::Format dialect, const base::Error &error, int status,
                       const AnswerFacts &facts, Headers headers)
{
    headers.prepend({"content-type", "application/json"});
    if (error.retryAfter) {
        // Whole seconds, upwards: a client that comes back too early is refused again.
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
        headers.emplaceBack("retry-after", QByteArray::number(qint64(seconds)));
    }
    return wholeAnswer(status, facts, headers, errorBody(dialect, error, status, facts.requestId));
}

base::ErrorCode codeForStatus(int status)
{
    using base::ErrorCode;
    switch (status) {
    case 401:
        return ErrorCode::Unauthorized;
    case 403:
    case 421:
        return ErrorCode::Forbidden;
    case 404:
    case 405:
        return ErrorCode::NotFound;
    case 408:
        return ErrorCode::Timeout;
    case 415:
    case 501:
    case 505:
        return ErrorCode::Unsupported;
    case 429:
        return ErrorCode::RateLimited;
    case 500:
        return ErrorCode::Internal;
    case 503:
        return ErrorCode::Overloaded;
    default:
        return ErrorCode::InvalidRequest;
    }
}

} // namespace omni::http
