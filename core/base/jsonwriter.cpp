// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"

namespace omni::base {

namespace {

constexpr char Hex[] = "0123456789abcdef";

/// What must be escaped: controls, the quote, the backslash.
constexpr bool isPlain(uchar c)
{
    return c >= 0x20 && c != '"' && c != '\\';
}

void appendEscaped(QByteArray &out, uchar c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\b':
        out += "\\b";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += Hex[c >> 4U];
        out += Hex[c & 15U];
    }
}

} // namespace

void appendJsonString(QByteArray &out, QByteArrayView text)
{
    out += '"';
    const char *run = text.data();
    const char *end = run + text.size();
    for (const char *at = run; at != end; ++at) {
        if (isPlain(uchar(*at)))
            continue;
        out.append(run, at - run);
        appendEscaped(out, uchar(*at));
        run = at + 1;
    }
    out.append(run, end - run);
    out += '"';
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
