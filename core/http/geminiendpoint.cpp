// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/http/endpoints.h"

namespace omni::http {

namespace {

using base::Json;
using gateway::ListedModel;

constexpr QByteArrayView Resource("models/");

Json geminiModel(const ListedModel &model)
{
    Json out = Json::object({{"name", Json(Resource.toByteArray() + model.id)},
                             {"version", "1"},
                             {"displayName", Json(model.name)}});
    if (model.contextWindow)
        out.set("inputTokenLimit", Json(*model.contextWindow));
    if (model.maxOutput)
        out.set("outputTokenLimit", Json(*model.maxOutput));
    out.set("supportedGenerationMethods", Json::array({"generateContent", "countTokens"}));
    if (model.capabilities.contains(u"thinking"_qs))
        out.set("thinking", true);
    return out;
}

} // namespace

void serveGeminiModels(Call &call)
{
    Json models = Json::array();
    for (const ListedModel &model : listedModels(call))
        models.append(geminiModel(model));
    sendJson(call, Json::object({{"models", models}}).toJson());
}

void serveGeminiModel(Call &call)
{
    const auto model = listedModel(call, call.route.argument);
    if (!model)
        return refuseModel(call, call.route.argument);
    sendJson(call, geminiModel(*model).toJson());
}

} // namespace omni::http
