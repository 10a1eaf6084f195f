// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/clientkeys.h"
#include "core/gateway/requesthandler.h"
#include "core/http/replywriter.h"
#include "core/http/router.h"

namespace omni::http {

/// One admitted request on its way to an endpoint. The head is good until the answer is sent: an
/// endpoint copies what it needs and answers last.
struct Call
{
    gateway::RequestHandler &handler;
    const RequestHead &head;
    const RouteMatch &route;
    const auth::ClientKey &key;
    QByteArray body;
    QByteArray requestId;
    QString peer;
    int hops = 0;
    std::unique_ptr<ReplyWriter> reply;
};

/// Every path this server knows. Order matters only between patterns that overlap.
[[nodiscard]] std::span<const RouteRow> routeTable();

// The endpoints, one file each
void serveHealth(Call &call);
void serveModels(Call &call);
void serveModel(Call &call);
void serveExchange(Call &call);
void serveGeminiModels(Call &call);
void serveGeminiModel(Call &call);
void serveResponse(Call &call);
void serveResponseDeletion(Call &call);
void serveInputItems(Call &call);
void serveResponseCancel(Call &call);
void serveOllama(Call &call);
void serveTags(Call &call);
void serveShow(Call &call);
void serveRunning(Call &call);
void serveOllamaVersion(Call &call);

// What endpoints share

/// The models this client may use, those of the forced provider alone where there is one.
[[nodiscard]] QList<gateway::ListedModel> listedModels(const Call &call);
/// None, unless a client names a model that is listed for it.
[[nodiscard]] std::optional<gateway::ListedModel> listedModel(const Call &call,
                                                              const QByteArray &id);
void sendJson(Call &call, const QByteArray &json);
/// There is no such model.
void refuseModel(Call &call, const QByteArray &id);

} // namespace omni::http
