// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/fields.h"

#include <limits>

namespace omni::wire {

using base::Json;

QByteArray FieldPath::text() const
{
    QByteArray out = m_parent ? m_parent->text() : QByteArray();
    if (m_index >= 0)
        return out + '[' + QByteArray::number(m_index) + ']';
    if (!out.isEmpty() && !m_key.isEmpty())
        out += '.';
    return out.append(m_key);
}

bool FieldReader::wrong(const FieldPath &where, const QString &why)
{
    if (!error) {
        const QString field = QString::fromUtf8(where.text());
        error = base::Error{.code = base::ErrorCode::InvalidRequest,
                            .detail = field.isEmpty() ? why : field + QStringLiteral(": ") + why,
                            .field = field};
    }
    return false;
}

bool FieldReader::text(const Json &value, const FieldPath &where, QByteArray &out)
{
    if (value.isNull())
        return true;
    if (!value.isString())
        return wrong(where, "a string is wanted");
    out = value.toBytes();
    return true;
}

bool FieldReader::number(const Json &value, const FieldPath &where, QByteArray &out)
{
    if (value.isNull())
        return true;
    if (!value.isNumber())
        return wrong(where, "a number is wanted");
    out = value.numberText();
    return true;
}

bool FieldReader::integer(const Json &value, const FieldPath &where, std::optional<qint64> &out)
{
    if (value.isNull())
        return true;
    const auto whole = value.asInt();
    if (!whole)
        return wrong(where, "a whole number is wanted");
    out = whole;
    return true;
}

bool FieldReader::integer(const Json &value, const FieldPath &where, std::optional<int> &out)
{
    std::optional<qint64> wide;
    if (!integer(value, where, wide))
        return false;
    if (!wide)
        return true;
    if (*wide < std::numeric_limits<int>::min() || *wide > std::numeric_limits<int>::max())
        return wrong(where, "the number is out of range");
    out = int(*wide);
    return true;
}

bool FieldReader::boolean(const Json &value, const FieldPath &where, bool &out)
{
    if (value.isNull())
        return true;
    if (!value.isBool())
        return wrong(where, "true or false is wanted");
    out = value.toBool();
    return true;
}

bool FieldReader::boolean(const Json &value, const FieldPath &where, std::optional<bool> &out)
{
    bool plain = false;
    if (!boolean(value, where, plain))
        return false;
    if (!value.isNull())
        out = plain;
    return true;
}

bool FieldReader::array(const Json &value, const FieldPath &where)
{
    if (value.isNull())
        return false;
    return value.isArray() || wrong(where, "an array is wanted");
}

bool FieldReader::object(const Json &value, const FieldPath &where)
{
    if (value.isNull())
        return false;
    return value.isObject() || wrong(where, "an object is wanted");
}

} // namespace omni::wire
