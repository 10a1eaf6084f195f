// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/operations.h"

#include "core/base/nearmatch.h"
#include "core/control/baseurl.h"
#include "core/control/customprovider.h"

#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using auth::Account;
using auth::AccountDraft;
using auth::CheckReport;
using base::ErrorCode;
using base::Result;
using catalog::Provider;

namespace {

base::Failure wrong(const QString &text)
{
    return base::fail(ErrorCode::InvalidRequest, text);
}

Result<Provider> findProvider(const catalog::Catalog &catalog, const catalog::ProviderId &id)
{
    const Provider *provider = catalog.find(id);
    if (!provider)
        provider = catalog.findByPrefix(id.text());
    if (provider)
        return *provider;
    QStringList known;
    for (const Provider &each : catalog.providers())
        known.append(each.id.text());
    const QStringList near = base::nearMatches(id.text(), known);
    return base::fail(ErrorCode::NotFound,
                      u"There is no provider \"%1\"."_s.arg(id.text()) +
                          (near.isEmpty() ? u" `omniroute provider list --all` shows all."_s
                                          : u" Did you mean %1?"_s.arg(near.join(u", "_s))));
}

/// What must be true before anything is asked or stored.
Result<void> checkDraft(const Provider &provider, const AccountDraft &draft,
                        const base::Secret &key)
{
    if (!provider.format)
        return base::fail(
            ErrorCode::Unsupported,
            u"%1 has no chat interface that this version speaks."_s.arg(provider.name));
    if (provider.status == catalog::ProviderStatus::Discontinued)
        return base::fail(ErrorCode::Unsupported,
                          u"%1 has ended its service."_s.arg(provider.name));
    const bool takesKeys = provider.auth.contains(catalog::AuthKind::ApiKey);
    const bool needsNone = provider.isLocal || provider.auth.contains(catalog::AuthKind::None);
    if (!takesKeys && !needsNone)
        return base::fail(
            ErrorCode::Unsupported,
            u"%1 takes no keys, and this version cannot log in there."_s.arg(provider.name));
    if (key.isEmpty() && !needsNone)
        return wrong(u"%1 needs a key: give it on standard input with --api-key-stdin%2."_s.arg(
            provider.name, provider.keyPage.isEmpty()
                               ? QString()
                               : u" (you get one at %1)"_s.arg(provider.keyPage.toString())));
    for (const char byte : key.reveal()) {
        if (byte <= ' ' || byte == 127)
            return wrong(u"The key holds a blank or a control character; was too much copied?"_s);
    }
    if (!draft.baseUrl.isEmpty())
        return checkBaseUrl(draft.baseUrl, false);
    if (provider.baseUrl.isEmpty())
        return wrong(
            u"You have an address of your own at %1: give it with --base-url, as %2."_s.arg(
                provider.name, provider.baseUrlForm));
    return {};
}

Account accountOf(const Provider &provider, const AccountDraft &draft)
{
    Account account;
    account.provider = provider.id;
    account.name = draft.name.trimmed().isEmpty() ? provider.name : draft.name.trimmed();
    account.tier = draft.tier.value_or(provider.tier);
    account.priority = draft.priority.value_or(0);
    account.baseUrl = draft.baseUrl;
    account.proxy = draft.proxy;
    for (const QString &id : draft.models)
        account.models.append(catalog::Model{.id = id.toUtf8(), .name = id});
    return account;
}

base::Error errorOf(const CheckReport &report)
{
    return report.error.value_or(base::Error{.code = ErrorCode::UpstreamFailed,
                                             .detail = u"the check did not succeed"_s,
                                             .upstreamStatus = report.status});
}

/// The imported list, then what the user added by hand and the provider does not list.
QList<catalog::Model> mergedModels(const QList<catalog::Model> &imported,
                                   const QList<catalog::Model> &known)
{
    QList<catalog::Model> all = imported;
    for (const catalog::Model &model : known) {
        const bool isListed =
            std::any_of(imported.begin(), imported.end(),
                        [&](const catalog::Model &other) { return other.id == model.id; });
        if (!isListed)
            all.append(model);
    }
    return all;
}

} // namespace

Operations::Operations(gateway::Gateway &gateway, catalog::LiveCatalog &catalog,
                       auth::Accounts &accounts, net::HttpClient &client, const base::Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_catalog(catalog)
    , m_accounts(accounts)
    , m_client(client)
    , m_clock(clock)
{}

void Operations::checkKey(const AccountDraft &draft, const base::Secret &key, QObject *context,
                          Got<CheckReport> done)
{
    const auto provider = findProvider(m_catalog.current(), draft.provider);
    if (!provider)
        return done(base::fail(provider.error()));
    if (auto good = checkDraft(*provider, draft, key); !good)
        return done(base::fail(good.error()));
    providers::checkAccount(
        m_client, *provider, accountOf(*provider, draft), auth::Credential{.apiKey = key}, context,
        [done = std::move(done)](const providers::AccountCheck &check) { done(check.report); });
}

void Operations::addAccount(const AccountDraft &draft, const base::Secret &key, bool check,
                            QObject *context, Got<Account> done)
{
    const auto provider = findProvider(m_catalog.current(), draft.provider);
    if (!provider)
        return done(base::fail(provider.error()));
    if (auto good = checkDraft(*provider, draft, key); !good)
        return done(base::fail(good.error()));
    Account account = accountOf(*provider, draft);
    if (!check)
        return m_accounts.add(account, key, context, std::move(done));
    providers::checkAccount(m_client, *provider, account, auth::Credential{.apiKey = key}, context,
                            [this, account, key, context,
                             done = std::move(done)](const providers::AccountCheck &check) mutable {
                                if (!check.report.isGood)
                                    return done(base::fail(errorOf(check.report)));
                                if (account.models.isEmpty())
                                    account.models = check.models;
                                account.checkedMs = m_clock.wall().toMSecsSinceEpoch();
                                m_accounts.add(account, key, context, std::move(done));
                            });
}

void Operations::addCustomProvider(const auth::CustomProviderDraft &draft, QObject *context,
                                   Got<Provider> done)
{
    const auto provider = customProvider(draft, m_catalog.current());
    if (!provider)
        return done(base::fail(provider.error()));
    m_catalog.save(*provider, context,
                   [provider = *provider, done = std::move(done)](const Result<void> &saved) {
                       if (saved)
                           done(provider);
                       else
                           done(base::fail(saved.error()));
                   });
}

void Operations::testAccount(const auth::AccountId &id, QObject *context, Got<CheckReport> done)
{
    const Account *account = m_accounts.find(id);
    if (!account)
        return done(base::fail(ErrorCode::NotFound, u"This account does not exist any more."_s));
    const auto provider = findProvider(m_catalog.current(), account->provider);
    if (!provider)
        return done(base::fail(provider.error()));
    auto credential = m_accounts.credential(id);
    if (!credential && account->hasSecret)
        return done(base::fail(credential.error()));
    m_checking.insert(id);
    emit checkingChanged();
    // The outcome is of use to everybody, so it is noted even when the one who asked is gone.
    providers::checkAccount(m_client, *provider, *account, credential.value_or(auth::Credential()),
                            this,
                            [this, id, asker = QPointer<QObject>(context),
                             done = std::move(done)](const providers::AccountCheck &check) {
                                m_checking.remove(id);
                                noteCheck(id, check);
                                emit checkingChanged();
                                if (asker)
                                    done(check.report);
                            });
}

void Operations::noteCheck(const auth::AccountId &id, const providers::AccountCheck &check)
{
    const Account *known = m_accounts.find(id);
    if (!known)
        return;
    const bool isRefused =
        check.report.error && check.report.error->code == ErrorCode::Unauthorized;
    if (isRefused)
        return m_accounts.noteAuthTrouble(id, check.report.error->detail);
    if (!check.report.isGood)
        return;
    Account account = *known;
    account.authTrouble.clear();
    account.checkedMs = m_clock.wall().toMSecsSinceEpoch();
    if (!check.models.isEmpty())
        account.models = mergedModels(check.models, known->models);
    m_accounts.update(account, this, [](const Result<void> &) {});
    // A good answer now says more than failures before.
    m_gateway.rooms().cooldowns.clear(id, QByteArray());
}

bool Operations::isChecking(const auth::AccountId &id) const
{
    return m_checking.contains(id);
}

} // namespace omni::control
