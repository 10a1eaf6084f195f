// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace omni::wire {

/// Appends one server-sent event; without a name only its `data:` line. `json` has no line break.
inline void appendSse(QByteArray &out, QByteArrayView name, QByteArrayView json)
{
    if (!name.isEmpty()) {
        out += "event: ";
        out.append(name);
        out += '\n';
    }
    out += "data: ";
    out.append(json);
    out += "\n\n";
}

inline QByteArray sseEvent(QByteArrayView name, QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size() + name.size() + 24);
    appendSse(out, name, json);
    return out;
}

} // namespace omni::wire
