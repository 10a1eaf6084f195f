// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/pieces.h"
#include "core/wire/openaichat/streamdecoder.h"
#include "core/wire/toolnames.h"

#include <algorithm>

// How the pieces of tool calls find together: by index, else by id, else they belong to the last
// call (translation.md §4.1).
namespace omni::wire::openaichat {

using base::Json;
using chat::Format;
using chat::Part;
using chat::ToolCallPart;
using chat::event::Field;

namespace {

/// Whether a piece that names a tool begins another call although its index is taken: vendors that
/// send whole calls give all of them index 0.
bool isComplete(const QByteArray &arguments)
{
    return !arguments.isEmpty() && Json::parse(arguments).has_value();
}

} // namespace

ChunkDecoder::Call &ChunkDecoder::callFor(const Json &json, ChoiceState &state,
                                          const QByteArray &id, const QByteArray &name)
{
    const std::optional<qint64> index = json["index"].asInt();
    auto &calls = state.calls;
    const auto begin = [&]() -> Call & {
        Call &made = calls.emplace_back();
        made.wireIndex = index;
        return made;
    };
    const auto last = std::find_if(calls.rbegin(), calls.rend(), [&](const Call &call) {
        if (index)
            return call.wireIndex == index;
        return id.isEmpty() || call.id == id;
    });
    if (last == calls.rend())
        return begin();
    if (!id.isEmpty() && !last->id.isEmpty() && last->id != id)
        return begin();
    const bool namesAgain = !name.isEmpty() && !last->name.isEmpty();
    if (namesAgain && id.isEmpty() && isComplete(last->arguments))
        return begin();
    return *last;
}

void ChunkDecoder::toolCall(const Json &json, ChoiceState &state, int choice, bool isLegacy)
{
    const ToolCallPart piece = toolCallOf(json);
    if (piece.id.isEmpty() && piece.name.isEmpty() && piece.arguments.isEmpty() &&
        !json["index"].isNumber())
        return;
    Call &call = callFor(json, state, piece.id, piece.name);
    call.isFreeForm = call.isFreeForm || piece.isFreeForm;
    call.isLegacy = isLegacy;
    if (call.id.isEmpty())
        call.id = piece.id;
    if (call.name.isEmpty())
        call.name = piece.name;
    const Json fields = leftOver(json, {"id", "type", "function", "custom", "index"});
    for (const base::JsonMember &member : fields.members())
        call.extra.set(member.key, member.value);
    const bool wasOpen = call.part >= 0;
    call.arguments += piece.arguments;
    if (!wasOpen && !call.name.isEmpty())
        openCall(call, state, choice);
    else if (wasOpen && !piece.arguments.isEmpty())
        m_events.emplace_back(
            chat::event::PartGrew{call.part, Field::Arguments, piece.arguments, 0, std::nullopt});
    if (wasOpen && !piece.signature.isEmpty())
        m_events.emplace_back(chat::event::PartGrew{call.part, Field::Signature, piece.signature, 0,
                                                    piece.signatureOrigin});
}

/// The call is shown once its name is known; what came before goes out with it.
void ChunkDecoder::openCall(Call &call, ChoiceState &state, int choice)
{
    closeOthers(state, Kind::Calls);
    if (call.id.isEmpty())
        call.id = makeCallId("call_", m_id, m_callCount, call.name);
    ++m_callCount;
    ToolCallPart opened{.id = call.id, .name = call.name};
    opened.isFreeForm = call.isFreeForm;
    const QByteArray &signature =
        call.extra["extra_content"]["google"]["thought_signature"].toBytes();
    if (!signature.isEmpty()) {
        opened.signature = signature;
        opened.signatureOrigin = Format::Gemini;
    }
    Part part(std::move(opened));
    Json kept = call.extra;
    if (call.isLegacy)
        kept.set("function_call", true);
    part.extensions.put(Format::OpenAiChat, std::move(kept));
    call.part = m_parts++;
    m_events.emplace_back(chat::event::PartOpened{call.part, std::move(part), choice});
    if (!call.arguments.isEmpty())
        m_events.emplace_back(
            chat::event::PartGrew{call.part, Field::Arguments, call.arguments, 0, std::nullopt});
    state.hasContent = true;
}

} // namespace omni::wire::openaichat
