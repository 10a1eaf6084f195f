// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

namespace omni::wire {

/// Writes JSON text straight into a buffer, commas by itself. For bodies and stream events, where
/// a tree would only be built to be thrown away.
class JsonOut
{
public:
    explicit JsonOut(QByteArray &out)
        : m_out(out)
    {}

    void beginObject() { open('{'); }
    void endObject() { m_out += '}'; }
    void beginArray() { open('['); }
    void endArray() { m_out += ']'; }

    JsonOut &key(QByteArrayView name)
    {
        separate();
        base::appendJsonString(m_out, name);
        m_out += ':';
        return *this;
    }
    void text(QByteArrayView value)
    {
        separate();
        base::appendJsonString(m_out, value);
    }
    /// JSON text as it is.
    void raw(QByteArrayView json)
    {
        separate();
        m_out.append(json);
    }
    void value(const base::Json &json)
    {
        separate();
        json.appendTo(m_out);
    }
    void number(qint64 value) { raw(QByteArray::number(value)); }
    void boolean(bool value) { raw(value ? QByteArrayView("true") : QByteArrayView("false")); }
    void null() { raw("null"); }

    void textMember(QByteArrayView name, QByteArrayView value) { key(name).text(value); }
    /// Nothing when the value is empty.
    void textMemberIfSet(QByteArrayView name, QByteArrayView value)
    {
        if (!value.isEmpty())
            textMember(name, value);
    }

    [[nodiscard]] QByteArray &buffer() { return m_out; }

private:
    void open(char bracket)
    {
        separate();
        m_out += bracket;
    }
    /// A comma after a finished value; everything else in front means that this is the first.
    void separate()
    {
        const char last = m_out.isEmpty() ? '{' : m_out.back();
        if (last == '"' || last == '}' || last == ']' || (last >= '0' && last <= '9') ||
            last == 'e' || last == 'l')
            m_out += ',';
    }

    QByteArray &m_out;
};

} // namespace omni::wire
