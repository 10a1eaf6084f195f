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

namespace {

struct DialectRow
{
    Format format;
    const char *suffix;
    const char *basePath;
    const char *chatPath;
    const char *streamPath;
    const char *countPath;
    const char *keyHeader;
    const char *keyPrefix;
};

constexpr DialectRow Dialects[]{
    {Format::OpenAiChat, "-oc", "/v1", "/chat/completions", "", "", "Authorization", "Bearer "},
    {Format::Anthropic, "-an", "/v1", "/messages", "", "/messages/count_tokens", "x-api-key", ""},
    {Format::OpenAiResponses, "-re", "/v1", "/responses", "", "/responses/input_tokens",
     "Authorization", "Bearer "},
    {Format::Gemini, "-ge", "/v1beta", "/models/{model}:generateContent",
     "/models/{model}:streamGenerateContent?alt=sse", "/models/{model}:countTokens",
     "x-goog-api-key", ""},
    {Format::Ollama, "-ol", "", "/api/chat", "", "", "Authorization", "Bearer "},
};

const DialectRow &rowOf(Format format)
{
    for (const DialectRow &row : Dialects) {
        if (row.format == format)
            return row;
    }
    qFatal("the house has no providers of this format");
}

catalog::Provider providerOf(const DialectRow &row, const QString &prefix,
                             const FakeUpstream &upstream)
{
    catalog::Provider provider;
    provider.id = catalog::ProviderId(prefix);
    provider.prefix = prefix;
    provider.name = prefix;
    provider.format = row.format;
    provider.baseUrl = upstream.url(QString::fromLatin1(row.basePath));
    provider.chatPath = row.chatPath;
    provider.streamPath = row.streamPath;
    provider.countTokensPath = row.countPath;
    provider.auth = {catalog::AuthKind::ApiKey};
    provider.isUserMade = true;
    provider.keyHeader = row.keyHeader;
    provider.keyPrefix = row.keyPrefix;
    if (row.format == Format::Anthropic)
        provider.headers = {{"anthropic-version", "2023-06-01"}};
    // As Gemini 3 is: calls come back with their signatures.
    if (row.format == Format::Gemini)
        provider.traits.thinkingLevels = "low,high";
    return provider;
}

} // namespace

QByteArray chatBody(Format dialect, const QByteArray &model, bool stream)
{
    if (dialect == Format::Gemini)
        return R"({"contents":[{"role":"user","parts":[{"text":"Say something."}]}]})";
    if (dialect == Format::OpenAiResponses)
        return R"({"model":")" + model + R"(","input":"Say something.","stream":)" +
               (stream ? "true" : "false") + '}';
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
    addProviders();
}

GatewayHouse::~GatewayHouse()
{
    gateway.reset();
    client.reset();
    database->close();
}

/// All at once: each wait would be for a write to the disk.
void GatewayHouse::addProviders()
{
    int open = 0;
    const auto closed = [&open](const base::Result<void> &outcome) {
        mustWork(outcome);
        --open;
    };
    const auto each = [this](const auto &add) {
        for (const DialectRow &row : Dialects) {
            add(row, u"bad"_qs + QString::fromLatin1(row.suffix), bad);
            add(row, u"good"_qs + QString::fromLatin1(row.suffix), good);
        }
    };
    each([&](const DialectRow &row, const QString &prefix, const FakeUpstream &upstream) {
        ++open;
        catalog->save(providerOf(row, prefix, upstream), log.get(), closed);
    });
    if (!waitUntil([&] { return open == 0; }))
        qFatal("the providers were never saved");
    each([&](const DialectRow &, const QString &prefix, const FakeUpstream &upstream) {
        ++open;
        auth::Account account;
        account.provider = catalog::ProviderId(prefix);
        account.name = QStringLiteral("account of ") + prefix;
        accounts->add(account, base::Secret(upstream.key()), log.get(),
                      [closed](const base::Result<auth::Account> &added) {
                          closed(added ? base::Result<void>() : base::fail(added.error()));
                      });
    });
    if (!waitUntil([&] { return open == 0; }))
        qFatal("the accounts were never saved");
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
    return QByteArray(side) + rowOf(upstream).suffix + '/' + model;
}

Asked GatewayHouse::ask(Format dialect, const QByteArray &model, bool stream)
{
    return send(request(dialect, chatBody(dialect, model, stream), model, stream));
}

gateway::InboundRequest GatewayHouse::request(Format dialect, const QByteArray &body,
                                              const QByteArray &model, bool stream) const
{
    gateway::InboundRequest request{.dialect = dialect, .body = body};
    if (dialect == Format::Gemini)
        request.url = {.model = model, .stream = stream};
    return request;
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
