// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/freeform.h"

#include "core/base/json.h"

#include <QString>

namespace omni::wire {

using base::Json;

namespace {

constexpr char32_t Replacement = 0xFFFD;
constexpr qsizetype LengthOfUnicodeEscape = 6;

bool isHigh(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool isLow(char32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The text of arguments that are not what was asked for.
QByteArray onlyTextOf(const QByteArray &arguments)
{
    const auto json = Json::parse(arguments);
    if (!json)
        return arguments;
    if (json->isString())
        return json->toBytes();
    if (!json->isObject() || json->size() == 0)
        return json->isObject() ? QByteArray() : arguments;
    const Json &input = (*json)["input"];
    if (!input.isNull())
        return input.isString() ? input.toBytes() : input.toJson();
    const Json &only = json->members().front().value;
    return json->size() == 1 && only.isString() ? only.toBytes() : arguments;
}

} // namespace

QByteArray FreeFormText::feed(QByteArrayView json)
{
    QByteArray out;
    if (m_state == State::Head)
        readHead(json);
    if (m_state == State::Other) {
        m_whole.append(json);
        return out;
    }
    if (m_state == State::Text)
        readText(json, out);
    return out;
}

/// `{"input":"` with any white space between; consumes up to behind the last quote.
void FreeFormText::readHead(QByteArrayView &json)
{
    static constexpr QByteArrayView Wanted(R"({"input":")");
    m_whole.append(json);
    qsizetype matched = 0;
    for (qsizetype at = 0; at < m_whole.size(); ++at) {
        const char c = m_whole[at];
        if (isSpace(c) && (matched == 0 || Wanted[matched - 1] == '{' ||
                           Wanted[matched - 1] == ':' || Wanted[matched] == ':'))
            continue;
        if (c != Wanted[matched]) {
            m_state = State::Other;
            json = {};
            return;
        }
        if (++matched == Wanted.size()) {
            m_state = State::Text;
            json = json.last(m_whole.size() - at - 1);
            m_whole.clear();
            return;
        }
    }
    json = {};
}

void FreeFormText::readText(QByteArrayView &json, QByteArray &out)
{
    for (const char c : json) {
        if (!m_escape.isEmpty()) {
            m_escape += c;
            unescape(out);
        } else if (c == '\\') {
            m_escape = "\\";
        } else if (c == '"') {
            if (m_high)
                putCharacter(0, out);
            m_state = State::Behind;
            return;
        } else {
            if (m_high)
                putCharacter(0, out);
            out += c;
        }
    }
}

void FreeFormText::unescape(QByteArray &out)
{
    const char kind = m_escape[1];
    if (kind != 'u') {
        if (m_high)
            putCharacter(0, out);
        static constexpr QByteArrayView Letters("bfnrt");
        static constexpr QByteArrayView Meant("\b\f\n\r\t");
        const qsizetype known = Letters.indexOf(kind);
        out += known >= 0 ? Meant[known] : kind;
        m_escape.clear();
        return;
    }
    if (m_escape.size() < LengthOfUnicodeEscape)
        return;
    bool good = false;
    const char32_t unit = m_escape.mid(2).toUInt(&good, 16);
    m_escape.clear();
    putCharacter(good ? unit : Replacement, out);
}

/// Joins surrogate pairs; a half without its other half becomes U+FFFD. 0 = nothing but that.
void FreeFormText::putCharacter(char32_t character, QByteArray &out)
{
    if (m_high && isLow(character)) {
        const char32_t whole = 0x10000 + ((m_high - 0xD800) << 10) + (character - 0xDC00);
        out += QString::fromUcs4(&whole, 1).toUtf8();
        m_high = 0;
        return;
    }
    if (std::exchange(m_high, 0))
        out += QString::fromUcs4(&Replacement, 1).toUtf8();
    if (isHigh(character)) {
        m_high = character;
    } else if (character != 0) {
        const char32_t legal = isLow(character) ? Replacement : character;
        out += QString::fromUcs4(&legal, 1).toUtf8();
    }
}

QByteArray FreeFormText::finish()
{
    QByteArray out;
    if (m_state == State::Head || m_state == State::Other)
        out = m_whole.isEmpty() ? QByteArray() : onlyTextOf(m_whole);
    else if (m_high)
        putCharacter(0, out);
    m_whole.clear();
    m_state = State::Behind;
    return out;
}

QByteArray freeFormTextOf(const QByteArray &arguments)
{
    FreeFormText text;
    const QByteArray begin = text.feed(arguments);
    return begin + text.finish();
}

} // namespace omni::wire
