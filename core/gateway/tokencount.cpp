// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/tokencount.h"

#include "core/base/json.h"
#include "core/providers/adapter.h"
#include "core/wire/formats.h"
#include "core/wire/statuscodes.h"
#include "core/wire/tokencounts.h"

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
            provider->countTokensPath.isEmpty())
            continue;
        const auth::Credential credential =
            rooms.accounts.credential(account->id).value_or(auth::Credential());
        providers::Call call{.kind = providers::Call::Kind::CountTokens,
                             .provider = *provider,
                             .account = *account,
                             .credential = credential,
                             .model = candidate.target.model,
                             .dialect = m_request.dialect,
                             .body = m_request.body,
                             .facts = facts,
                             .passHeaders = m_request.passHeaders,
                             .hops = m_request.hops};
        if (m_request.form || !providers::isPassThrough(*provider, m_request.dialect)) {
            const auto request = decoded();
            if (!request)
                return false;
            call.request = *request;
        }
        auto outgoing = providers::adapterFor(*provider).build(call);
        if (!outgoing)
            continue;
        outgoing->http.timeouts.total = LongestWait;
        outgoing->http.maxBodyBytes = LargestAnswer;
        const chat::Format format = outgoing->format;
        const bool isPassThrough = outgoing->isPassThrough;
        m_reply = rooms.client.send(
            outgoing->http,
            {.onHead = [this](int status, const net::HeaderList &) { m_status = status; },
             .onData = [this](const QByteArray &data) { m_body += data; },
             .onDone = [this, format, isPassThrough] { onAnswered(format, isPassThrough); },
             .onError = [this](const base::Error &) { estimate(); }});
        return true;
    }
    return false;
}

void TokenCount::onAnswered(chat::Format upstream, bool isPassThrough)
{
    const auto count = wire::readCount(upstream, m_body);
    if (m_status != Ok || !count)
        estimate();
    else if (isPassThrough)
        answer(m_body, false);
    else
        answer(wire::writeCount(m_request.dialect, *count), false);
}

base::Result<const chat::ChatRequest *> TokenCount::decoded()
{
    if (m_decoded)
        return &*m_decoded;
    const auto json = base::Json::parse(m_request.body);
    if (!json)
        return base::fail(json.error());
    const base::Json counted = wire::countedRequest(m_request.dialect, *json);
    auto request = wire::codecFor(m_request.dialect)->decodeRequest(counted);
    if (!request)
        return base::fail(request.error());
    m_decoded = std::move(request->request);
    return &*m_decoded;
}

void TokenCount::estimate()
{
    const auto request = decoded();
    if (!request)
        return fail(request.error());
    answer(wire::writeCount(m_request.dialect, wire::estimateTokens(**request)), true);
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
