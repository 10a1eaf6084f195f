// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/redactionscanner.h"

#include <algorithm>

namespace omni::base {

namespace {

/// Without case, `-` and `_`; a name counts when it ends so: `OPENAI_API_KEY` is an `apikey`.
constexpr std::array<std::string_view, 12> ValueNames{
    "apikey",       "accesstoken", "refreshtoken", "idtoken",    "clientsecret", "codeverifier",
    "sessiontoken", "authtoken",   "password",     "passphrase", "xgoogapikey",  "secretkey"};
constexpr std::array<std::string_view, 4> LineNames{"authorization", "proxyauthorization", "cookie",
                                                    "setcookie"};
/// Only as a parameter of a URL or form: elsewhere these are everyday words.
constexpr std::array<std::string_view, 3> ParameterNames{"key", "code", "token"};

struct Shape
{
    std::string_view prefix;
    size_t least; ///< characters behind the prefix
};
constexpr std::array<Shape, 13> Shapes{{{"sk-", 8},
                                        {"AIza", 16},
                                        {"gho_", 8},
                                        {"ghp_", 8},
                                        {"ghs_", 8},
                                        {"ghu_", 8},
                                        {"ghr_", 8},
                                        {"github_pat_", 8},
                                        {"xai-", 8},
                                        {"AKIA", 12},
                                        {"ASIA", 12},
                                        {"gsk_", 8},
                                        {"ya29.", 8}}};

} // namespace

template<typename Char>
bool RedactionScanner<Char>::startsWith(size_t at, std::string_view prefix) const
{
    if (m_text.size() - at < prefix.size())
        return false;
    for (size_t i = 0; i < prefix.size(); ++i) {
        if (m_text[at + i] != Char(prefix[i]))
            return false;
    }
    return true;
}

/// Looks back from `:`, `=` or `,` at the name in front of it.
template<typename Char>
auto RedactionScanner<Char>::nameBefore(size_t separator) const -> NameKind
{
    size_t end = separator;
    while (end > 0 && isSpace(m_text[end - 1]))
        --end;
    bool isQuoted = false;
    while (end > 0 && (isQuote(m_text[end - 1]) || m_text[end - 1] == '\\')) {
        --end;
        isQuoted = true;
    }
    // In `("x-api-key", "…")` only the quotes tell a name from a word.
    if (m_text[separator] == ',' && !isQuoted)
        return NameKind::None;
    std::array<char, 20> name{};
    size_t length = 0; // filled from the end
    size_t start = end;
    while (start > 0 && isWord(m_text[start - 1])) {
        --start;
        const char c = lower(m_text[start]);
        if (c != '-' && c != '_' && length < name.size())
            name.at(name.size() - ++length) = c;
    }
    const std::string_view word(name.data() + name.size() - length, length);
    if (word.size() < 3)
        return NameKind::None;
    const auto endsWord = [&](std::string_view known) { return word.ends_with(known); };
    if (std::any_of(LineNames.begin(), LineNames.end(), endsWord))
        return NameKind::Line;
    if (std::any_of(ValueNames.begin(), ValueNames.end(), endsWord))
        return NameKind::Value;
    const bool isParameter =
        m_text[separator] == '=' && (start == 0 || m_text[start - 1] == '?' ||
                                     m_text[start - 1] == '&' || m_text[start - 1] == '#');
    return isParameter && std::find(ParameterNames.begin(), ParameterNames.end(), word) !=
                              ParameterNames.end()
               ? NameKind::Value
               : NameKind::None;
}

template<typename Char>
RedactionSpan RedactionScanner<Char>::valueAfter(size_t at, NameKind kind) const
{
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    size_t start = at;
    // JSON inside a JSON text has its quotes escaped, perhaps more than once.
    size_t slashes = 0;
    while (at + slashes < m_text.size() && m_text[at + slashes] == '\\')
        ++slashes;
    if (at + slashes < m_text.size() && isQuote(m_text[at + slashes])) {
        const Char quote = m_text[at + slashes];
        start = at + slashes + 1;
        size_t end = start;
        size_t escapes = 0;
        for (; end < m_text.size(); ++end) {
            if (m_text[end] == '\\') {
                ++escapes;
                continue;
            }
            if (m_text[end] == quote && escapes <= slashes)
                break;
            escapes = 0;
        }
        end -= std::min(escapes, end - start);
        return end > start ? RedactionSpan{qsizetype(start), qsizetype(end)} : RedactionSpan{};
    }
    static constexpr std::string_view Separators = " \t&,;})]<>\"'\n\r";
    size_t end = start;
    while (end < m_text.size()) {
        const Char c = m_text[end];
        const bool ends = kind == NameKind::Line
                              ? isLineEnd(c) || isQuote(c)
                              : c < 128 && Separators.find(char(c)) != std::string_view::npos;
        if (ends)
            break;
        ++end;
    }
    const bool isLiteral =
        (end - start == 4 && (startsWith(start, "null") || startsWith(start, "true"))) ||
        (end - start == 5 && startsWith(start, "false")) ||
        (end - start == 3 && startsWith(start, "***"));
    return end > start && !isLiteral ? RedactionSpan{qsizetype(start), qsizetype(end)}
                                     : RedactionSpan{};
}

/// `http://user:password@proxy` shows the password to whoever reads the log.
template<typename Char>
RedactionSpan RedactionScanner<Char>::userInfo(size_t colon) const
{
    if (!startsWith(colon, "://"))
        return {};
    const size_t start = colon + 3;
    static constexpr std::string_view Ends = "/?# \t\"'\n\r<>";
    size_t at = 0;
    for (size_t i = start; i < m_text.size(); ++i) {
        const Char c = m_text[i];
        if (c < 128 && Ends.find(char(c)) != std::string_view::npos)
            break;
        if (c == '@')
            at = i;
    }
    return at > start ? RedactionSpan{qsizetype(start), qsizetype(at)} : RedactionSpan{};
}

/// A value that gives itself away, at the start of a word.
template<typename Char>
RedactionSpan RedactionScanner<Char>::shapeAt(size_t at) const
{
    const auto wordEnd = [&](size_t from, bool withDots) {
        while (from < m_text.size() && (isWord(m_text[from]) || (withDots && m_text[from] == '.')))
            ++from;
        return from;
    };
    for (const Shape &shape : Shapes) {
        if (!startsWith(at, shape.prefix))
            continue;
        const size_t end = wordEnd(at, shape.prefix.ends_with('.'));
        if (end - at >= shape.prefix.size() + shape.least)
            return {qsizetype(at), qsizetype(end)};
    }
    if (startsWith(at, "eyJ")) { // {"… in base64: header.payload.signature
        const size_t end = wordEnd(at, true);
        if (end - at >= 20 && m_text.substr(at, end - at).find(Char('.')) != View::npos)
            return {qsizetype(at), qsizetype(end)};
    }
    static constexpr std::string_view Bearer = "earer ";
    if ((m_text[at] == 'B' || m_text[at] == 'b') && startsWith(at + 1, Bearer)) {
        const size_t start = at + 1 + Bearer.size();
        const RedactionSpan span = valueAfter(start, NameKind::Value);
        if (span.isFound() && span.end - span.start >= 8)
            return span;
    }
    return {};
}

template<typename Char>
RedactionSpan RedactionScanner<Char>::next(qsizetype from) const
{
    for (size_t i = size_t(from); i < m_text.size(); ++i) {
        const Char c = m_text[i];
        RedactionSpan span;
        switch (c) {
        case ':':
            span = userInfo(i);
            if (span.isFound())
                break;
            [[fallthrough]];
        case '=':
        case ',':
            if (const NameKind kind = nameBefore(i); kind != NameKind::None)
                span = valueAfter(i + 1, kind);
            break;
        case 's':
        case 'A':
        case 'g':
        case 'x':
        case 'y':
        case 'e':
        case 'B':
        case 'b':
            if (i == 0 || !isWord(m_text[i - 1]))
                span = shapeAt(i);
            break;
        default:
            break;
        }
        if (span.isFound())
            return span;
    }
    return {};
}

template class RedactionScanner<char>;
template class RedactionScanner<char16_t>;

} // namespace omni::base
