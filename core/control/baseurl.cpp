// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/baseurl.h"

#include "core/net/address.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::ErrorCode;

namespace {

std::optional<net::AddressKind> kindOf(const QUrl &url)
{
    const QString host = url.host();
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1))
        return net::AddressKind::Loopback;
    const auto address = net::parseAddress(host.toLatin1());
    if (!address)
        return std::nullopt;
    return net::addressKind(*address);
}

base::Failure wrong(const QString &text)
{
    return base::fail(ErrorCode::InvalidRequest, text);
}

} // namespace

base::Result<void> checkBaseUrl(const QUrl &url, bool allowPlainHttp)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        return wrong(u"The address must begin with https:// or http:// and name a host, as in "
                     "https://api.example.com/v1."_s);
    if (!url.userInfo().isEmpty())
        return wrong(u"The address must hold no user name or password; the key is asked for "
                     "separately."_s);
    if (url.hasQuery() || url.hasFragment())
        return wrong(u"The address must end with its path: no ? and no #."_s);
    const auto kind = kindOf(url);
    if (kind == net::AddressKind::Forbidden)
        return base::fail(ErrorCode::Forbidden,
                          u"%1 is an address that no provider answers at."_s.arg(url.host()));
    const bool isNear = kind == net::AddressKind::Loopback || kind == net::AddressKind::Private;
    if (scheme == "http"_L1 && !isNear && !allowPlainHttp)
        return base::fail(ErrorCode::Forbidden,
                          u"%1 is not on this computer or network, and plain http would show your "
                          "key to everybody on the way. Use https, or allow it with "
                          "--allow-http."_s.arg(url.host()));
    return {};
}

bool isOnThisComputer(const QUrl &url)
{
    return kindOf(url) == net::AddressKind::Loopback;
}

} // namespace omni::control
