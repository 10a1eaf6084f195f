// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/items.h"
#include "core/wire/openairesponses/response.h"
#include "core/wire/openairesponses/streamdecoder.h"
#include "core/wire/openairesponses/usage.h"
#include "core/wire/reasoningcarrier.h"

// How finished items and the finished response complete what the deltas told.
namespace omni::wire::openairesponses {

using base::Json;
using chat::event::Field;

void EventDecoder::itemDone(int index, const Json &item)
{
    auto found = m_items.find(index);
    if (found == m_items.end()) {
        addItem(index, item);
        found = m_items.find(index);
    }
    Item &state = found->second;
    if (state.isDone || !item.isObject())
        return;
    state.isDone = true;
    switch (state.kind) {
    case Item::Kind::Message:
        messageDone(state, item);
        break;
    case Item::Kind::Reasoning:
        reasoningDone(state, item);
        break;
    case Item::Kind::Call:
        callDone(state, item);
        break;
    case Item::Kind::Opaque:
        // The whole item, as the stream's own last word on it.
        emitGrowth(state.pieces[0], Field::Opaque,
                   Json::object({{"type", "response.output_item.done"}, {"item", item}}).toJson());
        break;
    }
    for (auto &[content, piece] : state.pieces)
        close(piece);
}

void EventDecoder::messageDone(Item &state, const Json &item)
{
    const Json &content = item["content"];
    for (qsizetype i = 0; i < content.size(); ++i) {
        const Json &part = content.at(i);
        Piece &piece = pieceFor(state, int(i), part);
        complete(piece, part[part["type"].toBytes() == "refusal" ? "refusal" : "text"].toBytes());
        for (qsizetype known = piece.annotations; known < part["annotations"].size(); ++known)
            annotation(piece, part["annotations"].at(known));
    }
}

/// What is encrypted is whole only here: at its beginning an item may hold another value.
void EventDecoder::reasoningDone(Item &state, const Json &item)
{
    const Json &summary = item["summary"];
    for (qsizetype i = 0; i < summary.size(); ++i) {
        const QByteArray &whole = summary.at(i)["text"].toBytes();
        const qsizetype told = state.summary.size() > size_t(i) ? state.summary[size_t(i)] : 0;
        if (whole.size() > told)
            growSummary(state, int(i), whole.mid(told));
    }
    QByteArray thought;
    for (const Json &piece : item["content"].items())
        thought += piece["text"].toBytes();
    if (thought.size() > state.thought)
        growThought(state, thought.mid(state.thought));
    const QByteArray &opaque = item["encrypted_content"].toBytes();
    const Piece &piece = state.pieces[0];
    chat::ReasoningPart foreign;
    if (!unpackReasoning(opaque, foreign)) {
        emitGrowth(piece, Field::Encrypted, opaque);
        return;
    }
    // Another vendor's, packed by one of our kind: it stays whose it is.
    if (piece.isOpen && !foreign.signature.isEmpty())
        m_events.emplace_back(chat::event::PartGrew{piece.part, Field::Signature, foreign.signature,
                                                    0, foreign.origin});
    if (piece.isOpen && !foreign.encrypted.isEmpty())
        m_events.emplace_back(chat::event::PartGrew{piece.part, Field::Encrypted, foreign.encrypted,
                                                    0, foreign.origin});
}

void EventDecoder::callDone(Item &state, const Json &item)
{
    const bool isFreeForm = item["type"].toBytes() == "custom_tool_call";
    const Json &given = item[isFreeForm ? "input" : "arguments"];
    complete(state.pieces[0], given.isObject() ? given.toJson() : given.toBytes());
}

void EventDecoder::finished(const Json &response)
{
    if (response["status"].toBytes() == "failed") {
        fail(QStringLiteral("the upstream's answer failed without saying why"));
        return;
    }
    // Items that the stream never mentioned, or never finished.
    const Json &output = response["output"];
    const bool hasMore = size_t(output.size()) > m_items.size();
    for (qsizetype i = 0; i < output.size(); ++i) {
        if (hasMore || m_items.contains(int(i)))
            itemDone(int(i), output.at(i));
    }
    for (auto &[index, item] : m_items) {
        for (auto &[content, piece] : item.pieces)
            close(piece);
    }
    const chat::Usage usage = decodeUsage(response["usage"]);
    if (!usage.isEmpty())
        m_events.emplace_back(chat::event::UsageChanged{usage});
    chat::event::Finished finished{.reason = finishOf(response, m_hasCalls)};
    finished.extensions.put(Mine, responseLeftOver(response));
    if (!m_logprobs.isNull())
        finished.logprobs = Json::object({{"content", m_logprobs}, {"refusal", Json()}});
    m_events.emplace_back(std::move(finished));
    m_ended = true;
}

} // namespace omni::wire::openairesponses
