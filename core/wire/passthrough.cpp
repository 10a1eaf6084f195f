// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/passthrough.h"

#include "core/base/json.h"
#include "core/base/jsonbytes.h"
#include "core/wire/reasoningcarrier.h"

#include <algorithm>

namespace omni::wire {

using chat::Format;
using chat::Traits;

namespace {

/// The value of a top-level field as it stands in the body; empty when there is none.
QByteArrayView valueOf(QByteArrayView body, const RequestFacts &facts, QByteArrayView key)
{
    const auto found = std::find_if(facts.spans.begin(), facts.spans.end(),
                                    [&](const base::JsonSpan &span) { return span.key == key; });
    return found == facts.spans.end()
               ? QByteArrayView()
               : body.sliced(found->valueBegin, found->valueEnd - found->valueBegin);
}

bool says(QByteArrayView body, QByteArrayView word)
{
    return base::containsBytes(body, word);
}

bool chatNeedsOtherWords(QByteArrayView body, const RequestFacts &facts, const Traits &traits)
{
    return (traits.maxCompletionTokens && !valueOf(body, facts, "max_tokens").isEmpty()) ||
           (traits.toolCallIdLength > 0 && says(body, "\"tool_call_id\"")) ||
           (traits.toolChoiceRequiredIsAny && says(body, "\"tool_choice\""));
}

bool responsesNeedOtherWords(QByteArrayView body, const RequestFacts &facts, const Traits &traits)
{
    // Whoever demands instructions wants a list of items, too.
    const QByteArrayView instructions = valueOf(body, facts, "instructions");
    const bool lacksInstructions =
        instructions.isEmpty() || instructions == "null" || instructions == "\"\"";
    const bool isShorthand = valueOf(body, facts, "input").startsWith('"');
    return (!traits.defaultInstructions.isEmpty() && (lacksInstructions || isShorthand)) ||
           (!traits.serviceTiers.isEmpty() && !valueOf(body, facts, "service_tier").isEmpty()) ||
           (!traits.remoteMedia && (says(body, "\"input_image\"") || says(body, "\"file_url\"")));
}

/// The first call of a turn without the signature that the upstream wants to see again: another
/// upstream made it.
bool lacksSignature(const base::Json &content)
{
    for (const base::Json &part : content["parts"].items()) {
        if (part.contains("functionCall") || part.contains("function_call"))
            return !part.contains("thoughtSignature") && !part.contains("thought_signature");
    }
    return false;
}

bool geminiNeedsOtherWords(QByteArrayView body, const RequestFacts &facts, const Traits &traits)
{
    // Signatures are base64 here; this is how what we packed begins.
    static const QByteArray packed = '"' + QByteArray(CarrierMark).mid(1).toBase64().left(6);
    if (says(body, packed))
        return true;
    if (traits.thinkingLevels.isEmpty() || !says(body, "unction"))
        return false;
    const auto contents = base::Json::parse(valueOf(body, facts, "contents"));
    return contents &&
           std::any_of(contents->items().begin(), contents->items().end(), lacksSignature);
}

} // namespace

bool needsOtherWords(Format format, QByteArrayView body, const RequestFacts &facts,
                     const Traits &traits)
{
    // What another vendor bound to its reasoning must not reach this one.
    if (says(body, CarrierMark) || (format == Format::Gemini && says(body, PackedCarrierMark)))
        return true;
    if (format == Format::Gemini)
        return geminiNeedsOtherWords(body, facts, traits);
    if (format != Format::OpenAiChat && format != Format::OpenAiResponses)
        return false;
    if ((!traits.developerRole && says(body, "\"developer\"")) ||
        (!traits.systemRole && says(body, "\"system\"")))
        return true;
    return format == Format::OpenAiChat ? chatNeedsOtherWords(body, facts, traits)
                                        : responsesNeedOtherWords(body, facts, traits);
}

} // namespace omni::wire
