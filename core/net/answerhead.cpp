// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/answerhead.h"

#include <algorithm>

namespace omni::net {

namespace {

bool isSameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

bool AnswerHead::take(QByteArrayView line)
{
    if (m_isComplete)
        return true;
    m_bytes += line.size();
    if (m_bytes > MaxBytes)
        return false;
    if (line.trimmed().isEmpty()) {
        m_isInBlock = false;
        if (m_status >= 200)
            complete();
    } else if (!m_isInBlock) {
        startBlock(line.trimmed());
    } else {
        addField(line);
    }
    return true;
}

/// "HTTP/1.1 200 OK", "HTTP/2 200". A block that follows a 1xx replaces it.
void AnswerHead::startBlock(QByteArrayView statusLine)
{
    m_isInBlock = true;
    m_headers.clear();
    const qsizetype space = statusLine.indexOf(' ');
    const QByteArrayView rest = space < 0 ? QByteArrayView() : statusLine.sliced(space + 1);
    m_status = rest.first(std::min<qsizetype>(3, rest.size())).toInt();
}

void AnswerHead::addField(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    if (line.startsWith(' ') || line.startsWith('\t')) {
        if (!m_headers.isEmpty())
            m_headers.last().second.append(' ').append(text);
        return;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon > 0)
        m_headers.emplaceBack(text.first(colon).toByteArray(),
                              text.sliced(colon + 1).trimmed().toByteArray());
}

void AnswerHead::complete()
{
    m_isComplete = true;
    const auto drop = [this](QByteArrayView name) {
        return m_headers.removeIf(
                   [name](const auto &field) { return isSameName(field.first, name); }) > 0;
    };
    m_isEncoded = drop("content-encoding");
    if (m_isEncoded)
        drop("content-length");
}

} // namespace omni::net
