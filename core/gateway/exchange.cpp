// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/exchange.h"

#include "core/auth/clientkeys.h"
#include "core/base/json.h"
#include "core/gateway/budgets.h"
#include "core/wire/formats.h"
#include "core/wire/openairesponses/compaction.h"
#include "core/wire/openairesponses/state.h"

namespace omni::gateway {

using base::ErrorCode;

namespace {

constexpr std::chrono::seconds LongestKeyringWait{10};

bool isAllowed(const QStringList &globs, const QString &name)
{
    return globs.isEmpty() || std::any_of(globs.begin(), globs.end(), [&](const QString &glob) {
               return auth::globMatches(glob, name);
           });
}

} // namespace

Exchange::Exchange(Gateway &gateway, InboundRequest request, std::unique_ptr<ReplySink> sink)
    : m_gateway(gateway)
    , m_request(std::move(request))
    , m_sink(std::move(sink))
    , m_catalog(gateway.rooms().catalog.snapshot())
    , m_client(m_request.form ? m_request.form : wire::codecFor(m_request.dialect))
    , m_started(gateway.rooms().clock.now())
    , m_lastSent(m_started)
{
    m_record.id = m_request.requestId;
    m_record.startedMs = gateway.rooms().clock.wall().toMSecsSinceEpoch();
    m_record.clientKeyId = m_request.clientKeyId;
    m_record.clientKeyName = m_request.clientKeyName;
    m_record.program = m_request.program;
    m_record.dialect = m_request.dialect;
}

Exchange::~Exchange() = default;

void Exchange::start()
{
    m_sink->onGone([this] { clientGone(); });
    expandState();
    auto facts = wire::readFacts(m_request.dialect, m_request.body, m_request.url);
    if (!facts)
        return failClient(facts.error());
    m_facts = std::move(*facts);
    m_record.requestedModel = m_facts.model;
    m_record.stream = m_facts.stream;
    if (const auto refused = refusedState())
        return failClient(*refused);
    if (m_facts.stream && m_request.wantsArray)
        m_array.emplace();
    if (m_facts.stream)
        m_sink->onDrained([this] {
            if (m_attempt)
                m_attempt->setPaused(false);
        });
    plan();
}

void Exchange::plan()
{
    const route::Wish wish{.model = QString::fromUtf8(m_facts.model),
                           .forcedProvider = m_request.forcedProvider,
                           .forcedAccount = m_request.forcedAccount,
                           .needsTools = m_facts.hasTools,
                           .needsImages = m_facts.hasImages,
                           .inputTokens = m_facts.inputTokens};
    auto plan = route::plan(wish, m_gateway.state());
    if (!plan)
        return failClient(plan.error());
    m_plan = std::move(*plan);
    m_next = 0;
    m_record.combo = m_plan.combo;
    if (!m_request.allowedModels.isEmpty() && !isAllowed(m_request.allowedModels, wish.model)) {
        for (route::Candidate &candidate : m_plan.candidates) {
            const auto *provider = m_catalog->find(candidate.target.provider);
            const QString id = (provider ? provider->prefix : QString()) + QLatin1Char('/') +
                               QString::fromUtf8(candidate.target.model);
            if (!isAllowed(m_request.allowedModels, id))
                candidate.skipped = QStringLiteral("not_allowed");
        }
    }
    if (!waitForPlan())
        tryNext();
}

bool Exchange::waitForPlan()
{
    const auto now = m_gateway.rooms().clock.now();
    std::optional<base::Clock::TimePoint> earliest;
    bool isLoading = false;
    for (const route::Candidate &candidate : m_plan.candidates) {
        if (candidate.skipped.isEmpty())
            return false;
        isLoading = isLoading || candidate.skipped == QLatin1String("loading");
        if (candidate.until && (!earliest || *candidate.until < *earliest))
            earliest = candidate.until;
    }
    if (isLoading && now - m_started < LongestKeyringWait) {
        m_phase = Phase::Waiting;
        m_waitUntil = now;
        return true;
    }
    if (earliest && *earliest - now <= std::chrono::seconds(m_plan.waitSeconds)) {
        m_phase = Phase::Waiting;
        m_waitUntil = earliest;
        return true;
    }
    return false;
}

void Exchange::tryNext()
{
    m_phase = Phase::Trying;
    m_attempt.reset();
    m_held.clear();
    m_firstPiece.reset();
    while (m_next < m_plan.candidates.size()) {
        const route::Candidate &candidate = m_plan.candidates.at(m_next++);
        route::Candidate now = candidate;
        if (now.skipped.isEmpty() &&
            m_refusedModels.contains({now.target.provider, now.target.model}))
            now.skipped = QStringLiteral("model_refused");
        // An attempt of another request may have learnt something meanwhile.
        if (const auto rest =
                m_gateway.rooms().cooldowns.resting(now.target.account, now.target.model);
            now.skipped.isEmpty() && rest) {
            now.skipped = QStringLiteral("cooling");
            now.until = rest->until;
            m_plan.candidates[m_next - 1] = now;
        }
        if (!now.skipped.isEmpty()) {
            recordSkipped(now);
            continue;
        }
        auto sent = tryCandidate(now);
        if (sent)
            return;
        closeAttemptRecord(usage::AttemptRecord::Outcome::Failed, &sent.error());
        m_errors.append(sent.error());
        if (!health::classify(sent.error()).triesNext)
            return failClient(sent.error());
    }
    giveUp();
}

base::Result<const chat::ChatRequest *> Exchange::decoded()
{
    if (!m_decoded) {
        auto json = base::Json::parse(m_request.body);
        if (!json)
            return base::fail(json.error());
        auto request = m_client->decodeRequest(*json);
        if (!request)
            return base::fail(request.error());
        m_record.losses = lossTexts(request->losses);
        m_decoded = std::move(request->request);
        m_decoded->model = m_facts.model;
        m_decoded->stream = m_facts.stream;
        if (m_request.operation == Operation::Compact) {
            m_compacting = std::move(*m_decoded);
            m_decoded = wire::openairesponses::summaryRequest(*m_compacting);
        }
    }
    return &*m_decoded;
}

bool Exchange::mustTranslate(const catalog::Provider &provider) const
{
    return m_request.form || m_request.operation == Operation::Compact ||
           !providers::isPassThrough(provider, m_request.dialect);
}

base::Result<void> Exchange::tryCandidate(const route::Candidate &candidate)
{
    const Rooms &rooms = m_gateway.rooms();
    const catalog::Provider *provider = m_catalog->find(candidate.target.provider);
    const auth::Account *account = rooms.accounts.find(candidate.target.account);
    m_record.attempts.append({.provider = candidate.target.provider.text(),
                              .accountId = candidate.target.account.text(),
                              .account = candidate.accountName,
                              .model = candidate.target.model,
                              .startedMs = sinceStartMs()});
    ++m_tried;
    if (!provider || !account)
        return base::fail(ErrorCode::NotFound, QStringLiteral("the account was removed meanwhile"));
    auth::Credential credential;
    if (auto known = rooms.accounts.credential(account->id))
        credential = *known;
    else if (account->hasSecret)
        return base::fail(known.error());

    providers::Call call{.provider = *provider,
                         .account = *account,
                         .credential = credential,
                         .model = candidate.target.model,
                         .dialect = m_request.dialect,
                         .body = m_request.body,
                         .facts = m_facts,
                         .passHeaders = m_request.passHeaders,
                         .hops = m_request.hops};
    const bool translates = mustTranslate(*provider);
    const bool keepsState = provider->traitsFor(call.model).storesResponses && !translates;
    if (m_unknownState && !keepsState)
        return base::fail(*m_unknownState);
    if (translates) {
        auto request = decoded();
        if (!request)
            return base::fail(request.error());
        // The client may have lost what this upstream bound to its calls.
        m_gateway.m_signatures->restore(*m_decoded, *provider->format);
        call.request = *request;
    }
    const providers::Adapter &adapter = providers::adapterFor(*provider);
    auto outgoing = adapter.build(call);
    if (!outgoing)
        return base::fail(outgoing.error());
    m_record.attempts.last().losses = lossTexts(outgoing->losses);

    // How long a stream may take is decided here, by its content, not by the clock of the socket.
    const Budgets &budgets = m_gateway.budgets();
    const auto left = budgets.of(m_facts.stream) - std::chrono::milliseconds(sinceStartMs());
    outgoing->http.timeouts = budgets.attempt;
    outgoing->http.timeouts.total = m_facts.stream ? std::chrono::hours(24) : left;
    outgoing->http.timeouts.firstByte = std::min(outgoing->http.timeouts.firstByte, left);
    m_attempt = std::make_unique<Attempt>(*this, Attempt::Setup{.provider = provider,
                                                                .adapter = &adapter,
                                                                .spec = answerSpec(*outgoing),
                                                                .now = rooms.clock.wall()});
    m_attempt->send(rooms.client, outgoing->http);
    emit m_gateway.liveChanged();
    return {};
}

AnswerSpec Exchange::answerSpec(const providers::Outgoing &outgoing) const
{
    const bool isRaw =
        outgoing.format == m_request.dialect && outgoing.isPassThrough && !m_sentStart;
    const bool repeats = m_request.dialect == chat::Format::OpenAiResponses && !isRaw;
    return {.upstream = wire::codecFor(outgoing.format),
            .client = m_client,
            .clientStreams = m_facts.stream,
            .isRaw = isRaw,
            .encoding = {.model = m_facts.model,
                         .includeUsage = m_facts.includeUsage,
                         .fallbackId = m_request.requestId,
                         .createdSeconds = m_record.startedMs / 1000,
                         .echo = repeats ? wire::openairesponses::echoOf(m_written) : base::Json()},
            .renamedTools = outgoing.renamedTools,
            .signatures = m_gateway.m_signatures.get(),
            .alreadyStarted = m_sentStart};
}

void Exchange::attemptFailed(const base::Error &error)
{
    const Rooms &rooms = m_gateway.rooms();
    const route::Candidate &candidate = m_plan.candidates.at(m_next - 1);
    closeAttemptRecord(usage::AttemptRecord::Outcome::Failed, &error);
    rooms.cooldowns.reportFailure(candidate.target.account, candidate.target.model, error);
    if (error.code == ErrorCode::Unauthorized)
        rooms.accounts.noteAuthTrouble(candidate.target.account, error.detail);
    const auto *provider = m_catalog->find(candidate.target.provider);
    base::Error told = error;
    told.detail = QStringLiteral("%1 (%2): %3")
                      .arg(provider ? provider->name : candidate.target.provider.text(),
                           candidate.accountName, error.detail);
    if (forgetsReasoning(error)) {
        --m_next;
        return tryNext();
    }
    m_errors.append(told);
    const health::FailureClass failure = health::classify(error);
    if (failure.onlyOtherModel)
        m_refusedModels.append({candidate.target.provider, candidate.target.model});
    if (failure.triesNext)
        tryNext();
    else
        failClient(told);
}

void Exchange::giveUp()
{
    const auto now = m_gateway.rooms().clock.now();
    const base::Error nobody = nobodyCanAnswer(m_plan, QString::fromUtf8(m_facts.model), now);
    if (m_errors.isEmpty())
        return failClient(nobody);
    base::Error error = chooseError(m_errors);
    // A target that was skipped because it rests may be back before those that just failed.
    if (error.retryAfter && nobody.retryAfter)
        error.retryAfter = std::min(*error.retryAfter, *nobody.retryAfter);
    failClient(error);
}

} // namespace omni::gateway
