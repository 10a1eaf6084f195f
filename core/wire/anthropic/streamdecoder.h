// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/anthropic/finish.h"
#include "core/wire/codec.h"
#include "core/wire/surrogates.h"

#include <QHash>

namespace omni::wire::anthropic {

/// Reads `message_start` … `message_stop`. Forgives what compatible servers get wrong: missing
/// starts and stops, a delta of another kind than its block, complete inputs at the start.
class StreamDecoder final : public wire::StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_ended; }

private:
    enum class Kind
    {
        Text,
        JsonText, ///< the structured-output tool, read as text
        Reasoning,
        ToolCall,
        Opaque
    };
    struct Block
    {
        int part = 0;
        Kind kind = Kind::Text;
        QByteArray input; ///< a tool's whole input at the start, used when no delta follows
    };

    void dispatch(QByteArrayView name, const base::Json &json);
    void onMessageStart(const base::Json &message);
    void onBlockStart(const base::Json &event);
    void onBlockDelta(const base::Json &event);
    void onBlockStop(qint64 index);
    void onMessageDelta(const base::Json &event);
    void onMessageStop();

    void ensureStarted();
    void open(qint64 index, Kind kind, chat::Part part, const QByteArray &input = {});
    /// The block as it must be for a delta of this kind; opens one where the upstream did not.
    Block &blockFor(qint64 index, Kind kind);
    void openTool(qint64 index, const base::Json &block);
    void grow(int part, chat::event::Field field, QByteArray delta);
    void close(qint64 index);
    void closeAll();
    void end();
    void fail(base::Error error);
    bool decodeTextQuickly(QByteArrayView data);

    QHash<qint64, Block> m_open;
    chat::StreamEvents m_events;
    QByteArray m_id;
    DecodedFinish m_finish;
    base::Json m_end; ///< extensions of the finish
    base::Json m_delta;
    SurrogateJoiner m_halves;
    int m_parts = 0;
    bool m_started = false;
    bool m_finishSeen = false;
    bool m_hasCalls = false;
    bool m_ended = false;
};

} // namespace omni::wire::anthropic
