// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/openairesponses/items.h"

#include <span>

namespace omni::wire::openairesponses {

/// Who reads the items: OpenAI takes a history without what it only says itself, a client wants
/// every field.
enum class Side
{
    Request,
    Answer
};

/// How an item of an answer is called and how far it has come. In requests both are empty, and
/// what the parts themselves remember is written.
struct ItemHead
{
    QByteArray id;
    QByteArray status;
};

/// An image, a file or audio as OpenAI takes it; false, with nothing written, when it cannot.
bool writeMedia(JsonOut &out, const chat::Part &part, const chat::MediaPart &media);

/// The content parts [begin, end) of one message item; anything else among them is skipped.
void writeAssistantMessage(JsonOut &out, std::span<const chat::Part> parts, const ItemHead &head,
                           Side side);
/// One piece of such a message.
void writeOutputPart(JsonOut &out, const chat::Part &part, Side side);

void writeReasoning(JsonOut &out, const chat::Part &part, const ItemHead &head);

/// `name` is what stands in the item; the part's own may be another's.
void writeCall(JsonOut &out, const chat::Part &part, const QByteArray &name, const QByteArray &id,
               const ItemHead &head);

/// The last known state of an item only OpenAI knows: streams add to it as they go.
[[nodiscard]] const base::Json &opaqueItem(const chat::OpaquePart &opaque);

/// True when the words of this reasoning are what the model thought, not a summary of it.
[[nodiscard]] bool isRawThought(std::optional<chat::Format> origin);

/// What a client brings back with the reasoning: OpenAI's own encrypted content, or another
/// vendor's signature packed; empty when nothing is bound to it.
[[nodiscard]] QByteArray opaqueStateOf(const chat::ReasoningPart &thought);

[[nodiscard]] qsizetype charactersIn(QByteArrayView utf8);

/// Citations as `annotations` of a text of so many characters; an empty list when there are none.
[[nodiscard]] base::Json annotationsOf(const chat::TextPart &text);
[[nodiscard]] base::Json annotationOf(const base::Json &citation,
                                      std::optional<chat::Format> format, qsizetype characters);

} // namespace omni::wire::openairesponses
