// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/gateway/gateway.h"
#include "core/store/database.h"
#include "core/store/secretstore.h"
#include "tests/support/fakeupstream/fakeupstream.h"

#include <QTemporaryDir>

namespace omni::test {

/// Runs the loop until the condition holds; false after a minute, for a busy machine. Does not
/// sleep between events as QTest::qWaitFor does: hundreds of cases wait here.
[[nodiscard]] bool waitUntil(const std::function<bool()> &condition);

/// What a client received.
struct Heard
{
    int status = 0; ///< 0 = nothing yet
    gateway::ReplySink::Headers headers;
    QByteArray body; ///< whole, or every chunk so far
    int chunks = 0;
    bool isStream = false;
    bool isEnded = false;   ///< a good end
    bool isAborted = false; ///< a bad one

    [[nodiscard]] bool isOver() const { return isEnded || isAborted; }
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] base::Json json() const;
};

/// A client in memory. What it heard outlives the sink.
class BufferSink final : public gateway::ReplySink
{
public:
    explicit BufferSink(std::shared_ptr<Heard> heard)
        : m_heard(std::move(heard))
    {}

    void sendWhole(int status, const Headers &headers, const QByteArray &body) override;
    void beginStream(const Headers &headers, bool flushNow) override;
    void sendChunk(const QByteArray &bytes) override;
    void endStream() override { m_heard->isEnded = true; }
    void abortStream() override { m_heard->isAborted = true; }
    void onGone(std::function<void()> callback) override { m_gone = std::move(callback); }
    [[nodiscard]] bool isCongested() const override { return m_isCongested; }
    void onDrained(std::function<void()> callback) override { m_drained = std::move(callback); }

    void leave();
    void setCongested(bool congested);

private:
    std::shared_ptr<Heard> m_heard;
    std::function<void()> m_gone;
    std::function<void()> m_drained;
    bool m_isCongested = false;
};

/// A request under way.
struct Asked
{
    std::shared_ptr<Heard> heard;
    BufferSink *sink = nullptr; ///< gone once the exchange is
};

/// A gateway with everything behind it: a database in a temporary folder, secrets in memory, time
/// by hand, the real HTTP client, and two providers of each dialect that lead to fakes: `bad-oc`
/// and `good-oc` (OpenAI Chat), `-an` (Anthropic), `-re` (Responses), `-ge` (Gemini), `-ol`
/// (Ollama).
class GatewayHouse
{
public:
    GatewayHouse();
    ~GatewayHouse();

    [[nodiscard]] Asked ask(chat::Format dialect, const QByteArray &model, bool stream);
    [[nodiscard]] Asked askWith(chat::Format dialect, const QByteArray &body,
                                gateway::Operation operation = gateway::Operation::Chat);
    /// As a client of the dialect asks: what its URL says stands there.
    [[nodiscard]] gateway::InboundRequest request(chat::Format dialect, const QByteArray &body,
                                                  const QByteArray &model, bool stream) const;
    /// The request as it stands; its id is filled in.
    [[nodiscard]] Asked send(gateway::InboundRequest request);
    void setSetting(const QString &key, const QString &value);
    void addCombo(const QString &name, const QStringList &steps);
    /// The newest record; the test fails when there is none.
    [[nodiscard]] usage::ExchangeRecord lastRecord() const;
    [[nodiscard]] auth::AccountId account(const QString &prefix) const;

    /// `bad` or `good`, of the dialect.
    [[nodiscard]] static QByteArray modelOf(const char *side, chat::Format upstream,
                                            const QByteArray &model);

    FakeUpstream bad;
    FakeUpstream good;
    base::ManualClock clock;
    base::SeededRandom random{7};
    std::unique_ptr<store::Database> database;
    std::unique_ptr<store::SecretStore> secrets;
    std::unique_ptr<store::Settings> settings;
    std::unique_ptr<catalog::LiveCatalog> catalog;
    std::unique_ptr<auth::Accounts> accounts;
    std::unique_ptr<route::Combos> combos;
    health::Cooldowns cooldowns{clock};
    std::unique_ptr<net::HttpClient> client;
    std::unique_ptr<usage::RequestLog> log;
    std::unique_ptr<gateway::Gateway> gateway;

private:
    void addProviders();

    QTemporaryDir m_dir;
    int m_requests = 0;
};

/// A small chat request of the dialect.
[[nodiscard]] QByteArray chatBody(chat::Format dialect, const QByteArray &model, bool stream);

} // namespace omni::test
