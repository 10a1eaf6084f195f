// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/headerblock.h"

#include <algorithm>
#include <array>

namespace omni::net {

namespace {

/// They belong to one connection or to the framing, which are libcurl's.
constexpr std::array<QByteArrayView, 12> RefusedNames{
    "connection", "keep-alive",          "proxy-connection", "proxy-authenticate",
    "te",         "proxy-authorization", "trailer",          "transfer-encoding",
    "upgrade",    "content-length",      "expect",           "http2-settings"};

/// libcurl asks before it sends this much (1 MiB); some below, to be safe.
constexpr qsizetype AsksBefore = 512 << 10;

constexpr std::array<bool, 256> TokenBytes = [] {
    std::array<bool, 256> table{};
    for (const char c :
         "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        table[static_cast<unsigned char>(c)] = c != 0;
    return table;
}();

bool isToken(QByteArrayView name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return TokenBytes[static_cast<unsigned char>(c)];
    });
}

bool isRefused(QByteArrayView name)
{
    return std::ranges::any_of(RefusedNames, [&](QByteArrayView refused) {
        return refused.size() == name.size() &&
               qstrnicmp(refused.data(), name.data(), size_t(name.size())) == 0;
    });
}

bool isValue(QByteArrayView value)
{
    return std::ranges::all_of(
        value, [](char c) { return static_cast<unsigned char>(c) >= ' ' ? c != 0x7f : c == '\t'; });
}

} // namespace

base::Result<void> HeaderBlock::build(const HeaderList &headers, qsizetype bodyBytes)
{
    m_text.clear();
    m_starts.clear();
    bool hasType = false;
    const auto begin = [this] { m_starts.push_back(m_text.size()); };
    const auto add = [this](QByteArrayView text) { m_text.append(text.data(), text.size()); };
    for (const auto &[name, value] : headers) {
        if (!isToken(name) || isRefused(name))
            return base::fail(base::ErrorCode::InvalidRequest,
                              QStringLiteral("a header of this name cannot be sent"));
        if (!isValue(value))
            return base::fail(base::ErrorCode::InvalidRequest,
                              QStringLiteral("the header %1 holds a control character")
                                  .arg(QString::fromLatin1(name)));
        hasType = hasType || name.compare("content-type", Qt::CaseInsensitive) == 0;
        begin();
        add(name);
        // libcurl takes "Name:" as "leave it out" and "Name;" as "send it empty".
        const bool isBlank = QByteArrayView(value).trimmed().isEmpty();
        add(isBlank ? QByteArrayView(";") : QByteArrayView(": "));
        if (!isBlank)
            add(value);
        m_text += '\0';
    }
    // What libcurl would add by itself: no waiting for 100 with a large body, no form type.
    for (const auto &[mayCome, leftOut] :
         {std::pair{bodyBytes >= AsksBefore, "Expect:"}, std::pair{!hasType, "Content-Type:"}}) {
        if (!mayCome)
            continue;
        begin();
        add(leftOut);
        m_text += '\0';
    }
    m_nodes.resize(m_starts.size());
    char *text = m_text.data();
    for (size_t i = 0; i < m_nodes.size(); ++i)
        m_nodes[i] = {text + m_starts[i], i + 1 < m_nodes.size() ? &m_nodes[i + 1] : nullptr};
    return {};
}

void HeaderBlock::clear()
{
    std::ranges::fill(m_text, '\0');
    m_text.clear();
}

} // namespace omni::net
