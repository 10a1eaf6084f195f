// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"
#include "core/wire/openairesponses/state.h"

namespace omni::http {

namespace {

/// What is kept is kept for the key that asked; another key's answers do not exist.
void refuseResponse(Call &call)
{
    call.reply->sendError(
        {.code = base::ErrorCode::NotFound,
         .detail = u"There is no response with the id \"%1\"; it was not stored, "
                   "or is too old."_qs.arg(QString::fromUtf8(call.route.argument))},
        404);
}

} // namespace

void serveResponse(Call &call)
{
    const QByteArray response = call.handler.responses().response(call.key.id, call.route.argument);
    if (response.isEmpty())
        return refuseResponse(call);
    sendJson(call, response);
}

void serveInputItems(Call &call)
{
    const QByteArray items = call.handler.responses().inputItems(call.key.id, call.route.argument);
    if (items.isEmpty())
        return refuseResponse(call);
    sendJson(call, items);
}

void serveResponseDeletion(Call &call)
{
    if (!call.handler.responses().remove(call.key.id, call.route.argument))
        return refuseResponse(call);
    sendJson(call, wire::openairesponses::deletedBody(call.route.argument));
}

void serveResponseCancel(Call &call)
{
    call.reply->sendError(
        {.code = base::ErrorCode::InvalidRequest,
         .detail = u"\"%1\" cannot be cancelled: responses in the background are not offered here. "
                   "Close the connection to end a response."_qs.arg(
                       QString::fromUtf8(call.route.argument))},
        400);
}

} // namespace omni::http
