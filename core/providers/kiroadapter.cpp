// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/kiroadapter.h"

#include "core/wire/kiro/codec.h"

#include <QUuid>

namespace omni::providers {

base::Result<Outgoing> KiroAdapter::build(const Call &call) const
{
    auto out = GenericAdapter::build(call);
    if (!out)
        return out;
    net::HeaderList &headers = out->http.headers;
    setHeader(headers, "accept", "application/vnd.amazon.eventstream"); // it always streams
    setHeader(headers, "amz-sdk-invocation-id",
              QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    // Retries are the gateway's own business: another account, not the same again.
    setHeader(headers, "amz-sdk-request", "attempt=1; max=1");
    out->http.body =
        wire::kiro::withProfile(out->http.body, call.credential.details["profileArn"].toBytes());
    return out;
}

} // namespace omni::providers
