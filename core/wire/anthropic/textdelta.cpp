// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/textdelta.h"

namespace omni::wire::anthropic {

namespace {

constexpr QByteArrayView Head(R"({"type":"content_block_delta","index":)");
constexpr QByteArrayView Middle(R"(,"delta":{"type":"text_delta","text":")");

/// The character a simple escape stands for; 0 for the others.
constexpr char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case '"':
    case '\\':
    case '/':
        return c;
    default:
        return 0;
    }
}

/// Reads up to the closing quote; false where the real parser is needed.
bool readString(const char *&at, const char *end, QByteArray &text)
{
    const char *plain = at;
    while (at < end) {
        const auto c = uchar(*at);
        if (c == '"') {
            text.append(plain, at - plain);
            ++at;
            return true;
        }
        if (c < 0x20 || c >= 0x80)
            return false;
        if (c != '\\') {
            ++at;
            continue;
        }
        const char meant = at + 1 < end ? unescaped(at[1]) : char(0);
        if (meant == 0)
            return false;
        text.append(plain, at - plain);
        text += meant;
        at += 2;
        plain = at;
    }
    return false;
}

bool readBrace(const char *&at, const char *end)
{
    while (at < end && *at == ' ')
        ++at;
    return at < end && *at++ == '}';
}

} // namespace

bool readTextDelta(QByteArrayView json, TextDelta &delta)
{
    if (!json.startsWith(Head))
        return false;
    const char *at = json.data() + Head.size();
    const char *end = json.data() + json.size();
    const char *digits = at;
    for (; at < end && *at >= '0' && *at <= '9' && at - digits < 6; ++at)
        delta.index = delta.index * 10 + (*at - '0');
    if (at == digits || !QByteArrayView(at, end - at).startsWith(Middle))
        return false;
    at += Middle.size();
    if (!readString(at, end, delta.text) || !readBrace(at, end) || !readBrace(at, end))
        return false;
    while (at < end && *at == ' ')
        ++at;
    return at == end;
}

} // namespace omni::wire::anthropic
