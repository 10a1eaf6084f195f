// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/tokencount.h"

#include "core/base/json.h"
#include "core/providers/adapter.h"
#include "core/wire/formats.h"
#include "core/wire/statuscodes.h"

namespace omni::gateway {

namespace {

constexpr std::chrono::seconds LongestWait{10};
constexpr qsizetype LargestAnswer = 64 << 10;
constexpr int Ok = 200;

} // namespace

TokenCount::TokenCount(Gateway &gateway, InboundRequest request, std::unique_ptr<ReplySink> sink)
    : m_gateway(gateway)
    , m_request(std::move(request))
    , m_sink(std::move(sink))
{}

void TokenCount::start()
{
    m_sink->onGone([this] {
        m_isOver = true;
        m_reply.reset();
    });
    auto facts = wire::readFacts(m_request.dialect, m_request.body, m_request.url);
    if (!facts)
        return fail(facts.error());
    auto plan = route::plan({.model = QString::fromUtf8(facts->model),
                             .forcedProvider = m_request.forcedProvider,
                             .forcedAccount = m_request.forcedAccount},
                            m_gateway.state());
    if (!plan)
        return fail(plan.error());
    if (!askUpstream(*plan, *facts))
        estimate();
}

bool TokenCount::askUpstream(const route::Plan &plan, const wire::RequestFacts &facts)
{
    const Rooms &rooms = m_gateway.rooms();
    for (const route::Candidate &candidate : plan.candidates) {
        const auto *provider = rooms.catalog.current().find(candidate.target.provider);
        const auto *account = rooms.accounts.find(candidate.target.account);
        if (!candidate.skipped.isEmpty() || !provider || !account ||
            provider->countTokensPath.isEmpty() ||
            !providers::isPassThrough(*provider, m_request.dialect))
            continue;
        const auth::Credential credential =
            rooms.accounts.credential(account->id).value_or(auth::Credential());
        auto outgoing =
            providers::adapterFor(*provider).build({.kind = providers::Call::Kind::CountTokens,
                                                    .provider = *provider,
                                                    .account = *account,
                                                    .credential = credential,
                                                    .model = candidate.target.model,
                                                    .dialect = m_request.dialect,
                                                    .body = m_request.body,
                                                    .facts = facts,
                                                    .passHeaders = m_request.passHeaders});
        if (!outgoing)
            continue;
        outgoing->http.timeouts.total = LongestWait;
        outgoing->http.maxBodyBytes = LargestAnswer;
        m_reply = rooms.client.send(
            outgoing->http,
            {.onHead = [this](int status, const net::HeaderList &) { m_status = status; },
             .onData = [this](const QByteArray &data) { m_body += data; },
             .onDone =
                 [this] {
                     const auto json = base::Json::parse(m_body);
                     if (m_status == Ok && json && (*json)["input_tokens"].isNumber())
                         answer(m_body, false);
                     else
                         estimate();
                 },
             .onError = [this](const base::Error &) { estimate(); }});
        return true;
    }
    return false;
}

void TokenCount::estimate()
{
    const auto json = base::Json::parse(m_request.body);
    if (!json)
        return fail(json.error());
    // Counting asks for no length of the answer; the decoder wants one.
    base::Json body = *json;
    if (!body.contains("max_tokens"))
        body.set("max_tokens", 1);
    const auto request = wire::codecFor(m_request.dialect)->decodeRequest(body);
    if (!request)
        return fail(request.error());
    base::Json counted;
    counted.set("input_tokens", wire::estimateTokens(request->request));
    answer(counted.toJson(), true);
}

void TokenCount::answer(const QByteArray &body, bool isEstimate)
{
    m_isOver = true;
    m_sink->onGone(nullptr);
    ReplySink::Headers headers{{"content-type", "application/json"}};
    if (isEstimate)
        headers.emplaceBack("x-omniroute-estimated", "true");
    m_sink->sendWhole(Ok, headers, body);
}

void TokenCount::fail(const base::Error &error)
{
    m_isOver = true;
    m_sink->onGone(nullptr);
    const int status = wire::clientStatus(error, m_request.dialect);
    m_sink->sendWhole(
        status, {{"content-type", "application/json"}},
        wire::codecFor(m_request.dialect)->encodeError(error, status, m_request.requestId));
}

} // namespace omni::gateway
