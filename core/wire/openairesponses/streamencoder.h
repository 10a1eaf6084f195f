// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/openairesponses/response.h"
#include "core/wire/openairesponses/responseobject.h"

#include <map>

namespace omni::wire::openairesponses {

/// Writes `response.*` events. Every item is added, grows and is done, and the last event holds the
/// whole answer: Codex builds its items from the done events and waits for the last one.
class EventEncoder : public StreamEncoder
{
public:
    explicit EventEncoder(Options options)
        : m_options(std::move(options))
    {}

    [[nodiscard]] QByteArray encode(const chat::StreamEvent &event) override;
    [[nodiscard]] QByteArray finish() override;
    [[nodiscard]] QByteArray encodeFailure(const base::Error &error, int status) override;
    [[nodiscard]] Losses losses() const override { return m_losses; }

private:
    struct Item
    {
        int outputIndex = 0;
        QByteArray id;
        std::vector<chat::Part> parts;
        int openParts = 0;
        bool isEnding = false;    ///< a message that ends with its last open part
        int summaryIndex = -1;    ///< open paragraph of a summary
        bool hasThought = false;  ///< raw reasoning is open
        bool isTextShown = false; ///< the summary shown is another vendor's thinking itself
    };
    /// Where a canonical part stands.
    struct Place
    {
        int item = 0;
        size_t part = 0;
    };

    void start(const chat::event::Started &started);
    void ensureStarted();
    void open(const chat::event::PartOpened &opened);
    void openContent(int index, chat::Part part);
    void openReasoning(Item &item, const chat::ReasoningPart &known);
    Item &addItem(std::vector<chat::Part> parts);
    void grow(const chat::event::PartGrew &grew);
    void growContent(Item &item, size_t part, const chat::event::PartGrew &grew);
    void textDelta(Item &item, size_t part, const QByteArray &delta);
    void addCitation(Item &item, size_t part, const base::Json &citation);
    void growReasoning(Item &item, const chat::event::PartGrew &grew);
    void textAsSummary(Item &item, const QByteArray &delta);
    void summaryDelta(Item &item, int paragraph, const QByteArray &delta);
    void thoughtDelta(Item &item, const QByteArray &delta);
    void endParagraph(Item &item);
    void growCall(Item &item, const QByteArray &delta);
    void growOpaque(Item &item, const QByteArray &delta);
    void close(int index);
    void closeContent(Item &item, size_t part);
    void closeReasoning(Item &item);
    void closeCall(Item &item);
    void endMessage();
    void endItem(int item, const QByteArray &status = "completed");
    void finished(const chat::event::Finished &finished);

    /// Begins one event; members may follow, then `endEvent`.
    void beginEvent(QByteArrayView type);
    void beginItemEvent(QByteArrayView type, const Item &item);
    void beginPieceEvent(QByteArrayView type, const Item &item, const char *indexKey, qint64 index);
    void endEvent() { m_out += "}\n\n"; }
    void responseEvent(QByteArrayView type, const AnswerState &state);
    void textMember(const char *key, QByteArrayView text);

    Options m_options;
    AnswerHead m_head;
    QByteArray m_out;
    std::map<int, Item> m_items; ///< those that are open, by output index
    std::map<int, Place> m_places;
    std::vector<QByteArray> m_output; ///< the finished items
    chat::Usage m_usage;
    AnswerState m_end;
    Losses m_losses;
    qint64 m_sequence = 0;
    int m_message = -1; ///< the message item that further text joins
    bool m_started = false;
    bool m_finished = false;
    bool m_ended = false;
};

/// A stream's end for an error: `error`, then `response.failed` with a whole response object.
[[nodiscard]] QByteArray failedStream(const base::Error &error, int status,
                                      QByteArrayView requestId);

} // namespace omni::wire::openairesponses
