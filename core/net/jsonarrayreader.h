// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/framereader.h"

namespace omni::net {

/// Splits one JSON array into its elements while it arrives; a lone object counts as an array of
/// one. Only brackets and strings are looked at: what an element is worth, its reader must say.
/// Each byte is looked at once. Brackets and commas belong to no frame but the next one's `raw`.
class JsonArrayReader final : public FrameReader
{
public:
    [[nodiscard]] QList<Frame> feed(QByteArrayView bytes) override;
    [[nodiscard]] QList<Frame> finish() override;
    [[nodiscard]] QString fault() const override;

private:
    enum class State
    {
        Start,   ///< before the opening bracket
        Between, ///< before an element, a comma or the closing bracket
        Element,
        Behind ///< behind the closing bracket
    };

    void scan(QByteArrayView bytes, QList<Frame> *frames);
    /// True when the element ended at this byte.
    [[nodiscard]] bool isEnd(char c);
    void begin(char c, qsizetype at);
    void addElement(QByteArrayView bytes, qsizetype end, QList<Frame> *frames);

    State m_state = State::Start;
    QByteArray m_buffer;     ///< what no frame has taken yet
    qsizetype m_used = 0;    ///< bytes taken by frames in the last scan
    qsizetype m_scanned = 0; ///< counted from the buffer's first byte, as all positions
    qsizetype m_begin = 0;   ///< of the element
    int m_depth = 0;
    bool m_inString = false;
    bool m_isEscaped = false;
    bool m_isBare = false;   ///< the element is a number or a word and ends before its end mark
    bool m_isSingle = false; ///< there is no array around
    bool m_overflown = false;
};

} // namespace omni::net
