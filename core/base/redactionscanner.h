// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <string_view>

namespace omni::base {

/// The part of a text that must not be seen; nothing found = start -1.
struct RedactionSpan
{
    qsizetype start = -1;
    qsizetype end = -1;
    [[nodiscard]] bool isFound() const { return start >= 0; }
};

/// Finds what looks like a secret: values behind telling names (`x-api-key: …`,
/// `"access_token": "…"`, `?key=…`), `user:password@` in URLs, and values of known shapes (`sk-…`,
/// JSON web tokens). One pass, no regular expressions, no allocation.
template<typename Char>
class RedactionScanner
{
public:
    using View = std::basic_string_view<Char>;

    explicit RedactionScanner(View text)
        : m_text(text)
    {}

    /// The first span that starts at or after `from`.
    [[nodiscard]] RedactionSpan next(qsizetype from) const;

private:
    static bool isWord(Char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    }
    static bool isQuote(Char c) { return c == '"' || c == '\''; }
    static bool isSpace(Char c) { return c == ' ' || c == '\t'; }
    static bool isLineEnd(Char c) { return c == '\n' || c == '\r'; }
    static char lower(Char c)
    {
        return c >= 'A' && c <= 'Z' ? char(c + 32) : (c < 128 ? char(c) : '?');
    }

    enum class NameKind
    {
        None,
        Value, ///< up to the next separator
        Line,  ///< a header whose value has spaces
    };
    [[nodiscard]] NameKind nameBefore(size_t separator) const;
    [[nodiscard]] RedactionSpan valueAfter(size_t at, NameKind kind) const;
    [[nodiscard]] RedactionSpan userInfo(size_t colon) const;
    [[nodiscard]] RedactionSpan shapeAt(size_t at) const;
    [[nodiscard]] bool startsWith(size_t at, std::string_view prefix) const;

    View m_text;
};

extern template class RedactionScanner<char>;
extern template class RedactionScanner<char16_t>;

} // namespace omni::base
