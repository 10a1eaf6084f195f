// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"
#include "core/wire/gemini/models.h"

namespace omni::http {

namespace {

using gateway::ListedModel;
using wire::gemini::Model;

Model geminiModel(const ListedModel &listed)
{
    return {.id = listed.id,
            .displayName = listed.name.toUtf8(),
            .inputLimit = listed.contextWindow.value_or(0),
            .outputLimit = listed.maxOutput.value_or(0),
            .thinks = listed.capabilities.contains(u"thinking"_qs)};
}

} // namespace

void serveGeminiModels(Call &call)
{
    QList<Model> models;
    for (const ListedModel &model : listedModels(call))
        models.append(geminiModel(model));
    sendJson(call, wire::gemini::encodeModels(models));
}

void serveGeminiModel(Call &call)
{
    const auto model = listedModel(call, call.route.argument);
    if (!model)
        return refuseModel(call, call.route.argument);
    sendJson(call, wire::gemini::encodeModel(geminiModel(*model)));
}

} // namespace omni::http
