// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/requestencoder.h"

#include "core/wire/gemini/conversation.h"
#include "core/wire/gemini/generationconfig.h"
#include "core/wire/gemini/partwriter.h"
#include "core/wire/gemini/schema.h"
#include "core/wire/gemini/thinking.h"
#include "core/wire/gemini/toolplan.h"
#include "core/wire/gemini/words.h"
#include "core/wire/requestfacts.h"
#include "core/wire/systemturns.h"

namespace omni::wire::gemini {

using base::Json;
using chat::ChatRequest;
using chat::Part;
using chat::ResponseShape;

namespace {

void writeParts(JsonOut &out, const std::vector<Part> &parts)
{
    out.key("parts").beginArray();
    for (const Part &part : parts)
        writePart(out, part);
    out.endArray();
}

void writeConversation(JsonOut &out, const Conversation &conversation)
{
    if (!conversation.system.empty()) {
        out.key("systemInstruction").beginObject();
        writeParts(out, conversation.system);
        writeMembers(out, conversation.systemExtra);
        out.endObject();
    }
    out.key("contents").beginArray();
    for (const Turn &turn : conversation.turns) {
        out.beginObject();
        out.textMember("role", turn.isModel ? "model" : "user");
        writeParts(out, turn.parts);
        writeMembers(out, turn.extra);
        out.endObject();
    }
    out.endArray();
}

ShapePlan planShape(const ResponseShape &shape, const Traits &traits, Losses &losses)
{
    ShapePlan plan;
    if (shape.kind == ResponseShape::Kind::Text)
        plan.mimeType = "text/plain";
    if (shape.kind == ResponseShape::Kind::JsonObject ||
        shape.kind == ResponseShape::Kind::JsonSchema)
        plan.mimeType = "application/json";
    if (shape.kind != ResponseShape::Kind::JsonSchema)
        return plan;
    const Json &own = shape.extensions.of(Mine)["responseSchema"];
    if (!own.isNull()) {
        plan.reducedSchema = own;
    } else if (traits.fullSchemas) {
        plan.schema = shape.schema;
    } else {
        const ReducedSchema reduced = reduceSchema(shape.schema);
        plan.reducedSchema = reduced.schema;
        if (!reduced.lost.isEmpty())
            losses.append(
                Loss{"response_format", "the schema was reduced: " + reduced.lost.join(", ")});
    }
    return plan;
}

/// What other formats can say and this one cannot.
void noteLosses(const ChatRequest &request, Losses &losses)
{
    const auto note = [&](bool given, const char *field) {
        if (given)
            losses.append(Loss{field, "has no counterpart"});
    };
    note(!request.userId.isEmpty(), "user");
    note(!request.metadata.isNull(), "metadata");
    note(!request.serviceTier.isEmpty(), "service_tier");
    note(!request.cacheKey.isEmpty(), "prompt_cache_key");
    note(!request.verbosity.isEmpty(), "verbosity");
    note(request.store.value_or(false), "store");
    note(request.cache.has_value(), "cache_control");
    for (const auto &[format, object] : request.extensions.objects) {
        if (format == Mine)
            continue;
        for (const base::JsonMember &member : object.members())
            losses.append(Loss{member.key, "only its own format knows this field"});
    }
}

bool wantsJson(const ResponseShape &shape)
{
    return shape.kind == ResponseShape::Kind::JsonObject ||
           shape.kind == ResponseShape::Kind::JsonSchema;
}

bool hasFunctions(const ChatRequest &request)
{
    return std::any_of(request.tools.begin(), request.tools.end(), [](const chat::ToolSpec &tool) {
        return tool.kind != chat::ToolKind::BuiltIn;
    });
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    if (!request.previousResponseId.isEmpty())
        return base::fail(
            {.code = base::ErrorCode::Unsupported,
             .detail = QStringLiteral("previous_response_id: Gemini keeps no conversation"),
             .field = QStringLiteral("previous_response_id")});
    EncodedRequest encoded;
    Losses &losses = encoded.losses;
    ChatRequest asked = request;
    const bool inWords = wantsJson(request.shape) &&
                         (!traits.structuredOutput || (traits.toolsAlone && hasFunctions(request)));
    if (inWords) {
        askForShape(asked.messages, request.shape);
        asked.shape = {};
        losses.append(Loss{"response_format", "the model was asked for it in words"});
    }
    ToolNames names = geminiToolNames();
    auto tools = planTools(asked, traits, names, losses);
    if (!tools)
        return base::fail(tools.error());
    auto conversation = arrange(asked, traits, names, losses);
    if (!conversation)
        return base::fail(conversation.error());
    const Json thinking = planThinking(asked, traits, losses);
    const ShapePlan shape = planShape(asked.shape, traits, losses);
    noteLosses(request, losses);

    const Json &extra = request.extensions.of(Mine);
    QByteArray body;
    body.reserve(4096);
    JsonOut out(body);
    out.beginObject();
    writeConversation(out, *conversation);
    writeTools(out, *tools, extra["toolConfig"]);
    writeConfig(out, asked, traits, shape, thinking, losses);
    writeMembers(out, leftOver(extra, {"generationConfig", "toolConfig"}));
    out.endObject();
    encoded.body = withTraits(body, traits);
    encoded.renamedTools = names.renamed();
    return encoded;
}

} // namespace omni::wire::gemini
