// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/net/address.h"
#include "core/net/httprequest.h"

#include <QHash>

namespace omni::net {

/// Which addresses a connection may reach.
enum class Reach
{
    Anywhere,   ///< all but the forbidden ones
    LocalOnly,  ///< plain http of the user's own: loopback and private networks
    PublicOnly, ///< URLs that came in a request
};

/// A URL that passed the checks which need no network.
struct Target
{
    QByteArray url; ///< as it goes to the transfer library: encoded, no fragment
    QByteArray host;
    Reach reach = Reach::Anywhere;
};

/// Why the address must not be connected to; null when it may.
[[nodiscard]] const char *refusal(const Address &address, Reach reach);

/// Scheme, user info, zone, host name and literal address against the URL's class. The URL's names
/// are not resolved here: the peer is checked again when the connection is made.
[[nodiscard]] base::Result<Target> checkTarget(const HttpRequest &request);

/// The proxy's URL as it goes to the transfer library; empty stays empty.
[[nodiscard]] base::Result<QByteArray> checkProxy(const base::Secret &proxy);

/// Remembers checked targets: the same few URLs are asked again and again.
class TargetCache
{
public:
    /// Valid until the next call.
    [[nodiscard]] base::Result<const Target *> find(const HttpRequest &request);

private:
    struct Entry
    {
        UrlClass urlClass = UrlClass::Builtin;
        bool allowPlainHttp = false;
        bool hasProxy = false;
        Target target;
    };
    static constexpr qsizetype MaxEntries = 512;

    QHash<QUrl, Entry> m_entries;
};

} // namespace omni::net
