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

} // namespace

QList<ListedModel> listedModels(const Call &call)
{
    QList<ListedModel> models = call.handler.models(call.key.allowedModels);
    const QByteArray provider = call.route.forcedProvider.toUtf8();
    if (!provider.isEmpty())
        models.removeIf([&provider](const ListedModel &model) {
            return model.owner != provider && !model.id.startsWith(provider + '/');
        });
    return models;
}

std::optional<ListedModel> listedModel(const Call &call, const QByteArray &id)
{
    for (const ListedModel &model : call.handler.models(call.key.allowedModels)) {
        if (model.id == id)
            return model;
    }
    return std::nullopt;
}

void sendJson(Call &call, const QByteArray &json)
{
    call.reply->sendWhole(200, {{"content-type", "application/json"}}, json);
}

void refuseModel(Call &call, const QByteArray &id)
{
    call.reply->sendError(
        {.code = base::ErrorCode::NotFound,
         .detail = u"There is no model named \"%1\"."_qs.arg(QString::fromUtf8(id))},
        404);
}

void serveModels(Call &call)
{
    const bool anthropic = speaksAnthropic(call);
    Json data = Json::array();
    for (const ListedModel &model : listedModels(call))
        data.append(anthropic ? anthropicModel(model) : openAiModel(model));
    if (!anthropic)
        return sendJson(call, Json::object({{"object", "list"}, {"data", data}}).toJson());
    const auto idAt = [&data](qsizetype index) {
        return data.size() > 0 ? data.at(index)["id"] : Json();
    };
    sendJson(call, Json::object({{"data", data},
                                 {"has_more", false},
                                 {"first_id", idAt(0)},
                                 {"last_id", idAt(data.size() - 1)}})
                       .toJson());
}

void serveModel(Call &call)
{
    const auto model = listedModel(call, call.route.argument);
    if (!model)
        return refuseModel(call, call.route.argument);
    const Json json = speaksAnthropic(call) ? anthropicModel(*model) : openAiModel(*model);
    sendJson(call, json.toJson());
}

} // namespace omni::http
