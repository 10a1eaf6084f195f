// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/curljob.h"

namespace omni::net {

/// What is known when a transfer ended badly.
struct CurlFailure
{
    CURLcode code = CURLE_OK;
    CurlJob::Fault fault = CurlJob::Fault::None;
    const char *refusal = nullptr; ///< for RefusedAddress
    const char *reason = "";       ///< libcurl's own words
    QByteArrayView host;
    bool hasHead = false; ///< the answer had begun
    Timeouts timeouts;
};

/// In the words of our error list. A problem with a certificate says "certificate".
[[nodiscard]] base::Error describe(const CurlFailure &failure);

} // namespace omni::net
