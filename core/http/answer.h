// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/chat/format.h"
#include "core/gateway/replysink.h"

namespace omni::http {

using Headers = gateway::ReplySink::Headers;

/// What every answer to one request needs to know about it.
struct AnswerFacts
{
    QByteArray requestId;
    QByteArray allowedOrigin; ///< empty: no CORS fields
    QByteArray date;          ///< the value of `Date`
    bool varyByOrigin = false;
    bool headOnly = false; ///< HEAD: fields as for GET, no body
    bool chunkable = true; ///< HTTP/1.1
    bool keepAlive = true;
};

enum class Length
{
    Known,
    Chunked, ///< until the connection closes where chunks are not understood
    None     ///< 204
};

/// Status line and fields, with the empty line. Control characters in values are dropped.
[[nodiscard]] QByteArray answerHead(int status, const AnswerFacts &facts, const Headers &headers,
                                    Length length, qint64 bytes = 0);

/// Head and body in one piece.
[[nodiscard]] QByteArray wholeAnswer(int status, const AnswerFacts &facts, const Headers &headers,
                                     const QByteArray &body);

/// An error as the clients of this dialect expect it.
[[nodiscard]] QByteArray errorBody(chat::Format dialect, const base::Error &error, int status,
                                   const QByteArray &requestId);
/// The whole answer; says `Retry-After` when the error knows.
[[nodiscard]] QByteArray errorAnswer(chat::Format dialect, const base::Error &error, int status,
                                     const AnswerFacts &facts, Headers headers = {});

/// A code that fits a status which we chose ourselves.
[[nodiscard]] base::ErrorCode codeForStatus(int status);

} // namespace omni::http
