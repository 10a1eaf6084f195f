// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/base/jsonbytes.h"

namespace omni::base {

namespace {

constexpr char Hex[] = "0123456789abcdef";

/// The letter behind the backslash; 0 for controls that have none.
constexpr char shortEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

constexpr qsizetype LongEscape = 6; // \u00xx

char *writeEscape(char *to, char c)
{
    *to++ = '\\';
    if (const char letter = shortEscape(c)) {
        *to++ = letter;
        return to;
    }
    std::memcpy(to, "u00", 3);
    to[3] = Hex[uchar(c) >> 4U];
    to[4] = Hex[uchar(c) & 15U];
    return to + 5;
}

} // namespace

void appendJsonString(QByteArray &out, QByteArrayView text)
{
    const char *begin = text.data();
    const char *end = begin + text.size();
    qsizetype size = text.size() + 2;
    for (const char *at = begin; (at = skipPlain<StringStop::Escaped>(at, end)) != end; ++at)
        size += shortEscape(*at) ? 1 : LongEscape - 1;
    const qsizetype old = out.size();
    out.resize(old + size);
    char *to = out.data() + old;
    *to++ = '"';
    for (const char *at = begin;;) {
        const char *stop = skipPlain<StringStop::Escaped>(at, end);
        if (stop != at)
            std::memcpy(to, at, size_t(stop - at));
        to += stop - at;
        if (stop == end)
            break;
        to = writeEscape(to, *stop);
        at = stop + 1;
    }
    *to = '"';
}

void Json::appendTo(QByteArray &out) const
{
    switch (type()) {
    case Type::Null:
        out += "null";
        break;
    case Type::Bool:
        out += toBool() ? "true" : "false";
        break;
    case Type::Number:
        out += numberText();
        break;
    case Type::String:
        appendJsonString(out, toBytes());
        break;
    case Type::Array: {
        char separator = '[';
        for (const Json &item : items()) {
            out += separator;
            item.appendTo(out);
            separator = ',';
        }
        out += separator == '[' ? "[]" : "]";
        break;
    }
    case Type::Object: {
        char separator = '{';
        for (const JsonMember &member : members()) {
            out += separator;
            appendJsonString(out, member.key);
            out += ':';
            member.value.appendTo(out);
            separator = ',';
        }
        out += separator == '{' ? "{}" : "}";
        break;
    }
    }
}

QByteArray Json::toJson() const
{
    QByteArray out;
    out.reserve(256);
    appendTo(out);
    return out;
}

} // namespace omni::base
