// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/clientkeys.h"
#include "core/http/router.h"

namespace omni::http {

/// What the checks at the head of a request found out.
struct Admission
{
    RouteMatch route;
    auth::ClientKey key; ///< empty when none was needed
    QByteArray requestId;
    /// The `Origin` to allow in the answer; else empty.
    QByteArray allowedOrigin;
    int hops = 0;
    bool gzipped = false;
};

} // namespace omni::http
