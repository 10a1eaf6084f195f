// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/openairesponses/words.h"
#include "core/wire/surrogates.h"

#include <map>

namespace omni::wire::openairesponses {

/// Reads `response.*` events of OpenAI and of those who imitate it (translation.md §4.2). What a
/// stream leaves out is taken from its later events: the done events, the finished items, and at
/// last the whole response.
class EventDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_ended; }

private:
    /// One piece of the content of a message, or the one part that another item is.
    struct Piece
    {
        int part = -1;
        chat::event::Field field = chat::event::Field::Text;
        qsizetype told = 0; ///< bytes of its text so far
        qsizetype annotations = 0;
        bool isOpen = false;
    };
    struct Item
    {
        enum class Kind
        {
            Message,
            Reasoning,
            Call,
            Opaque
        };
        Kind kind = Kind::Opaque;
        base::Json fields;              ///< of a message: those that its first part keeps
        std::map<int, Piece> pieces;    ///< by content index
        std::vector<qsizetype> summary; ///< bytes told of each paragraph
        qsizetype thought = 0;          ///< bytes told of the raw reasoning
        bool isDone = false;
    };

    void event(const QByteArray &type, const base::Json &json);
    bool textEvent(const QByteArray &type, const base::Json &json);
    bool reasoningEvent(const QByteArray &type, const base::Json &json);
    bool callEvent(const QByteArray &type, const base::Json &json);
    void start(const base::Json &response);
    Item &addItem(int index, const base::Json &item);
    Item *itemFor(const base::Json &json);
    Piece &pieceFor(Item &item, int contentIndex, const base::Json &part);
    void open(Piece &piece, chat::Part part);
    void close(Piece &piece);
    void emitGrowth(const Piece &piece, chat::event::Field field, const QByteArray &delta,
                    int subIndex = 0);
    void grow(Piece &piece, const QByteArray &delta);
    /// Tells what the whole text has beyond what was told.
    void complete(Piece &piece, const QByteArray &whole);
    void growSummary(Item &item, int index, const QByteArray &delta);
    void growThought(Item &item, const QByteArray &delta);
    void itemDone(int index, const base::Json &item);
    void messageDone(Item &state, const base::Json &item);
    void reasoningDone(Item &state, const base::Json &item);
    void callDone(Item &state, const base::Json &item);
    void annotation(Piece &piece, const base::Json &annotation);
    void finished(const base::Json &response);
    void keepLogprobs(const base::Json &tokens);
    void fail(base::Error error);
    void fail(const QString &why);

    chat::StreamEvents m_events;
    std::map<int, Item> m_items; ///< by output index
    base::Json m_logprobs;
    SurrogateJoiner m_halves;
    int m_parts = 0;
    bool m_started = false;
    bool m_ended = false;
    bool m_hasCalls = false;
};

} // namespace omni::wire::openairesponses
