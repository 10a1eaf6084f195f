// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/base/secret.h"
#include "core/base/strongid.h"
#include "core/catalog/provider.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace omni::auth {

using AccountId = base::StrongId<struct AccountTag>;

/// One key or login at a provider. The secret itself stands only in the SecretStore under
/// `account/<id>`.
struct Account
{
    AccountId id;
    catalog::ProviderId provider;
    QString name;
    catalog::Tier tier = catalog::Tier::ApiKey;
    /// Lower goes first inside a provider.
    int priority = 0;
    bool isPaused = false;
    bool hasSecret = false;
    /// Salted, for "is this the same key"; tells nothing about it.
    QString secretFingerprint;
    /// The last four characters, for people.
    QString secretHint;
    QUrl baseUrl;  ///< replaces the provider's; empty = as in the catalog
    QString proxy; ///< without credentials; empty = none
    /// Model ids the account offers, imported or given; empty = the catalog's.
    QList<catalog::Model> models;
    qint64 createdMs = 0;
    qint64 checkedMs = 0; ///< last successful check; 0 = never
    qint64 lastUsedMs = 0;
    /// Set by a refused credential; cleared by a good check. Empty = fine.
    QString authTrouble;

    bool operator==(const Account &) const = default;
};

/// What is sent to prove who we are. Never stored in values that leave core.
struct Credential
{
    base::Secret apiKey;
    /// What a login knows of itself beside its token (`project`, `profileArn`, `machineId`); null
    /// for plain keys.
    base::Json details;
    bool operator==(const Credential &) const = default;
};

} // namespace omni::auth
