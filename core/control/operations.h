// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/accountdraft.h"
#include "core/auth/accounts.h"
#include "core/catalog/livecatalog.h"
#include "core/gateway/gateway.h"
#include "core/providers/accountcheck.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace omni::control {

/// What windows and command line can do, in one place, so that both do the same. Gateway thread.
class Operations : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;
    template<typename T>
    using Got = std::function<void(base::Result<T>)>;

    Operations(gateway::Gateway &gateway, catalog::LiveCatalog &catalog, auth::Accounts &accounts,
               net::HttpClient &client, const base::Clock &clock, QObject *parent = nullptr);

    /// Checks a key without saving anything.
    void checkKey(const auth::AccountDraft &draft, const base::Secret &key, QObject *context,
                  Got<auth::CheckReport> done);
    /// Checks (unless told not to), imports the model list, stores. Errors: NotFound (provider,
    /// with near matches), InvalidRequest (what is missing), Unauthorized (key refused), Network.
    void addAccount(const auth::AccountDraft &draft, const base::Secret &key, bool check,
                    QObject *context, Got<auth::Account> done);
    /// Makes a provider of the user's own; the result has its id.
    void addCustomProvider(const auth::CustomProviderDraft &draft, QObject *context,
                           Got<catalog::Provider> done);
    /// Checks a stored account again and refreshes its model list.
    void testAccount(const auth::AccountId &id, QObject *context, Got<auth::CheckReport> done);
    [[nodiscard]] bool isChecking(const auth::AccountId &id) const;

signals:
    /// A check began or ended.
    void checkingChanged();

private:
    void noteCheck(const auth::AccountId &id, const providers::AccountCheck &check);

    gateway::Gateway &m_gateway;
    catalog::LiveCatalog &m_catalog;
    auth::Accounts &m_accounts;
    net::HttpClient &m_client;
    const base::Clock &m_clock;
    QSet<auth::AccountId> m_checking;
};

} // namespace omni::control
