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

base::Result<void> HeaderBlock::build(const HeaderList &headers)
{
    m_text.resize(0);
    m_starts.clear();
    bool hasType = false;
    const auto begin = [this] { m_starts.push_back(m_text.size()); };
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
        // libcurl takes "Name:" as "leave it out" and "Name;" as "send it empty".
        const bool isBlank = value.trimmed().isEmpty();
        m_text.append(name).append(isBlank ? ";" : ": ").append(isBlank ? QByteArray() : value);
        m_text.append('\0');
    }
    // What libcurl would add by itself: no waiting for 100, no form type.
    begin();
    m_text.append("Expect:").append('\0');
    if (!hasType) {
        begin();
        m_text.append("Content-Type:").append('\0');
    }
    m_nodes.resize(m_starts.size());
    char *text = m_text.data();
    for (size_t i = 0; i < m_nodes.size(); ++i)
        m_nodes[i] = {text + m_starts[i], i + 1 < m_nodes.size() ? &m_nodes[i + 1] : nullptr};
    return {};
}

void HeaderBlock::clear()
{
    m_text.fill('\0');
    m_text.resize(0);
}

} // namespace omni::net
