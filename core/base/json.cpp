// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"

#include <charconv>
#include <cmath>

namespace omni::base {

namespace {

const Json &nullJson()
{
    static const Json null;
    return null;
}

qsizetype lastIndexOf(const Json::Object &members, QByteArrayView key)
{
    for (qsizetype i = members.size() - 1; i >= 0; --i) {
        if (members.at(i).key == key)
            return i;
    }
    return -1;
}

} // namespace

Json::Json(int value)
    : m_value(NumberText{QByteArray::number(value)})
{}

Json::Json(qint64 value)
    : m_value(NumberText{QByteArray::number(value)})
{}

Json::Json(double value)
{
    // JSON has no word for infinity or NaN.
    if (!std::isfinite(value))
        return;
    char buffer[32];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    m_value = NumberText{QByteArray(buffer, result.ptr - buffer)};
}

Json::Json(Array items)
    : m_value(std::move(items))
{}

Json::Json(Object members)
    : m_value(std::move(members))
{}

Json Json::number(QByteArray text)
{
    Json json;
    json.m_value = NumberText{std::move(text)};
    return json;
}

Json Json::array(std::initializer_list<Json> items)
{
    return Json(Array(items));
}

Json Json::object(std::initializer_list<JsonMember> members)
{
    return Json(Object(members));
}

bool Json::toBool(bool fallback) const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value ? *value : fallback;
}

std::optional<qint64> Json::asInt() const
{
    const auto *number = std::get_if<NumberText>(&m_value);
    if (!number)
        return std::nullopt;
    const char *begin = number->text.constData();
    const char *end = begin + number->text.size();
    qint64 whole = 0;
    if (const auto [rest, error] = std::from_chars(begin, end, whole);
        error == std::errc() && rest == end)
        return whole;
    double real = 0;
    if (const auto [rest, error] = std::from_chars(begin, end, real);
        error != std::errc() || rest != end)
        return std::nullopt;
    constexpr double Largest = 9'007'199'254'740'992.0;
    if (std::trunc(real) != real || std::abs(real) > Largest)
        return std::nullopt;
    return qint64(real);
}

qint64 Json::toInt(qint64 fallback) const
{
    return asInt().value_or(fallback);
}

double Json::toDouble(double fallback) const
{
    const auto *number = std::get_if<NumberText>(&m_value);
    if (!number)
        return fallback;
    double value = 0;
    const char *end = number->text.constData() + number->text.size();
    const auto [rest, error] = std::from_chars(number->text.constData(), end, value);
    return error == std::errc() && rest == end ? value : fallback;
}

const QByteArray &Json::toBytes() const
{
    static const QByteArray none;
    const auto *text = std::get_if<QByteArray>(&m_value);
    return text ? *text : none;
}

const QByteArray &Json::numberText() const
{
    static const QByteArray none;
    const auto *number = std::get_if<NumberText>(&m_value);
    return number ? number->text : none;
}

const Json::Array &Json::items() const
{
    static const Array none;
    const auto *items = std::get_if<Array>(&m_value);
    return items ? *items : none;
}

const Json::Object &Json::members() const
{
    static const Object none;
    const auto *members = std::get_if<Object>(&m_value);
    return members ? *members : none;
}

qsizetype Json::size() const
{
    return isArray() ? items().size() : members().size();
}

const Json &Json::operator[](QByteArrayView key) const
{
    const Object &mine = members();
    const qsizetype at = lastIndexOf(mine, key);
    return at < 0 ? nullJson() : mine.at(at).value;
}

const Json &Json::at(qsizetype index) const
{
    const Array &mine = items();
    return index >= 0 && index < mine.size() ? mine.at(index) : nullJson();
}

bool Json::contains(QByteArrayView key) const
{
    return lastIndexOf(members(), key) >= 0;
}

void Json::set(QByteArrayView key, Json value)
{
    if (!isObject())
        m_value = Object();
    auto &mine = std::get<Object>(m_value);
    const qsizetype at = lastIndexOf(mine, key);
    if (at >= 0)
        mine[at].value = std::move(value);
    else
        mine.append({key.toByteArray(), std::move(value)});
}

void Json::setIfPresent(QByteArrayView key, Json value)
{
    if (!value.isNull())
        set(key, std::move(value));
}

Json Json::take(QByteArrayView key)
{
    auto *mine = std::get_if<Object>(&m_value);
    const qsizetype at = mine ? lastIndexOf(*mine, key) : -1;
    if (at < 0)
        return {};
    return std::move(mine->takeAt(at).value);
}

void Json::remove(QByteArrayView key)
{
    if (auto *mine = std::get_if<Object>(&m_value))
        mine->removeIf([&](const JsonMember &member) { return member.key == key; });
}

void Json::append(Json value)
{
    if (!isArray())
        m_value = Array();
    std::get<Array>(m_value).append(std::move(value));
}

bool Json::operator==(const Json &other) const
{
    return m_value == other.m_value;
}

} // namespace omni::base
