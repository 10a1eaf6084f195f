// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/gateway/gatewayhouse.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace omni::test {

using chat::Format;

namespace {

/// Runs the loop until an asynchronous step has answered.
base::Result<void> waitFor(const std::function<void(std::function<void(base::Result<void>)>)> &step)
{
    std::optional<base::Result<void>> outcome;
    step([&](base::Result<void> result) { outcome = std::move(result); });
    if (!waitUntil([&] { return outcome.has_value(); }))
        qFatal("a step of the test's preparation never answered");
    return *outcome;
}

void mustWork(const base::Result<void> &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().detail));
}

} // namespace

bool waitUntil(const std::function<bool()> &condition)
{
    constexpr std::chrono::seconds most{60};
    const QDeadlineTimer end(most);
    QTimer wake;
    wake.start(most);
    while (!condition()) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

QByteArray Heard::header(QByteArrayView name) const
{
    return net::headerValue(headers, name);
}

base::Json Heard::json() const
{
    return base::Json::parse(body).value_or(base::Json());
}

void BufferSink::sendWhole(int status, const Headers &headers, const QByteArray &body)
{
    m_heard->status = status;
    m_heard->headers = headers;
    m_heard->body = body;
    m_heard->isEnded = true;
}

void BufferSink::beginStream(const Headers &headers, bool)
{
    m_heard->status = 200;
    m_heard->headers = headers;
    m_heard->isStream = true;
}

void BufferSink::sendChunk(const QByteArray &bytes)
{
    m_heard->body += bytes;
    ++m_heard->chunks;
}

void BufferSink::leave()
{
    if (m_gone)
        std::exchange(m_gone, nullptr)();
}

void BufferSink::setCongested(bool congested)
{
    const bool drained = m_isCongested && !congested;
    m_isCongested = congested;
    if (drained && m_drained)
        m_drained();
}

QByteArray chatBody(Format dialect, const QByteArray &model, bool stream)
{
    const QByteArray limit = dialect == Format::Anthropic ? R"("max_tokens":64,)" : "";
    return R"({"model":")" + model + R"(",)" + limit +
           R"("messages":[{"role":"user","content":"Say something."}],"stream":)" +
           (stream ? "true" : "false") + '}';
}

GatewayHouse::GatewayHouse()
{
    auto opened = store::Database::open(m_dir.path());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    database = std::move(*opened);
    secrets = store::makeMemorySecretStore();
    settings = std::make_unique<store::Settings>(*database, gateway::settingRows());
    catalog = std::make_unique<catalog::LiveCatalog>(*database);
    accounts = std::make_unique<auth::Accounts>(*database, *secrets, clock, random);
    combos = std::make_unique<route::Combos>(*database);
    log = std::make_unique<usage::RequestLog>(*database, clock);
    mustWork(settings->load());
    mustWork(catalog->load());
    mustWork(accounts->load());
    mustWork(combos->load());
    mustWork(log->load());
    client = net::makeCurlClient();
    gateway = std::make_unique<gateway::Gateway>(gateway::Rooms{.clock = clock,
                                                                .random = random,
                                                                .settings = *settings,
                                                                .catalog = *catalog,
                                                                .accounts = *accounts,
                                                                .combos = *combos,
                                                                .cooldowns = cooldowns,
                                                                .client = *client,
                                                                .log = *log});
    for (const Format format : {Format::OpenAiChat, Format::Anthropic}) {
        const QString suffix =
            format == Format::Anthropic ? QStringLiteral("-an") : QStringLiteral("-oc");
        addProvider(QStringLiteral("bad") + suffix, format, bad);
        addProvider(QStringLiteral("good") + suffix, format, good);
    }
}

GatewayHouse::~GatewayHouse()
{
    gateway.reset();
    client.reset();
    database->close();
}

void GatewayHouse::addProvider(const QString &prefix, Format format, const FakeUpstream &upstream)
{
    const bool isAnthropic = format == Format::Anthropic;
    catalog::Provider provider;
    provider.id = catalog::ProviderId(prefix);
    provider.prefix = prefix;
    provider.name = prefix;
    provider.format = format;
    provider.baseUrl = upstream.url();
    provider.chatPath = isAnthropic ? "/messages" : "/chat/completions";
    provider.countTokensPath = isAnthropic ? "/messages/count_tokens" : "";
    provider.auth = {catalog::AuthKind::ApiKey};
    provider.isUserMade = true;
    if (isAnthropic) {
        provider.keyHeader = "x-api-key";
        provider.keyPrefix = "";
        provider.headers = {{"anthropic-version", "2023-06-01"}};
    }
    mustWork(waitFor([&](auto done) { catalog->save(provider, log.get(), done); }));
    auth::Account account;
    account.provider = provider.id;
    account.name = QStringLiteral("account of ") + prefix;
    mustWork(waitFor([&](auto done) {
        accounts->add(account, base::Secret(upstream.key()), log.get(),
                      [done](const base::Result<auth::Account> &added) {
                          done(added ? base::Result<void>() : base::fail(added.error()));
                      });
    }));
}

auth::AccountId GatewayHouse::account(const QString &prefix) const
{
    return accounts->ofProvider(catalog::ProviderId(prefix)).constFirst().id;
}

void GatewayHouse::setSetting(const QString &key, const QString &value)
{
    mustWork(waitFor([&](auto done) { settings->set(key, value, log.get(), done); }));
}

void GatewayHouse::addCombo(const QString &name, const QStringList &steps)
{
    route::Combo combo;
    combo.name = name;
    for (const QString &step : steps)
        combo.steps.append({.target = step});
    mustWork(waitFor([&](auto done) { combos->save({}, combo, log.get(), done); }));
}

usage::ExchangeRecord GatewayHouse::lastRecord() const
{
    if (log->recent().isEmpty())
        qFatal("no request was recorded");
    return log->recent().constFirst();
}

QByteArray GatewayHouse::modelOf(const char *side, Format upstream, const QByteArray &model)
{
    return QByteArray(side) + (upstream == Format::Anthropic ? "-an/" : "-oc/") + model;
}

Asked GatewayHouse::ask(Format dialect, const QByteArray &model, bool stream)
{
    return askWith(dialect, chatBody(dialect, model, stream));
}

Asked GatewayHouse::askWith(Format dialect, const QByteArray &body, gateway::Operation operation)
{
    gateway::InboundRequest request;
    request.operation = operation;
    request.dialect = dialect;
    request.body = body;
    return send(std::move(request));
}

Asked GatewayHouse::send(gateway::InboundRequest request)
{
    request.requestId = "req-" + QByteArray::number(++m_requests);
    request.program = QStringLiteral("Test");
    auto heard = std::make_shared<Heard>();
    auto sink = std::make_unique<BufferSink>(heard);
    BufferSink *pointer = sink.get();
    gateway->handle(std::move(request), std::move(sink));
    return {heard, pointer};
}

} // namespace omni::test
