// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace omni::net {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// The first value of the header, compared without case; empty when absent.
[[nodiscard]] QByteArray headerValue(const HeaderList &headers, QByteArrayView name);

/// Who named the URL; decides which addresses may be connected to (security.md §5).
enum class UrlClass
{
    Builtin,  ///< shipped with the program: https only
    Operator, ///< typed by the user: http only to loopback and private addresses unless confirmed
    Client,   ///< came in a request: public addresses only
};

struct Timeouts
{
    std::chrono::milliseconds connect{10'000}; ///< DNS, TCP and TLS
    std::chrono::milliseconds firstByte{
        120'000};                            ///< from the request's last byte to the answer's first
    std::chrono::milliseconds idle{120'000}; ///< between two reads; stands still while paused
    std::chrono::milliseconds total{600'000};
    bool operator==(const Timeouts &) const = default;
};

struct HttpRequest
{
    QByteArray method = "POST";
    QUrl url;
    UrlClass urlClass = UrlClass::Builtin;
    /// Names and values are checked: no CR, LF, NUL; hop-by-hop names are refused.
    HeaderList headers;
    QByteArray body;
    Timeouts timeouts;
    /// `http://`, `https://`, `socks5h://user:pass@host:port`; empty = no proxy, whatever the
    /// environment says. `socks5://` is taken as `socks5h://`: names are resolved at the proxy.
    base::Secret proxy;
    /// Only for a URL of the user's own, shown in red.
    bool verifyTls = true;
    /// The user confirmed plain http to a public address.
    bool allowPlainHttp = false;
    qint64 maxBodyBytes = 256LL << 20;
};

} // namespace omni::net
