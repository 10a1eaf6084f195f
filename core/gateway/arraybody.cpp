// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/arraybody.h"

namespace omni::gateway {

ArrayBody::ArrayBody()
    : m_frames(net::makeFrameReader(net::Framing::Sse))
{}

QByteArray ArrayBody::wrap(const QByteArray &events)
{
    // This dialect's ping is an empty line, which no reader of events makes anything of.
    if (events.trimmed().isEmpty())
        return events;
    QByteArray out;
    for (const net::Frame &event : m_frames->feed(events)) {
        if (event.isComment) {
            out += '\n';
            continue;
        }
        out += m_isOpen ? ",\r\n" : "[";
        out += event.data;
        m_isOpen = true;
    }
    return out;
}

QByteArray ArrayBody::end() const
{
    return m_isOpen ? "]" : "[]";
}

} // namespace omni::gateway
