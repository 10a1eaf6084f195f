// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/format.h"
#include "core/gateway/inboundrequest.h"
#include "core/http/requesthead.h"

#include <span>

namespace omni::http {

struct Call;

/// Who may use a route. Anything that manages the program is never reachable by HTTP.
enum class RouteClass
{
    Public, ///< no key
    Client  ///< a client key, unless none is required
};

/// What a request's body must be.
enum class BodyKind
{
    None, ///< whatever comes is ignored
    Json
};

/// Where a chat request says whether it wants a stream.
enum class StreamWish
{
    InBody,
    Whole, ///< the path means a whole answer
    Stream ///< the path means a stream
};

/// One row of the table in endpoints.cpp.
struct RouteRow
{
    Method method;
    /// Without `/v1`, but with `/v1beta`. `{id}` takes what is there, slashes included, up to what
    /// follows it in the pattern.
    const char *pattern;
    RouteClass routeClass;
    chat::Format dialect;
    BodyKind body;
    gateway::Operation operation;
    void (*serve)(Call &call);
    StreamWish stream = StreamWish::InBody;
    /// The codec where the path means another form of the dialect than its own; else null.
    const wire::Codec &(*form)() = nullptr;
};

struct RouteMatch
{
    const RouteRow *row = nullptr;
    chat::Format dialect = chat::Format::OpenAiChat; ///< of the answer, errors included
    QByteArray argument;                             ///< `{id}`, decoded
    QString forcedProvider;                          ///< from `/v1/providers/{provider}/…`
    QByteArray allow; ///< for 405: the methods that this path knows; empty = no such path
};

/// Finds the row. Tolerates what clients get wrong: no `/v1`, a doubled `/v1/v1` or
/// `/v1beta/v1beta`, and all of that behind `/v1/providers/{provider}`. HEAD is served by the rows
/// of GET.
[[nodiscard]] RouteMatch findRoute(std::span<const RouteRow> rows, Method method,
                                   QByteArrayView path);

/// The dialect in which a path's errors are told, whether it exists or not.
[[nodiscard]] chat::Format dialectOfPath(QByteArrayView path);

/// `%2F` and its like resolved; empty when an escape is broken.
[[nodiscard]] QByteArray percentDecoded(QByteArrayView text);

/// The decoded value of this name in a query string; null when absent.
[[nodiscard]] QByteArray queryValue(QByteArrayView query, QByteArrayView name);

} // namespace omni::http
