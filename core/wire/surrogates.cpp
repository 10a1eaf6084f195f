// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/surrogates.h"

namespace omni::wire {

namespace {

constexpr qsizetype EscapeSize = 6; ///< `\ud83d`

/// The code unit of the escape that begins here; -1 when there is none.
int unitAt(QByteArrayView json, qsizetype at)
{
    if (at + EscapeSize > json.size() || json[at] != '\\' || json[at + 1] != 'u')
        return -1;
    bool good = false;
    const int unit = json.sliced(at + 2, 4).toByteArray().toInt(&good, 16);
    return good ? unit : -1;
}

constexpr bool isHigh(int unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

constexpr bool isLow(int unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

QByteArray SurrogateJoiner::join(QByteArrayView json)
{
    constexpr QByteArrayView Replacement("\\ufffd");
    QByteArray out;
    out.reserve(json.size() + EscapeSize);
    for (qsizetype at = 0; at < json.size();) {
        const int unit = unitAt(json, at);
        const qsizetype next = at + EscapeSize;
        if (isHigh(unit) && isLow(unitAt(json, next))) {
            out.append(json.sliced(at, 2 * EscapeSize));
            at = next + EscapeSize;
        } else if (isHigh(unit)) {
            if (next < json.size() && json[next] == '"')
                m_high = json.sliced(at, EscapeSize).toByteArray();
            else
                out.append(Replacement);
            at = next;
        } else if (isLow(unit)) {
            if (!m_high.isEmpty() && out.endsWith('"'))
                out += m_high + json.sliced(at, EscapeSize).toByteArray();
            else
                out.append(Replacement);
            m_high.clear();
            at = next;
        } else {
            // An escape is taken whole, so that `\\u` is no code unit.
            const qsizetype size = json[at] == '\\' && at + 1 < json.size() ? 2 : 1;
            out.append(json.sliced(at, size));
            at += size;
        }
    }
    return out;
}

} // namespace omni::wire
