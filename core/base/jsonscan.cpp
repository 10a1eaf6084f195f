// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/jsonscan.h"

#include "core/base/json.h"
#include "core/base/jsonbytes.h"

#include <array>
#include <bitset>
#include <cstring>

namespace omni::base {

namespace {

constexpr int MaxDepth = 512;
constexpr qsizetype UsualMembers = 12;

constexpr bool isPlainAscii(char c)
{
    return uchar(c) >= 0x20 && uchar(c) < 0x80 && c != '"' && c != '\\';
}

/// The one-letter escapes.
constexpr std::array<bool, 256> ShortEscapes = [] {
    std::array<bool, 256> table{};
    for (const char c : {'"', '\\', '/', 'b', 'f', 'n', 'r', 't'})
        table.at(size_t(c)) = true;
    return table;
}();

/// The first byte in a string that is no plain ASCII and no short escape. Source code in a prompt
/// has an escape or two in every line: they are stepped over without looking at the rest again.
const char *skipText(const char *at, const char *end)
{
#ifdef __SSE2__
    // One byte more than is loaded: the letter of an escape in the last place.
    while (end - at > 16) {
        unsigned stops = stringStops<StringStop::EscapedOrNonAscii>(at);
        int done = 16;
        while (stops != 0) {
            const int stop = std::countr_zero(stops);
            if (at[stop] != '\\' || !ShortEscapes[uchar(at[stop + 1])])
                return at + stop;
            stops &= ~(3U << stop);
            done = std::max(16, stop + 2);
        }
        at += done;
    }
#endif
    while (at < end && isPlainAscii(*at))
        ++at;
    return at;
}

class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_begin(text.data())
        , m_at(m_begin)
        , m_end(m_begin + text.size())
    {}

    Result<QList<JsonSpan>> scan()
    {
        m_spans.reserve(UsualMembers);
        skipSpace();
        if (peek() != '{')
            return complain("an object is wanted");
        if (!object())
            return complain(m_complaint);
        skipSpace();
        if (m_at != m_end)
            return complain("something stands behind the object");
        return std::move(m_spans);
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_end ? *m_at : '\0'; }

    Failure complain(const char *why) const
    {
        return fail(ErrorCode::InvalidRequest, QStringLiteral("no valid JSON at byte %1: %2")
                                                   .arg(m_at - m_begin)
                                                   .arg(QLatin1String(why)));
    }
    bool wrong(const char *why)
    {
        m_complaint = why;
        return false;
    }

    void skipSpace()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    /// The top-level object: keys and spans are kept.
    bool object()
    {
        ++m_at;
        skipSpace();
        if (peek() == '}') {
            ++m_at;
            return true;
        }
        while (true) {
            skipSpace();
            const char *keyBegin = m_at;
            if (!string())
                return false;
            const QByteArrayView rawKey(keyBegin, m_at - keyBegin);
            skipSpace();
            if (peek() != ':')
                return wrong("a colon is missing");
            ++m_at;
            skipSpace();
            const qsizetype valueBegin = m_at - m_begin;
            if (!value())
                return false;
            if (!keep(rawKey, valueBegin))
                return false;
            skipSpace();
            const char next = peek();
            ++m_at;
            if (next == '}')
                return true;
            if (next != ',')
                return wrong("a comma or brace is missing");
        }
    }

    bool keep(QByteArrayView rawKey, qsizetype valueBegin)
    {
        QByteArray key = rawKey.sliced(1, rawKey.size() - 2).toByteArray();
        if (key.contains('\\')) {
            const auto unescaped = Json::parse(rawKey);
            if (!unescaped)
                return wrong("the key's escapes are wrong");
            key = unescaped->toBytes();
        }
        for (const JsonSpan &span : m_spans) {
            if (span.key == key)
                return wrong("a top-level key stands twice");
        }
        m_spans.append({std::move(key), rawKey.data() - m_begin, valueBegin, m_at - m_begin});
        return true;
    }

    /// One value of any kind and depth, without recursion: the open brackets are bits on a stack.
    bool value()
    {
        int depth = 0;
        while (true) {
            skipSpace();
            const char c = peek();
            if (c == '{' || c == '[') {
                if (depth + 1 >= MaxDepth)
                    return wrong("nested deeper than 512 levels");
                m_isObject[size_t(depth++)] = c == '{';
                ++m_at;
                skipSpace();
                if (peek() == (c == '{' ? '}' : ']')) {
                    ++m_at;
                    --depth;
                } else if (c == '{') {
                    if (!key())
                        return false;
                    continue;
                } else {
                    continue;
                }
            } else if (!scalar(c)) {
                return false;
            }
            if (!closeAll(depth))
                return false;
            if (depth == 0)
                return true;
        }
    }

    /// After a value: closes what ends here, or steps over the comma to the next value.
    bool closeAll(int &depth)
    {
        while (depth > 0) {
            skipSpace();
            const bool inObject = m_isObject[size_t(depth - 1)];
            const char next = peek();
            ++m_at;
            if (next == (inObject ? '}' : ']')) {
                --depth;
                continue;
            }
            if (next != ',')
                return wrong("a comma or bracket is missing");
            return !inObject || key();
        }
        return true;
    }

    bool key()
    {
        skipSpace();
        if (!string())
            return false;
        skipSpace();
        if (peek() != ':')
            return wrong("a colon is missing");
        ++m_at;
        return true;
    }

    bool scalar(char first)
    {
        switch (first) {
        case '"':
            return string();
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool word(const char *expected)
    {
        const auto length = qsizetype(std::strlen(expected));
        if (m_end - m_at < length || std::memcmp(m_at, expected, size_t(length)) != 0)
            return wrong("a value is wanted");
        m_at += length;
        return true;
    }

    bool digits()
    {
        const char *begin = m_at;
        while (m_at < m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at != begin;
    }

    bool number()
    {
        if (peek() == '-')
            ++m_at;
        const char *first = m_at;
        if (!digits())
            return wrong("a value is wanted");
        if (*first == '0' && m_at - first > 1)
            return wrong("a number begins with 0");
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return wrong("digits are missing behind the point");
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return wrong("digits are missing in the exponent");
        }
        return true;
    }

    bool string()
    {
        if (peek() != '"')
            return wrong("a string is wanted");
        ++m_at;
        while (true) {
            m_at = skipText(m_at, m_end);
            if (m_at >= m_end)
                return wrong("a string has no end");
            const auto c = uchar(*m_at);
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c < 0x20)
                return wrong("a control character stands in a string");
            if (c == '\\') {
                if (!escape())
                    return false;
                continue;
            }
            // Letters between accents are few: not worth sixteen at a time.
            while (m_at < m_end && uchar(*m_at) >= 0x80) {
                m_at = skipUtf8(m_at, m_end);
                if (!m_at)
                    return wrong("the text is no valid UTF-8");
                for (int i = 0; i < 8 && m_at < m_end && isPlainAscii(*m_at); ++i)
                    ++m_at;
            }
        }
    }

    bool escape()
    {
        ++m_at;
        const char c = peek();
        ++m_at;
        // Source code in a prompt has one at every line: no call for each.
        switch (c) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            return true;
        case 'u':
            return unicodeEscape();
        default:
            return wrong("an escape is wrong");
        }
    }

    bool fourHex(unsigned &code)
    {
        code = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = peek();
            const bool isDigit = c >= '0' && c <= '9';
            const char lower = char(c | 0x20);
            if (!isDigit && (lower < 'a' || lower > 'f'))
                return wrong("an escape is wrong");
            code = code * 16 + unsigned(isDigit ? c - '0' : lower - 'a' + 10);
        }
        return true;
    }

    /// A lone surrogate cannot be written as UTF-8, so the parser refuses it and so do we.
    bool unicodeEscape()
    {
        unsigned code = 0;
        if (!fourHex(code))
            return false;
        if (code < 0xd800 || code > 0xdfff)
            return true;
        if (code > 0xdbff || m_end - m_at < 6 || m_at[0] != '\\' || m_at[1] != 'u')
            return wrong("half a surrogate pair");
        m_at += 2;
        return fourHex(code) &&
               ((code >= 0xdc00 && code <= 0xdfff) || wrong("half a surrogate pair"));
    }

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    const char *m_complaint = "";
    QList<JsonSpan> m_spans;
    std::bitset<MaxDepth> m_isObject;
};

} // namespace

Result<QList<JsonSpan>> scanTopLevel(QByteArrayView text)
{
    return Scanner(text).scan();
}

QByteArray patchTopLevel(QByteArrayView text, const QList<JsonSpan> &spans,
                         const QList<JsonPatch> &patches)
{
    const auto patchFor = [&](const QByteArray &key) -> const JsonPatch * {
        for (const JsonPatch &patch : patches) {
            if (patch.key == key)
                return &patch;
        }
        return nullptr;
    };
    QByteArray out;
    out.reserve(text.size() + 256);
    qsizetype copied = 0;
    qsizetype kept = 0;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const JsonSpan &span = spans.at(i);
        const JsonPatch *patch = patchFor(span.key);
        if (!patch) {
            ++kept;
            continue;
        }
        if (!patch->value.isEmpty()) {
            out += text.sliced(copied, span.valueBegin - copied);
            out += patch->value;
            copied = span.valueEnd;
            ++kept;
            continue;
        }
        out += text.sliced(copied, span.keyBegin - copied);
        copied = span.valueEnd;
        if (i + 1 < spans.size()) {
            copied = text.indexOf(',', copied) + 1;
        } else if (kept > 0) {
            while (out.back() != ',')
                out.chop(1);
            out.chop(1);
        }
    }
    const qsizetype close = text.lastIndexOf('}');
    out += text.sliced(copied, close - copied);
    for (const JsonPatch &patch : patches) {
        const bool stands = std::any_of(spans.begin(), spans.end(), [&](const JsonSpan &span) {
            return span.key == patch.key;
        });
        if (stands || patch.value.isEmpty())
            continue;
        if (kept++ > 0)
            out += ',';
        appendJsonString(out, patch.key);
        out += ':';
        out += patch.value;
    }
    out += text.sliced(close);
    return out;
}

} // namespace omni::base
