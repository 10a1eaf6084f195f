// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/fieldpath.h"

namespace omni::wire {

using base::ErrorCode;
using base::Json;

QByteArray FieldPath::toBytes() const
{
    if (m_parent == nullptr)
        return {};
    QByteArray path = m_parent->toBytes();
    if (m_key == nullptr)
        return path + '[' + QByteArray::number(m_index) + ']';
    if (!path.isEmpty())
        path += '.';
    return path + m_key;
}

base::Failure FieldPath::wrong(const char *why) const
{
    const QString field = QString::fromUtf8(toBytes());
    const QString what = QLatin1String(why);
    return base::fail({.code = ErrorCode::InvalidRequest,
                       .detail = field.isEmpty() ? what : field + QStringLiteral(": ") + what,
                       .field = field});
}

base::Failure FieldPath::unsupported(const char *why) const
{
    base::Failure failure = wrong(why);
    failure.value().code = ErrorCode::Unsupported;
    return failure;
}

base::Result<QByteArray> requireText(const Json &object, const char *key, const FieldPath &path)
{
    const Json &value = object[key];
    if (!value.isString() || value.toBytes().isEmpty())
        return FieldPath(path, key).wrong(value.isNull() ? "is required, as a string"
                                                         : "a string that is not empty is wanted");
    return value.toBytes();
}

base::Result<QByteArray> optionalText(const Json &object, const char *key, const FieldPath &path)
{
    const Json &value = object[key];
    if (!value.isNull() && !value.isString())
        return FieldPath(path, key).wrong("a string is wanted");
    return value.toBytes();
}

base::Result<std::optional<bool>> optionalBool(const Json &object, const char *key,
                                               const FieldPath &path)
{
    const Json &value = object[key];
    if (value.isNull())
        return std::optional<bool>();
    if (!value.isBool())
        return FieldPath(path, key).wrong("true or false is wanted");
    return std::optional<bool>(value.toBool());
}

base::Result<std::optional<qint64>> optionalInt(const Json &object, const char *key,
                                                const FieldPath &path, qint64 lowest)
{
    const Json &value = object[key];
    if (value.isNull())
        return std::optional<qint64>();
    const std::optional<qint64> number = value.asInt();
    if (!number)
        return FieldPath(path, key).wrong("a whole number is wanted");
    if (*number < lowest)
        return FieldPath(path, key).wrong(lowest == 1 ? "must be at least 1"
                                                      : "the number is too small");
    return number;
}

base::Result<QByteArray> optionalNumber(const Json &object, const char *key, const FieldPath &path)
{
    const Json &value = object[key];
    if (!value.isNull() && !value.isNumber())
        return FieldPath(path, key).wrong("a number is wanted");
    return value.numberText();
}

} // namespace omni::wire
