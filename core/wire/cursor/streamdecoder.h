// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/cursor/words.h"
#include "core/wire/partstream.h"

namespace omni::wire::cursor {

/// Reads Cursor's messages and the JSON that ends its streams. Cursor counts nothing: usage is
/// estimated from the characters of the answer, and marked so.
class MessageDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_parts.isEnded(); }

private:
    void trailer(QByteArrayView json);
    void message(QByteArrayView message);
    void response(QByteArrayView message);
    void toolCall(QByteArrayView message);

    PartStream m_parts{Mine};
};

} // namespace omni::wire::cursor
