// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace omni::wire {

/// Takes the text out of the arguments `{"input":"…"}` of a function that stands in for a free-form
/// tool, while they arrive in pieces. Arguments of any other shape are held until they are whole:
/// then their only text counts, else they themselves.
class FreeFormText
{
public:
    /// What of the text this piece of JSON brings; may be empty.
    [[nodiscard]] QByteArray feed(QByteArrayView json);
    /// What is left when the arguments are whole.
    [[nodiscard]] QByteArray finish();

private:
    enum class State
    {
        Head, ///< up to the first quote of the text
        Text,
        Behind, ///< the text is over: nothing more counts
        Other   ///< another shape: kept whole
    };
    void readHead(QByteArrayView &json);
    void readText(QByteArrayView &json, QByteArray &out);
    void unescape(QByteArray &out);
    void putCharacter(char32_t character, QByteArray &out);

    State m_state = State::Head;
    QByteArray m_whole;  ///< everything, until the shape is known
    QByteArray m_escape; ///< an escape that has begun
    char32_t m_high = 0; ///< half a surrogate pair
};

/// The same for whole arguments.
[[nodiscard]] QByteArray freeFormTextOf(const QByteArray &arguments);

} // namespace omni::wire
