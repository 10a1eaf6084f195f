// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/hostcheck.h"

namespace omni::http {

namespace {

/// Without the port; empty when it is no host with an optional port.
QByteArrayView hostOf(QByteArrayView text)
{
    const qsizetype bracket = text.startsWith('[') ? text.indexOf(']') : -1;
    if (text.startsWith('[') && bracket < 0)
        return {};
    const qsizetype colon = text.indexOf(':', std::max<qsizetype>(bracket, 0));
    if (colon < 0)
        return bracket < 0 || bracket + 1 == text.size() ? text : QByteArrayView();
    if (bracket >= 0 && colon != bracket + 1)
        return {};
    const QByteArrayView port = text.sliced(colon + 1);
    int number = 0;
    for (const char c : port) {
        if (c < '0' || c > '9' || port.size() > 5)
            return {};
        number = number * 10 + (c - '0');
    }
    return number >= 1 && number <= 65'535 ? text.first(colon) : QByteArrayView();
}

} // namespace

void HostCheck::configure(const QStringList &hosts, const QStringList &origins)
{
    m_hosts = {"localhost", "127.0.0.1", "[::1]"};
    for (const QString &host : hosts) {
        if (!host.trimmed().isEmpty())
            m_hosts.append(host.trimmed().toUtf8());
    }
    m_origins.clear();
    for (const QString &origin : origins) {
        const QByteArray text = origin.trimmed().toUtf8();
        // `*` and `null` stand for everybody; nobody may be everybody.
        if (text.contains("://"))
            m_origins.append(text);
    }
}

bool HostCheck::isOurHost(QByteArrayView hostAndPort, const QByteArray &localAddress) const
{
    const QByteArrayView host = hostOf(hostAndPort);
    if (host.isEmpty())
        return false;
    return std::any_of(m_hosts.begin(), m_hosts.end(),
                       [host](const QByteArray &ours) { return equalsIgnoringCase(host, ours); }) ||
           equalsIgnoringCase(host, localAddress);
}

bool HostCheck::isAllowedOrigin(QByteArrayView origin) const
{
    return std::any_of(m_origins.begin(), m_origins.end(), [origin](const QByteArray &allowed) {
        return equalsIgnoringCase(origin, allowed);
    });
}

HostCheck::Verdict HostCheck::check(const RequestHead &head, const QByteArray &localAddress) const
{
    if (!isOurHost(head.view(head.host), localAddress))
        return Verdict::ForeignHost;
    if (head.authority.size > 0 && !isOurHost(head.view(head.authority), localAddress))
        return Verdict::ForeignTarget;
    const QByteArrayView origin = head.value("origin");
    if (!origin.isNull())
        return isAllowedOrigin(origin) && head.count("origin") == 1 ? Verdict::Fine
                                                                    : Verdict::ForeignOrigin;
    if (equalsIgnoringCase(head.value("sec-fetch-site"), "cross-site"))
        return Verdict::CrossSiteRequest;
    return Verdict::Fine;
}

} // namespace omni::http
