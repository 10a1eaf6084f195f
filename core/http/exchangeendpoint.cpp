// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"
#include "core/http/programs.h"

#include <array>

namespace omni::http {

namespace {

/// Names under which programs send what belongs together; the first one that is there counts.
constexpr std::array SessionFields{
    "x-session-id",       "x-omniroute-session", "x-codex-session-id", "x-claude-code-session-id",
    "x-opencode-session", "session-id",          "session_id",         "x_session_id",
};

/// The model and the wish for a stream, where the path holds them.
wire::UrlWish urlWish(const RouteMatch &route)
{
    wire::UrlWish wish{.model = route.argument, .stream = {}};
    if (route.row->stream != StreamWish::InBody)
        wish.stream = route.row->stream == StreamWish::Stream;
    return wish;
}

constexpr std::array PassedFields{"anthropic-beta", "anthropic-version", "openai-beta"};

} // namespace

void serveExchange(Call &call)
{
    const RequestHead &head = call.head;
    gateway::InboundRequest request;
    request.operation = call.route.row->operation;
    request.dialect = call.route.dialect;
    if (call.route.row->form)
        request.form = &call.route.row->form();
    request.url = urlWish(call.route);
    request.wantsArray = call.route.dialect == chat::Format::Gemini &&
                         queryValue(head.view(head.query), "alt") != "sse";
    request.body = std::move(call.body);
    request.requestId = call.requestId;
    request.clientKeyId = call.key.id;
    request.clientKeyName = call.key.name;
    request.allowedModels = call.key.allowedModels;
    request.forcedProvider = call.route.forcedProvider;
    request.forcedAccount = QString::fromUtf8(head.value("x-omniroute-account"));
    for (const char *name : SessionFields) {
        const QByteArrayView value = head.value(name);
        if (!value.isEmpty()) {
            request.sessionId = value.toByteArray();
            break;
        }
    }
    request.program = programOf(head.value("user-agent"));
    for (const char *name : PassedFields) {
        const QByteArrayView value = head.value(name);
        if (!value.isEmpty())
            request.passHeaders.append({QByteArray(name), value.toByteArray()});
    }
    request.tellsLosses = listHas(head.value("x-omniroute-debug"), "losses");
    request.peer = call.peer;
    request.hops = call.hops;
    call.handler.handle(std::move(request), std::move(call.reply));
}

} // namespace omni::http
