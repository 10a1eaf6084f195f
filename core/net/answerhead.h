// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/httprequest.h"

namespace omni::net {

/// The status line and headers of an answer, line by line. 1xx blocks are skipped, and so are
/// trailers, which come by the same way. What libcurl undoes (Content-Encoding, and the length that
/// belongs to it) is left out.
class AnswerHead
{
public:
    static constexpr qsizetype MaxBytes = 256 << 10;

    /// False when the block is too large.
    [[nodiscard]] bool take(QByteArrayView line);
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// The body comes in an encoding that is undone.
    [[nodiscard]] bool isEncoded() const { return m_isEncoded; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const HeaderList &headers() const { return m_headers; }

private:
    void startBlock(QByteArrayView statusLine);
    void addField(QByteArrayView line);
    void complete();

    HeaderList m_headers;
    int m_status = 0;
    qsizetype m_bytes = 0;
    bool m_isInBlock = false;
    bool m_isComplete = false;
    bool m_isEncoded = false;
};

} // namespace omni::net
