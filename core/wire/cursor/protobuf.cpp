// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/cursor/protobuf.h"

namespace omni::wire::cursor {

namespace {

enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Delimited = 2,
    Fixed32 = 5
};

constexpr int LongestVarint = 10;
constexpr quint64 HighestField = (1U << 29U) - 1;

} // namespace

void ProtoWriter::varint(quint64 value)
{
    for (; value >= 0x80; value >>= 7U)
        m_out += char((value & 0x7fU) | 0x80U);
    m_out += char(value);
}

ProtoWriter &ProtoWriter::number(int field, quint64 value)
{
    varint(quint64(field) << 3U | Varint);
    varint(value);
    return *this;
}

ProtoWriter &ProtoWriter::bytes(int field, QByteArrayView value)
{
    varint(quint64(field) << 3U | Delimited);
    varint(quint64(value.size()));
    m_out.append(value);
    return *this;
}

ProtoWriter &ProtoWriter::text(int field, QByteArrayView value)
{
    return value.isEmpty() ? *this : bytes(field, value);
}

std::optional<quint64> ProtoReader::varint()
{
    quint64 value = 0;
    for (int i = 0; i < LongestVarint && i < m_rest.size(); ++i) {
        const auto byte = uchar(m_rest[i]);
        value |= quint64(byte & 0x7fU) << unsigned(7 * i);
        if ((byte & 0x80U) == 0) {
            m_rest = m_rest.sliced(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

bool ProtoReader::skip(qsizetype count)
{
    if (count > m_rest.size())
        return false;
    m_rest = m_rest.sliced(count);
    return true;
}

std::optional<ProtoField> ProtoReader::damaged()
{
    m_isDamaged = true;
    m_rest = {};
    return std::nullopt;
}

std::optional<ProtoField> ProtoReader::next()
{
    if (m_rest.isEmpty())
        return std::nullopt;
    const auto tag = varint();
    if (!tag || *tag >> 3U == 0 || *tag >> 3U > HighestField)
        return damaged();
    ProtoField field{.number = int(*tag >> 3U)};
    switch (*tag & 7U) {
    case Varint: {
        const auto value = varint();
        if (!value)
            return damaged();
        field.value = *value;
        return field;
    }
    case Delimited: {
        const auto size = varint();
        if (!size || *size > quint64(m_rest.size()))
            return damaged();
        field.bytes = m_rest.first(qsizetype(*size));
        m_rest = m_rest.sliced(qsizetype(*size));
        return field;
    }
    case Fixed64:
        return skip(8) ? std::optional(field) : damaged();
    case Fixed32:
        return skip(4) ? std::optional(field) : damaged();
    default:
        return damaged();
    }
}

} // namespace omni::wire::cursor
