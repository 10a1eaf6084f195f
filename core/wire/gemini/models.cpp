// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/models.h"

#include "core/wire/gemini/words.h"

namespace omni::wire::gemini {

namespace {

void writeModel(JsonOut &out, const Model &model)
{
    out.beginObject();
    out.textMember("name", ModelPrefix + model.id);
    out.textMember("version", "001");
    out.textMember("displayName", model.displayName.isEmpty() ? model.id : model.displayName);
    out.textMemberIfSet("description", model.description);
    if (model.inputLimit > 0)
        out.key("inputTokenLimit").number(model.inputLimit);
    if (model.outputLimit > 0)
        out.key("outputTokenLimit").number(model.outputLimit);
    out.key("supportedGenerationMethods").beginArray();
    if (model.embeds) {
        out.text("embedContent");
    } else {
        out.text("generateContent");
        out.text("streamGenerateContent");
    }
    if (model.counts)
        out.text("countTokens");
    out.endArray();
    if (model.thinks)
        out.key("thinking").boolean(true);
    out.endObject();
}

} // namespace

QByteArray encodeModels(const QList<Model> &models)
{
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.key("models").beginArray();
    for (const Model &model : models)
        writeModel(out, model);
    out.endArray();
    out.endObject();
    return body;
}

QByteArray encodeModel(const Model &model)
{
    QByteArray body;
    JsonOut out(body);
    writeModel(out, model);
    return body;
}

} // namespace omni::wire::gemini
