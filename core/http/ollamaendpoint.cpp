// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"
#include "core/wire/ollama/models.h"

namespace omni::http {

namespace {

using gateway::ListedModel;
using wire::ollama::Form;
using wire::ollama::Model;

/// What nobody knows of a model counts as there: a client would not even try.
Model ollamaModel(const ListedModel &listed)
{
    const QStringList &known = listed.capabilities;
    return {.name = listed.id,
            .family = listed.owner,
            .contextLength = listed.contextWindow.value_or(0),
            .modifiedSeconds = listed.createdSeconds,
            .takesTools = known.isEmpty() || known.contains(u"tools"_qs),
            .takesImages = known.contains(u"vision"_qs),
            .thinks = known.contains(u"thinking"_qs)};
}

} // namespace

void serveOllama(Call &call)
{
    const Form form = call.route.row->form ? Form::Generate : Form::Chat;
    // Nothing of ours must be brought into memory first.
    if (const auto wish = wire::ollama::loadWish(call.body, form))
        return sendJson(call, wire::ollama::encodeLoaded(*wish));
    serveExchange(call);
}

void serveTags(Call &call)
{
    QList<Model> models;
    for (const ListedModel &model : listedModels(call))
        models.append(ollamaModel(model));
    sendJson(call, wire::ollama::encodeTags(models));
}

void serveShow(Call &call)
{
    QByteArray id = wire::ollama::shownModel(call.body);
    auto model = listedModel(call, id);
    // Ollama's clients add the tag that stands for none.
    constexpr QByteArrayView Latest(":latest");
    if (!model && id.endsWith(Latest))
        model = listedModel(call, id.chopped(Latest.size()));
    if (id.isEmpty())
        return call.reply->sendError({.code = base::ErrorCode::InvalidRequest,
                                      .detail = u"model is required"_qs,
                                      .field = u"model"_qs},
                                     400);
    if (!model)
        return refuseModel(call, id);
    sendJson(call, wire::ollama::encodeShow(ollamaModel(*model)));
}

void serveRunning(Call &call)
{
    sendJson(call, wire::ollama::encodeRunning());
}

void serveOllamaVersion(Call &call)
{
    sendJson(call, wire::ollama::encodeVersion());
}

} // namespace omni::http
