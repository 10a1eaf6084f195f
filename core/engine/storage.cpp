// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/storage.h"

#include "core/gateway/gateway.h"
#include "core/http/server.h"

#include <QDir>

namespace omni::engine {

namespace {

base::Result<std::unique_ptr<store::SecretStore>> openSecrets(const Config &config)
{
    if (config.secrets == QLatin1String("memory"))
        return store::makeMemorySecretStore();
    if (config.secrets == QLatin1String("file"))
        return store::makeFileSecretStore(
            QDir(config.dataDir).filePath(QStringLiteral("secrets.sealed")), config.passphrase);
    return store::makeKeychainSecretStore();
}

} // namespace

base::Result<std::unique_ptr<Storage>> Storage::open(const Config &config, const base::Clock &clock,
                                                     base::Random &random)
{
    auto storage = std::make_unique<Storage>();
    auto database = store::Database::open(config.dataDir);
    if (!database)
        return base::fail(database.error());
    storage->database = std::move(*database);
    auto secrets = openSecrets(config);
    if (!secrets)
        return base::fail(secrets.error());
    storage->secrets = std::move(*secrets);

    store::Database &sql = *storage->database;
    storage->settings = std::make_unique<store::Settings>(
        sql, http::settingRows() + gateway::settingRows() + appSettingRows());
    storage->catalog = std::make_unique<catalog::LiveCatalog>(sql);
    storage->accounts = std::make_unique<auth::Accounts>(sql, *storage->secrets, clock, random);
    storage->keys = std::make_unique<auth::ClientKeys>(sql, *storage->secrets, clock, random);
    storage->combos = std::make_unique<route::Combos>(sql);
    storage->log = std::make_unique<usage::RequestLog>(sql, clock);

    const base::Result<void> loaded = storage->settings->load()
                                          .and_then([&] { return storage->catalog->load(); })
                                          .and_then([&] { return storage->accounts->load(); })
                                          .and_then([&] { return storage->keys->load(); })
                                          .and_then([&] { return storage->combos->load(); })
                                          .and_then([&] { return storage->log->load(); });
    if (!loaded) {
        sql.close();
        return base::fail(loaded.error());
    }
    return storage;
}

void Storage::close()
{
    // Both note their last uses when they go.
    accounts.reset();
    keys.reset();
    database->close();
}

} // namespace omni::engine
