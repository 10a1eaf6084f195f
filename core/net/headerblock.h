// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/net/httprequest.h"

#include <curl/curl.h>

#include <string>
#include <vector>

namespace omni::net {

/// The request's headers in the form libcurl takes. One buffer and one row of list nodes, reused
/// from request to request instead of two allocations a header.
class HeaderBlock
{
public:
    /// InvalidRequest when a name or value could break the framing or is not the caller's to set.
    /// On success `list()` stands until the next call.
    [[nodiscard]] base::Result<void> build(const HeaderList &headers, qsizetype bodyBytes);
    [[nodiscard]] curl_slist *list() { return m_nodes.data(); }
    /// Overwrites what was sent: it held a credential.
    void clear();

private:
    std::string m_text;
    std::vector<size_t> m_starts;
    std::vector<curl_slist> m_nodes;
};

} // namespace omni::net
