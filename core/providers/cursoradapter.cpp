// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/cursoradapter.h"

#include <QCryptographicHash>
#include <QUuid>

namespace omni::providers {

namespace {

constexpr qint64 StepMs = 1'000'000;
constexpr int TimeBytes = 6;
constexpr uchar FirstKey = 165;

} // namespace

QByteArray cursorChecksum(const QDateTime &now, const QByteArray &machineId)
{
    const auto steps = quint64(now.toMSecsSinceEpoch() / StepMs);
    QByteArray bytes(TimeBytes, '\0');
    uchar key = FirstKey;
    for (int i = 0; i < TimeBytes; ++i) {
        const auto plain = uchar(steps >> (8 * (TimeBytes - 1 - i)));
        key = uchar((plain ^ key) + i);
        bytes[i] = char(key);
    }
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) +
           machineId;
}

base::Result<Outgoing> CursorAdapter::build(const Call &call) const
{
    auto out = GenericAdapter::build(call);
    if (!out)
        return out;
    const QByteArray token = call.credential.apiKey.reveal();
    net::HeaderList &headers = out->http.headers;
    setHeader(headers, "content-type", "application/connect+proto");
    setHeader(headers, "connect-accept-encoding", "gzip");
    setHeader(headers, "x-client-key",
              QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
    const QUuid dns(QStringLiteral("{6ba7b810-9dad-11d1-80b4-00c04fd430c8}"));
    setHeader(headers, "x-session-id",
              QUuid::createUuidV5(dns, token).toByteArray(QUuid::WithoutBraces));
    setHeader(headers, "x-cursor-checksum",
              cursorChecksum(QDateTime::currentDateTimeUtc(),
                             call.credential.details["machineId"].toBytes()));
    return out;
}

} // namespace omni::providers
