// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

#include <map>

namespace omni::wire::bedrock {

/// Reads the events of ConverseStream. Text and thinking have no start event; usage comes after
/// the reason, in the last event.
class EventDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_ended; }

private:
    void blockStart(const base::Json &json);
    void blockDelta(const base::Json &json);
    void reasoning(qint64 block, const base::Json &delta);
    int open(qint64 block, chat::Part part);
    void grow(int part, chat::event::Field field, const QByteArray &delta);
    void blockStop(qint64 block);
    void metadata(const base::Json &json);
    void end();
    void fail(base::Error error);
    void fail(const QString &why);

    chat::StreamEvents m_events;
    std::map<qint64, int> m_open; ///< the wire's block → our part
    std::optional<chat::event::Finished> m_finished;
    int m_parts = 0;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace omni::wire::bedrock
