// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/fieldreader.h"

#include <algorithm>

namespace omni::catalog {

using base::Json;

FieldReader::FieldReader(const Json &object, QByteArray path)
    : m_object(object)
    , m_path(std::move(path))
{
    if (!object.isObject())
        complain({}, "must be an object");
}

QByteArray FieldReader::pathOf(const QByteArray &key) const
{
    if (key.isEmpty())
        return m_path.isEmpty() ? QByteArray("the file") : m_path;
    return m_path.isEmpty() ? key : m_path + '.' + key;
}

void FieldReader::complain(const QByteArray &key, const char *what)
{
    if (m_error)
        return;
    const QString path = QString::fromUtf8(pathOf(key));
    m_error = base::Error{.code = base::ErrorCode::InvalidRequest,
                          .detail = QStringLiteral("%1 %2").arg(path, QLatin1String(what)),
                          .field = path};
}

void FieldReader::adopt(const std::optional<base::Error> &error)
{
    if (!m_error)
        m_error = error;
}

const Json &FieldReader::raw(const char *key)
{
    m_asked.append(key);
    return m_object[key];
}

bool FieldReader::has(const char *key)
{
    return !raw(key).isNull();
}

void FieldReader::text(const char *key, QString *out, bool isRequired)
{
    const Json &value = raw(key);
    if (value.isString())
        *out = value.toText();
    else if (!value.isNull())
        complain(key, "must be a string");
    if (isRequired && out->isEmpty())
        complain(key, "is missing");
}

void FieldReader::bytes(const char *key, QByteArray *out)
{
    const Json &value = raw(key);
    if (value.isString())
        *out = value.toBytes();
    else if (!value.isNull())
        complain(key, "must be a string");
}

void FieldReader::flag(const char *key, bool *out)
{
    const Json &value = raw(key);
    if (value.isBool())
        *out = value.toBool();
    else if (!value.isNull())
        complain(key, "must be true or false");
}

void FieldReader::count(const char *key, std::optional<qint64> *out)
{
    const Json &value = raw(key);
    const auto number = value.asInt();
    if (number && *number >= 0)
        *out = *number;
    else if (!value.isNull())
        complain(key, "must be a whole number");
}

void FieldReader::number(const char *key, std::optional<double> *out)
{
    const Json &value = raw(key);
    if (value.isNumber() && value.toDouble() >= 0)
        *out = value.toDouble();
    else if (!value.isNull())
        complain(key, "must be a number of at least 0");
}

void FieldReader::url(const char *key, QUrl *out)
{
    QString text;
    this->text(key, &text);
    if (text.isEmpty())
        return;
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        complain(key, "must be an http or https URL");
    else
        *out = url;
}

void FieldReader::texts(const char *key, QStringList *out)
{
    QList<QByteArray> list;
    byteList(key, &list);
    for (const QByteArray &item : list)
        out->append(QString::fromUtf8(item));
}

void FieldReader::byteList(const char *key, QList<QByteArray> *out)
{
    words(key, [out](const QByteArray &word) {
        out->append(word);
        return true;
    });
}

void FieldReader::word(const char *key, const std::function<bool(const QByteArray &)> &convert)
{
    const Json &value = raw(key);
    if (!value.isNull() && (!value.isString() || !convert(value.toBytes())))
        complain(key, "is no known word");
}

void FieldReader::words(const char *key, const std::function<bool(const QByteArray &)> &convert)
{
    const Json &value = raw(key);
    if (!value.isNull() && !value.isArray())
        complain(key, "must be a list");
    for (qsizetype i = 0; i < value.items().size(); ++i) {
        const Json &item = value.at(i);
        if (!item.isString() || !convert(item.toBytes()))
            complain(QByteArray(key) + '[' + QByteArray::number(i) + ']', "is no known word");
    }
}

std::optional<base::Error> FieldReader::error()
{
    for (const base::JsonMember &member : m_object.members()) {
        const bool isAsked = std::any_of(m_asked.begin(), m_asked.end(),
                                         [&](const char *key) { return member.key == key; });
        if (!isAsked)
            complain(member.key, "is no known field");
    }
    return m_error;
}

} // namespace omni::catalog
