// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/clientkeys.h"
#include "core/control/controlserver.h"
#include "core/control/operations.h"
#include "core/engine/config.h"
#include "core/store/database.h"
#include "core/store/secretstore.h"
#include "tests/support/fakeupstream/fakeupstream.h"

namespace omni::test {

/// What a command answered.
struct Told
{
    base::Json data;
    QList<base::Json> items;
    std::optional<control::Problem> problem;
    bool staysOpen = false;
    [[nodiscard]] bool isDone() const { return problem || !data.isNull(); }
};

/// Collects what a handler says.
class Ear final : public control::Answer
{
public:
    explicit Ear(Told &told)
        : m_told(told)
    {}
    void result(const base::Json &data) override { m_told.data = data; }
    void keepOpen() override { m_told.staysOpen = true; }
    void item(const base::Json &data) override { m_told.items.append(data); }
    void refuse(const control::Problem &problem) override { m_told.problem = problem; }

private:
    Told &m_told;
};

/// All rooms of an instance, in memory and a temporary folder, with one provider to talk to.
class InstanceFixture
{
public:
    InstanceFixture()
    {
        cooldowns = std::make_unique<health::Cooldowns>(clock);
        client = net::makeCurlClient();
        database = std::move(*store::Database::open(folder.path()));
        secrets = store::makeMemorySecretStore();
        settings = std::make_unique<store::Settings>(*database, gateway::settingRows() +
                                                                    engine::appSettingRows());
        catalog = std::make_unique<catalog::LiveCatalog>(*database);
        accounts = std::make_unique<auth::Accounts>(*database, *secrets, clock, random);
        keys = std::make_unique<auth::ClientKeys>(*database, *secrets, clock, random);
        combos = std::make_unique<route::Combos>(*database);
        log = std::make_unique<usage::RequestLog>(*database, clock);
        const auto loaded = settings->load()
                                .and_then([this] { return catalog->load(); })
                                .and_then([this] { return accounts->load(); })
                                .and_then([this] { return keys->load(); })
                                .and_then([this] { return combos->load(); })
                                .and_then([this] { return log->load(); });
        trouble = loaded ? QString() : loaded.error().detail;
        gateway = std::make_unique<gateway::Gateway>(gateway::Rooms{.clock = clock,
                                                                    .random = random,
                                                                    .settings = *settings,
                                                                    .catalog = *catalog,
                                                                    .accounts = *accounts,
                                                                    .combos = *combos,
                                                                    .cooldowns = *cooldowns,
                                                                    .client = *client,
                                                                    .log = *log});
        operations =
            std::make_unique<control::Operations>(*gateway, *catalog, *accounts, *client, clock);
        QObject::connect(settings.get(), &store::Settings::changed, gateway.get(), [this] {
            gateway->setActiveCombo(settings->value(QStringLiteral("route.activeCombo")).toText());
        });
        dispatch = control::dispatcher(rooms());
    }
    ~InstanceFixture() { database->close(); }

    [[nodiscard]] control::Rooms rooms()
    {
        return {.clock = clock,
                .database = *database,
                .settings = *settings,
                .catalog = *catalog,
                .accounts = *accounts,
                .keys = *keys,
                .combos = *combos,
                .cooldowns = *cooldowns,
                .gateway = *gateway,
                .log = *log,
                .operations = *operations,
                .info =
                    [this] {
                        return control::InstanceInfo{.version = QStringLiteral("1.2"),
                                                     .url = url,
                                                     .state = QStringLiteral("running"),
                                                     .startedMs = 1'799'999'000'000,
                                                     .dataFolder = folder.path(),
                                                     .secretsBackend = QStringLiteral("memory")};
                    },
                .stop = [this] { isStopped = true; },
                .raise = hasWindows ? std::function<void()>([this] { isRaised = true; }) : nullptr};
    }

    /// Runs a command as typed (words split at blanks) and waits for its answer.
    Told run(const QString &line, const QByteArray &secret = {})
    {
        return run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts), secret);
    }

    Told run(const QStringList &words, const QByteArray &secret = {})
    {
        Told told;
        const auto invocation = control::parseCommandLine(words);
        if (!invocation) {
            told.problem = control::problemOf(invocation.error());
            return told;
        }
        Ear ear(told);
        dispatch({.invocation = *invocation, .secret = base::Secret(secret)}, ear);
        if (!QTest::qWaitFor([&] { return told.isDone(); }, 20000))
            told.problem = control::Problem{.code = "no_answer"};
        return told;
    }

    /// Adds the fake upstream as a provider of the user's own.
    Told addUpstream(const QString &name)
    {
        return run(QStringLiteral("account add openai-compatible --name %1 --prefix %1 "
                                  "--base-url %2")
                       .arg(name, upstream.url().toString()),
                   upstream.key());
    }

    QTemporaryDir folder;
    base::ManualClock clock;
    base::SeededRandom random{11};
    FakeUpstream upstream;
    QString url = QStringLiteral("http://127.0.0.1:20128");
    bool isStopped = false;
    bool isRaised = false;
    bool hasWindows = false;
    QString trouble; ///< why a room could not be loaded
    std::unique_ptr<health::Cooldowns> cooldowns;
    std::unique_ptr<net::HttpClient> client;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<store::SecretStore> secrets;
    std::unique_ptr<store::Settings> settings;
    std::unique_ptr<catalog::LiveCatalog> catalog;
    std::unique_ptr<auth::Accounts> accounts;
    std::unique_ptr<auth::ClientKeys> keys;
    std::unique_ptr<route::Combos> combos;
    std::unique_ptr<usage::RequestLog> log;
    std::unique_ptr<gateway::Gateway> gateway;
    std::unique_ptr<control::Operations> operations;
    control::ControlServer::Dispatch dispatch;
};

} // namespace omni::test
