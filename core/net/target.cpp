// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/target.h"

#include <algorithm>
#include <array>

namespace omni::net {

namespace {

using base::ErrorCode;
using base::fail;

/// Names under which clouds serve credentials to whoever asks.
constexpr std::array<QByteArrayView, 6> MetadataNames{
    "metadata.google.internal",   "metadata.goog", "metadata",
    "instance-data.ec2.internal", "instance-data", "metadata.azure.internal"};

bool isLocalName(QByteArrayView host)
{
    return host == "localhost" || host.endsWith(".localhost");
}

base::Failure refuse(const QString &detail)
{
    return fail(ErrorCode::InvalidRequest, detail);
}

Reach reachOf(const HttpRequest &request, bool isPlain)
{
    switch (request.urlClass) {
    case UrlClass::Client:
        return Reach::PublicOnly;
    case UrlClass::Operator:
        return isPlain && !request.allowPlainHttp ? Reach::LocalOnly : Reach::Anywhere;
    case UrlClass::Builtin:
        break;
    }
    return Reach::Anywhere;
}

base::Result<void> checkHost(const HttpRequest &request, QByteArrayView host, Reach reach)
{
    const QString shown = QString::fromLatin1(host);
    if (host.isEmpty() || host.contains('%'))
        return refuse(QStringLiteral("the URL has no usable host"));
    if (std::ranges::find(MetadataNames, host) != MetadataNames.end())
        return refuse(QStringLiteral("%1 is a metadata service").arg(shown));
    if (const auto literal = parseAddress(host)) {
        if (const char *reason = refusal(*literal, reach))
            return refuse(QStringLiteral("%1: %2").arg(shown, QLatin1StringView(reason)));
        return {};
    }
    if (reach == Reach::PublicOnly && isLocalName(host))
        return refuse(QStringLiteral("%1 is this computer").arg(shown));
    // Behind a proxy nobody here learns where the name leads.
    if (reach == Reach::LocalOnly && !request.proxy.isEmpty() && !isLocalName(host))
        return refuse(
            QStringLiteral("plain http to %1 through a proxy is not confirmed").arg(shown));
    return {};
}

} // namespace

const char *refusal(const Address &address, Reach reach)
{
    const AddressKind kind = addressKind(address);
    if (kind == AddressKind::Forbidden)
        return "this address is never connected to";
    if (reach == Reach::PublicOnly && kind != AddressKind::Public)
        return "not a public address";
    if (reach == Reach::LocalOnly && kind != AddressKind::Loopback && kind != AddressKind::Private)
        return "plain http is allowed only to this computer and private networks";
    return nullptr;
}

base::Result<Target> checkTarget(const HttpRequest &request)
{
    const QUrl &url = request.url;
    const QString scheme = url.scheme();
    const bool isPlain = scheme == QLatin1StringView("http");
    if (!url.isValid() || (!isPlain && scheme != QLatin1StringView("https")))
        return refuse(QStringLiteral("the URL is not a valid http or https address"));
    if (!url.userInfo(QUrl::FullyEncoded).isEmpty() || url.authority().contains(u'@'))
        return refuse(QStringLiteral("the URL must not hold a user name or password"));
    if (url.port(1) == 0)
        return refuse(QStringLiteral("the URL's port is not usable"));
    if (isPlain && request.urlClass == UrlClass::Builtin)
        return refuse(QStringLiteral("a built-in provider is reached by https only"));

    const Reach reach = reachOf(request, isPlain);
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1().toLower();
    if (host.startsWith('[') && host.endsWith(']'))
        host = host.sliced(1, host.size() - 2);
    if (host.endsWith('.'))
        host.chop(1);
    if (const auto checked = checkHost(request, host, reach); !checked)
        return fail(checked.error());
    return Target{url.toEncoded(QUrl::RemoveFragment), host, reach};
}

base::Result<QByteArray> checkProxy(const base::Secret &proxy)
{
    if (proxy.isEmpty())
        return QByteArray("");
    const QByteArray &text = proxy.reveal();
    const bool isClean = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
    if (!isClean)
        return refuse(QStringLiteral("the proxy's address is not a URL"));
    // Names are always resolved at the proxy: a lookup here would tell the local network.
    QByteArray url = text.startsWith("socks5://") ? "socks5h://" + text.sliced(9) : text;
    for (const QByteArrayView scheme : {"http://", "https://", "socks5h://"}) {
        if (url.startsWith(scheme) && url.size() > scheme.size())
            return url;
    }
    return refuse(QStringLiteral("a proxy is given as http://, https:// or socks5h://host:port"));
}

base::Result<const Target *> TargetCache::find(const HttpRequest &request)
{
    const bool hasProxy = !request.proxy.isEmpty();
    const auto it = m_entries.constFind(request.url);
    if (it != m_entries.cend() && it->urlClass == request.urlClass &&
        it->allowPlainHttp == request.allowPlainHttp && it->hasProxy == hasProxy)
        return &it->target;
    auto target = checkTarget(request);
    if (!target)
        return fail(target.error());
    if (m_entries.size() >= MaxEntries)
        m_entries.clear();
    Entry &entry = m_entries[request.url];
    entry = {request.urlClass, request.allowPlainHttp, hasProxy, *std::move(target)};
    return &entry.target;
}

} // namespace omni::net
