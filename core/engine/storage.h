// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/accounts.h"
#include "core/auth/clientkeys.h"
#include "core/catalog/livecatalog.h"
#include "core/engine/config.h"
#include "core/route/combos.h"
#include "core/store/database.h"
#include "core/store/secretstore.h"
#include "core/usage/requestlog.h"

namespace omni::engine {

/// Everything that is remembered, opened and loaded. Gateway thread.
struct Storage
{
    std::unique_ptr<store::Database> database;
    std::unique_ptr<store::SecretStore> secrets;
    std::unique_ptr<store::Settings> settings;
    std::unique_ptr<catalog::LiveCatalog> catalog;
    std::unique_ptr<auth::Accounts> accounts;
    std::unique_ptr<auth::ClientKeys> keys;
    std::unique_ptr<route::Combos> combos;
    std::unique_ptr<usage::RequestLog> log;

    /// The error says what could not be opened and what to do; nothing was changed then.
    [[nodiscard]] static base::Result<std::unique_ptr<Storage>>
    open(const Config &config, const base::Clock &clock, base::Random &random);

    /// Writes what is still in memory (last uses) and closes the database.
    void close();
};

} // namespace omni::engine
