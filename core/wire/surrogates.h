// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace omni::wire {

/// Some servers cut a stream's text between the two halves of an escaped surrogate pair, so that
/// neither event is valid JSON. One a stream; for events that the parser refused.
class SurrogateJoiner
{
public:
    /// The JSON text with a half at the end of a string kept back and put in front of the half
    /// that begins a string in a later event. Any other lone half becomes U+FFFD.
    [[nodiscard]] QByteArray join(QByteArrayView json);

private:
    QByteArray m_high; ///< `\ud83d`, still without its other half
};

} // namespace omni::wire
