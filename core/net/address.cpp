// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/address.h"

#include <QtEndian>
#include <QtGlobal>

#include <algorithm>
#include <cstring>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace omni::net {

namespace {

struct Range4
{
    quint32 net;
    int bits;
    AddressKind kind;
};

constexpr quint32 v4(quint32 a, quint32 b, quint32 c, quint32 d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

// The first row that holds the address decides.
constexpr Range4 Ranges4[] = {
    {v4(0, 0, 0, 0), 8, AddressKind::Forbidden},
    {v4(127, 0, 0, 0), 8, AddressKind::Loopback},
    {v4(169, 254, 169, 254), 32, AddressKind::Forbidden}, // metadata of most clouds
    {v4(169, 254, 170, 2), 32, AddressKind::Forbidden},   // container credentials
    {v4(169, 254, 170, 23), 32, AddressKind::Forbidden},
    {v4(100, 100, 100, 200), 32, AddressKind::Forbidden},
    {v4(192, 0, 0, 192), 32, AddressKind::Forbidden},
    {v4(168, 63, 129, 16), 32, AddressKind::Forbidden},
    {v4(10, 0, 0, 0), 8, AddressKind::Private},
    {v4(172, 16, 0, 0), 12, AddressKind::Private},
    {v4(192, 168, 0, 0), 16, AddressKind::Private},
    {v4(169, 254, 0, 0), 16, AddressKind::Private},
    {v4(100, 64, 0, 0), 10, AddressKind::Private},
    {v4(192, 0, 0, 0), 24, AddressKind::Reserved},
    {v4(192, 0, 2, 0), 24, AddressKind::Reserved},
    {v4(192, 88, 99, 0), 24, AddressKind::Reserved},
    {v4(198, 18, 0, 0), 15, AddressKind::Reserved},
    {v4(198, 51, 100, 0), 24, AddressKind::Reserved},
    {v4(203, 0, 113, 0), 24, AddressKind::Reserved},
    {v4(224, 0, 0, 0), 4, AddressKind::Forbidden},
    {v4(255, 255, 255, 255), 32, AddressKind::Forbidden},
    {v4(240, 0, 0, 0), 4, AddressKind::Reserved},
};

AddressKind kind4(quint32 address)
{
    for (const Range4 &range : Ranges4) {
        if ((address ^ range.net) >> (32 - range.bits) == 0)
            return range.kind;
    }
    return AddressKind::Public;
}

struct Range6
{
    std::array<quint8, 16> net;
    int bits;
    AddressKind kind;
};

constexpr Range6 Ranges6[] = {
    {{0xfd, 0, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54}, 128, AddressKind::Forbidden},
    {{0xfd, 0x20, 0, 0xce, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54}, 128, AddressKind::Forbidden},
    {{0xff}, 8, AddressKind::Forbidden},
    {{0xfc}, 7, AddressKind::Private},
    {{0xfe, 0x80}, 10, AddressKind::Private},
    {{0xfe, 0xc0}, 10, AddressKind::Private},
    {{0x20, 0x01, 0x0d, 0xb8}, 32, AddressKind::Reserved},
    {{0x20, 0x01}, 23, AddressKind::Reserved}, // Teredo, ORCHID, benchmarks
    {{0x3f, 0xff}, 20, AddressKind::Reserved},
    {{0x20}, 3, AddressKind::Public},
};

bool isWithin(const std::array<quint8, 16> &address, const std::array<quint8, 16> &net, int bits)
{
    const int whole = bits / 8;
    if (std::memcmp(address.data(), net.data(), size_t(whole)) != 0)
        return false;
    const int rest = bits % 8;
    return rest == 0 || (address[size_t(whole)] ^ net[size_t(whole)]) >> (8 - rest) == 0;
}

std::optional<quint32> embedded4(const std::array<quint8, 16> &a)
{
    static constexpr std::array<quint8, 16> Mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    static constexpr std::array<quint8, 16> Nat64{0, 0x64, 0xff, 0x9b};
    static constexpr std::array<quint8, 16> Compatible{};
    static constexpr std::array<quint8, 16> Translated{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (isWithin(a, Mapped, 96) || isWithin(a, Nat64, 96) || isWithin(a, Compatible, 96) ||
        isWithin(a, Translated, 96))
        return qFromBigEndian<quint32>(a.data() + 12);
    if (a[0] == 0x20 && a[1] == 0x02) // 6to4
        return qFromBigEndian<quint32>(a.data() + 2);
    return std::nullopt;
}

Address from4(quint32 value)
{
    Address address;
    address.bytes[10] = address.bytes[11] = 0xff;
    qToBigEndian(value, address.bytes.data() + 12);
    return address;
}

std::optional<quint32> parsePart(QByteArrayView text)
{
    int base = 10;
    if (text.startsWith("0x") || text.startsWith("0X")) {
        base = 16;
        text = text.sliced(2);
        if (text.isEmpty())
            return 0;
    } else if (text.size() > 1 && text.startsWith('0')) {
        base = 8;
    }
    quint64 value = 0;
    for (const char c : text) {
        int digit = -1;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            digit = (c | 0x20) - 'a' + 10;
        if (digit < 0 || digit >= base)
            return std::nullopt;
        value = value * quint64(base) + quint64(digit);
        if (value > 0xffffffffULL)
            return std::nullopt;
    }
    return text.isEmpty() ? std::nullopt : std::optional(quint32(value));
}

std::optional<Address> parse4(QByteArrayView text)
{
    quint32 value = 0;
    for (int part = 0; part < 4; ++part) {
        const qsizetype dot = text.indexOf('.');
        const auto number = parsePart(dot < 0 ? text : text.first(dot));
        if (!number)
            return std::nullopt;
        if (dot < 0) {
            // The last part fills all bytes that are left.
            const quint64 limit = 1ULL << (8 * (4 - part));
            if (*number >= limit)
                return std::nullopt;
            return from4(value | *number);
        }
        if (*number > 255)
            return std::nullopt;
        value |= *number << (8 * (3 - part));
        text = text.sliced(dot + 1);
    }
    return std::nullopt;
}

} // namespace

AddressKind addressKind(const Address &address)
{
    static constexpr std::array<quint8, 16> Loopback{0, 0, 0, 0, 0, 0, 0, 0,
                                                     0, 0, 0, 0, 0, 0, 0, 1};
    if (address.bytes == Loopback)
        return AddressKind::Loopback;
    if (const auto inner = embedded4(address.bytes))
        return kind4(*inner);
    for (const Range6 &range : Ranges6) {
        if (isWithin(address.bytes, range.net, range.bits))
            return range.kind;
    }
    return AddressKind::Reserved;
}

std::optional<Address> parseAddress(QByteArrayView literal)
{
    if (literal.isEmpty() || literal.size() > 64)
        return std::nullopt;
    if (!literal.contains(':'))
        return parse4(literal);
    std::array<char, 65> text{};
    std::copy(literal.begin(), literal.end(), text.begin());
    Address address;
    if (inet_pton(AF_INET6, text.data(), address.bytes.data()) != 1)
        return std::nullopt;
    return address;
}

std::optional<Address> addressOf(const sockaddr *raw)
{
    if (raw->sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, raw, sizeof in);
        return from4(qFromBigEndian<quint32>(in.sin_addr.s_addr));
    }
    if (raw->sa_family == AF_INET6) {
        sockaddr_in6 in{};
        std::memcpy(&in, raw, sizeof in);
        Address address;
        std::memcpy(address.bytes.data(), &in.sin6_addr, address.bytes.size());
        return address;
    }
    return std::nullopt;
}

} // namespace omni::net
