// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <array>
#include <optional>

struct sockaddr;

namespace omni::net {

/// What may be reached at an address.
enum class AddressKind
{
    Public,
    Loopback,
    Private,   ///< a local network, link-local or carrier-grade NAT
    Reserved,  ///< documentation, benchmarks, tunnels: not a public address
    Forbidden, ///< metadata services, unspecified, multicast, broadcast
};

/// An IPv4 or IPv6 address in one form: IPv4 stands as ::ffff:a.b.c.d.
struct Address
{
    std::array<quint8, 16> bytes{};
    bool operator==(const Address &) const = default;
};

/// IPv4 inside IPv6 (mapped, compatible, NAT64, 6to4) is judged by the IPv4 address.
[[nodiscard]] AddressKind addressKind(const Address &address);

/// A literal without brackets: IPv6, or IPv4 in the forms of inet_aton (decimal, octal, hex, one to
/// four parts). Nothing for names and for IPv6 with a zone.
[[nodiscard]] std::optional<Address> parseAddress(QByteArrayView literal);

/// Nothing for families other than IPv4 and IPv6.
[[nodiscard]] std::optional<Address> addressOf(const sockaddr *raw);

} // namespace omni::net
