// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/gateway/gateway.h"
#include "core/wire/requestfacts.h"

namespace omni::gateway {

/// Answers a request for a count of tokens in its dialect: asks the first target that has a
/// counter, else estimates. Costs nothing, so it leaves no record.
class TokenCount
{
public:
    TokenCount(Gateway &gateway, InboundRequest request, std::unique_ptr<ReplySink> sink);

    void start();
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    [[nodiscard]] bool askUpstream(const route::Plan &plan, const wire::RequestFacts &facts);
    /// The request in canonical form, for targets of another dialect and for the estimate.
    [[nodiscard]] base::Result<const chat::ChatRequest *> decoded();
    void onAnswered(chat::Format upstream, bool isPassThrough);
    void estimate();
    void answer(const QByteArray &body, bool isEstimate);
    void fail(const base::Error &error);

    Gateway &m_gateway;
    InboundRequest m_request;
    std::unique_ptr<ReplySink> m_sink;
    bool m_isOver = false;
    std::optional<chat::ChatRequest> m_decoded;
    int m_status = 0;
    QByteArray m_body;
    std::unique_ptr<net::HttpReply> m_reply;
};

} // namespace omni::gateway
