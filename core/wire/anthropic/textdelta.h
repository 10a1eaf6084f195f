// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace omni::wire::anthropic {

/// The event that makes up nearly all of a stream, read and written without a JSON tree.
struct TextDelta
{
    qint64 index = 0;
    QByteArray text;
};

/// True when the event is a text delta in the vendor's own spelling and of plain ASCII with simple
/// escapes; everything else is for the real parser.
[[nodiscard]] bool readTextDelta(QByteArrayView json, TextDelta &delta);

} // namespace omni::wire::anthropic
