// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/http/endpoints.h"

namespace omni::http {

namespace {

using base::Json;
using gateway::ListedModel;

bool speaksAnthropic(const Call &call)
{
    return !call.head.value("anthropic-version").isEmpty();
}

/// Under /v1/providers/{provider} only that provider's models are listed.
bool isOf(const ListedModel &model, const QByteArray &provider)
{
    return provider.isEmpty() || model.owner == provider || model.id.startsWith(provider + '/');
}

Json openAiModel(const ListedModel &model)
{
    Json out = Json::object({{"id", Json(model.id)},
                             {"object", "model"},
                             {"created", Json(model.createdSeconds)},
                             {"owned_by", Json(model.owner)}});
    if (model.contextWindow)
        out.set("context_window", Json(*model.contextWindow));
    if (model.maxOutput)
        out.set("max_output_tokens", Json(*model.maxOutput));
    return out;
}

Json anthropicModel(const ListedModel &model)
{
    const QDateTime created = QDateTime::fromSecsSinceEpoch(model.createdSeconds, Qt::UTC);
    return Json::object({{"type", "model"},
                         {"id", Json(model.id)},
                         {"display_name", model.name.isEmpty() ? Json(model.id) : Json(model.name)},
                         {"created_at", Json(created.toString(Qt::ISODate))}});
}

void sendJson(Call &call, const Json &json)
{
    call.reply->sendWhole(200, {{"content-type", "application/json"}}, json.toJson());
}

} // namespace

void serveModels(Call &call)
{
    const QList<ListedModel> models = call.handler.models(call.key.allowedModels);
    const QByteArray provider = call.route.forcedProvider.toUtf8();
    const bool anthropic = speaksAnthropic(call);
    Json data = Json::array();
    for (const ListedModel &model : models) {
        if (!isOf(model, provider))
            continue;
        data.append(anthropic ? anthropicModel(model) : openAiModel(model));
    }
    if (!anthropic)
        return sendJson(call, Json::object({{"object", "list"}, {"data", data}}));
    const auto idAt = [&data](qsizetype index) {
        return data.size() > 0 ? data.at(index)["id"] : Json();
    };
    sendJson(call, Json::object({{"data", data},
                                 {"has_more", false},
                                 {"first_id", idAt(0)},
                                 {"last_id", idAt(data.size() - 1)}}));
}

void serveModel(Call &call)
{
    const QByteArray &id = call.route.argument;
    for (const ListedModel &model : call.handler.models(call.key.allowedModels)) {
        if (model.id == id)
            return sendJson(call,
                            speaksAnthropic(call) ? anthropicModel(model) : openAiModel(model));
    }
    call.reply->sendError(
        {.code = base::ErrorCode::NotFound,
         .detail = u"There is no model named \"%1\"."_qs.arg(QString::fromUtf8(id))},
        404);
}

} // namespace omni::http
