// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace omni::wire::cursor {

/// Writes the fields of one protobuf message, in the order of the calls.
class ProtoWriter
{
public:
    ProtoWriter &number(int field, quint64 value);
    /// A string, bytes, or a message that was written before.
    ProtoWriter &bytes(int field, QByteArrayView value);
    /// Nothing when the text is empty.
    ProtoWriter &text(int field, QByteArrayView value);
    ProtoWriter &message(int field, const ProtoWriter &inner) { return bytes(field, inner.m_out); }

    [[nodiscard]] const QByteArray &data() const { return m_out; }

private:
    void varint(quint64 value);

    QByteArray m_out;
};

struct ProtoField
{
    int number = 0;
    quint64 value = 0;    ///< of a number
    QByteArrayView bytes; ///< of a string, bytes, a message; points into the message that is read
};

/// Steps through the fields of one protobuf message.
class ProtoReader
{
public:
    explicit ProtoReader(QByteArrayView message)
        : m_rest(message)
    {}

    /// Nothing at the end, and where the message is damaged.
    [[nodiscard]] std::optional<ProtoField> next();
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }

private:
    std::optional<quint64> varint();
    bool skip(qsizetype count);
    std::optional<ProtoField> damaged();

    QByteArrayView m_rest;
    bool m_isDamaged = false;
};

} // namespace omni::wire::cursor
