// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/framereader.h"

namespace omni::gateway {

/// Says server-sent events as the elements of one JSON array that grows: what a client of Gemini
/// gets that did not ask for `alt=sse`.
class ArrayBody
{
public:
    ArrayBody();

    /// Whole events in, elements out. A comment becomes white space, so that it still is a sign of
    /// life.
    [[nodiscard]] QByteArray wrap(const QByteArray &events);
    /// The array's end.
    [[nodiscard]] QByteArray end() const;

private:
    std::unique_ptr<net::FrameReader> m_frames;
    bool m_isOpen = false;
};

} // namespace omni::gateway
