// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/accounts.h"

#include "core/auth/accountstore.h"
#include "core/auth/secretremovalstore.h"
#include "core/base/log.h"
#include "core/store/database.h"

#include <QPointer>

namespace omni::auth {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int IdLength = 10;
constexpr std::chrono::seconds WriteUsesEvery{5};

base::Failure unknown(const AccountId &id)
{
    return fail(ErrorCode::NotFound, QStringLiteral("no account has the id %1").arg(id.text()));
}

} // namespace

Accounts::Accounts(store::Database &database, store::SecretStore &secrets, const base::Clock &clock,
                   base::Random &random, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_credentials(secrets)
    , m_clock(clock)
    , m_random(random)
{
    m_useTimer.setSingleShot(true);
    m_useTimer.setInterval(WriteUsesEvery);
    connect(&m_useTimer, &QTimer::timeout, this, &Accounts::writeUses);
    connect(&m_credentials, &Credentials::stateChanged, this, &Accounts::changed);
}

Accounts::~Accounts()
{
    writeUses();
}

base::Result<void> Accounts::load()
{
    auto reader = m_database.startReader();
    if (!reader)
        return fail(reader.error());
    auto accounts = readAccounts(*reader);
    if (!accounts)
        return fail(accounts.error());
    const auto removals = readSecretRemovals(*reader);
    if (!removals)
        return fail(removals.error());
    m_accounts = *accounts;
    sort();
    for (const Account &account : m_accounts) {
        if (account.hasSecret)
            m_credentials.load(account.id);
    }
    for (const QString &key : *removals)
        removeSecret(key);
    emit changed();
    return {};
}

const Account *Accounts::find(const AccountId &id) const
{
    for (const Account &account : m_accounts) {
        if (account.id == id)
            return &account;
    }
    return nullptr;
}

Account *Accounts::mine(const AccountId &id)
{
    for (Account &account : m_accounts) {
        if (account.id == id)
            return &account;
    }
    return nullptr;
}

const Account *Accounts::findByText(const QString &idOrName) const
{
    if (const Account *account = find(AccountId(idOrName)))
        return account;
    const Account *found = nullptr;
    for (const Account &account : m_accounts) {
        if (account.name != idOrName)
            continue;
        if (found)
            return nullptr;
        found = &account;
    }
    return found;
}

const Account *Accounts::findBySecret(const base::Secret &secret) const
{
    for (const Account &account : m_accounts) {
        if (hasFingerprint(secret, account.secretFingerprint))
            return &account;
    }
    return nullptr;
}

QList<Account> Accounts::ofProvider(const catalog::ProviderId &provider) const
{
    QList<Account> accounts;
    for (const Account &account : m_accounts) {
        if (account.provider == provider)
            accounts.append(account);
    }
    return accounts;
}

Accounts::SecretState Accounts::secretState(const AccountId &id) const
{
    return m_credentials.state(id);
}

base::Result<Credential> Accounts::credential(const AccountId &id) const
{
    return m_credentials.find(id);
}

void Accounts::retryLocked()
{
    m_credentials.retryLocked();
}

void Accounts::sort()
{
    std::stable_sort(m_accounts.begin(), m_accounts.end(), [](const Account &a, const Account &b) {
        return std::tie(a.priority, a.createdMs, a.id) < std::tie(b.priority, b.createdMs, b.id);
    });
}

void Accounts::save(const Account &account, QObject *context, Done done)
{
    m_database.write([account](QSqlDatabase &sql) { return writeAccount(sql, account); }, context,
                     std::move(done));
}

void Accounts::add(Account account, const base::Secret &secret, QObject *context, Added done)
{
    do
        account.id = AccountId(QString::fromLatin1(m_random.id(IdLength)));
    while (find(account.id));
    account.createdMs = m_clock.wall().toMSecsSinceEpoch();
    account.hasSecret = !secret.isEmpty();
    account.secretFingerprint = account.hasSecret ? fingerprint(secret, m_random) : QString();
    account.secretHint = secretHint(secret);
    const QPointer<QObject> asker(context);
    const auto storeRow = [this, account, asker, done] {
        save(account, this, [this, account, asker, done](const base::Result<void> &saved) {
            if (saved) {
                m_accounts.append(account);
                sort();
                emit changed();
            } else {
                m_credentials.forget(account.id);
                m_credentials.removeStored(Credentials::key(account.id),
                                           [](const base::Result<void> &) {});
            }
            if (asker)
                done(saved ? base::Result<Account>(account) : fail(saved.error()));
        });
    };
    if (!account.hasSecret)
        return storeRow();
    m_credentials.store(
        account.id, {.apiKey = secret},
        [asker, done = std::move(done), storeRow](const base::Result<void> &stored) {
            if (stored)
                storeRow();
            else if (asker)
                done(fail(stored.error()));
        });
}

void Accounts::update(const Account &account, QObject *context, Done done)
{
    Account *current = mine(account.id);
    if (!current)
        return done(unknown(account.id));
    Account next = account;
    next.provider = current->provider;
    next.hasSecret = current->hasSecret;
    next.secretFingerprint = current->secretFingerprint;
    next.secretHint = current->secretHint;
    next.createdMs = current->createdMs;
    next.lastUsedMs = std::max(next.lastUsedMs, current->lastUsedMs);
    *current = next;
    sort();
    emit changed();
    save(next, context, std::move(done));
}

void Accounts::replaceSecret(const AccountId &id, const base::Secret &secret, QObject *context,
                             Done done)
{
    if (!find(id))
        return done(unknown(id));
    if (secret.isEmpty())
        return done(fail(ErrorCode::InvalidRequest, QStringLiteral("the new secret is empty")));
    const QPointer<QObject> asker(context);
    m_credentials.store(
        id, {.apiKey = secret},
        [this, id, secret, asker, done = std::move(done)](const base::Result<void> &stored) {
            Account *account = mine(id);
            const auto outcome = stored && !account ? base::Result<void>(unknown(id)) : stored;
            if (!outcome) {
                if (asker)
                    done(outcome);
                return;
            }
            account->hasSecret = true;
            account->secretFingerprint = fingerprint(secret, m_random);
            account->secretHint = secretHint(secret);
            account->authTrouble.clear();
            const Account saved = *account;
            emit changed();
            save(saved, asker, done);
        });
}

void Accounts::setPaused(const AccountId &id, bool paused, QObject *context, Done done)
{
    Account *account = mine(id);
    if (!account)
        return done(unknown(id));
    account->isPaused = paused;
    const Account saved = *account;
    emit changed();
    save(saved, context, std::move(done));
}

void Accounts::reorder(const catalog::ProviderId &provider, const QList<AccountId> &order,
                       QObject *context, Done done)
{
    const QList<Account> before = ofProvider(provider);
    QList<AccountId> known;
    for (const Account &account : before)
        known.append(account.id);
    QList<AccountId> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    std::sort(known.begin(), known.end());
    if (sorted != known)
        return done(fail(
            ErrorCode::InvalidRequest,
            QStringLiteral("the order must name every account of %1 once").arg(provider.text())));
    QList<Account> moved;
    for (Account &account : m_accounts) {
        if (account.provider != provider)
            continue;
        account.priority = int(order.indexOf(account.id));
        moved.append(account);
    }
    sort();
    emit changed();
    m_database.write(
        [moved](QSqlDatabase &sql) -> base::Result<void> {
            for (const Account &account : moved) {
                if (auto written = writeAccount(sql, account); !written)
                    return written;
            }
            return {};
        },
        context, std::move(done));
}

void Accounts::remove(const AccountId &id, int undoMs, QObject *context, Done done)
{
    const Account *account = find(id);
    if (!account)
        return done(unknown(id));
    m_removed.append(*account);
    m_accounts.removeIf([&](const Account &each) { return each.id == id; });
    m_used.remove(id);
    emit changed();
    m_database.write(
        [id](QSqlDatabase &sql) {
            return deleteAccount(sql, id).and_then(
                [&] { return writeSecretRemoval(sql, Credentials::key(id)); });
        },
        context, std::move(done));
    QTimer::singleShot(std::max(undoMs, 0), this, [this, id] { finishRemoval(id); });
}

void Accounts::finishRemoval(const AccountId &id)
{
    if (m_removed.removeIf([&](const Account &account) { return account.id == id; }) == 0)
        return; // restored
    m_credentials.forget(id);
    removeSecret(Credentials::key(id));
}

void Accounts::removeSecret(const QString &key)
{
    m_credentials.removeStored(key, [this, key](const base::Result<void> &removed) {
        if (!removed) {
            qCWarning(lcAuth).noquote()
                << "a removed account's secret could not be deleted; the next start tries again:"
                << removed.error().detail;
            return;
        }
        m_database.write([key](QSqlDatabase &sql) { return deleteSecretRemoval(sql, key); },
                         nullptr, nullptr);
    });
}

void Accounts::restore(const AccountId &id, QObject *context, Done done)
{
    const auto found = std::find_if(m_removed.begin(), m_removed.end(),
                                    [&](const Account &account) { return account.id == id; });
    if (found == m_removed.end())
        return done(
            fail(ErrorCode::NotFound,
                 QStringLiteral("the account %1 cannot be brought back any more").arg(id.text())));
    const Account account = *found;
    m_removed.erase(found);
    m_accounts.append(account);
    sort();
    emit changed();
    m_database.write(
        [account](QSqlDatabase &sql) {
            return writeAccount(sql, account).and_then([&] {
                return deleteSecretRemoval(sql, Credentials::key(account.id));
            });
        },
        context, std::move(done));
}

void Accounts::noteUsed(const AccountId &id)
{
    Account *account = mine(id);
    if (!account)
        return;
    account->lastUsedMs = m_clock.wall().toMSecsSinceEpoch();
    m_used.insert(id);
    if (!m_useTimer.isActive())
        m_useTimer.start();
}

void Accounts::writeUses()
{
    for (const AccountId &id : std::exchange(m_used, {})) {
        if (const Account *account = find(id))
            m_database.writeLater([id, at = account->lastUsedMs](QSqlDatabase &sql) {
                return writeAccountUse(sql, id, at);
            });
    }
}

void Accounts::noteAuthTrouble(const AccountId &id, const QString &what)
{
    Account *account = mine(id);
    if (!account)
        return;
    const bool isNews = account->authTrouble != what || what.isEmpty();
    if (!isNews)
        return;
    account->authTrouble = what;
    if (what.isEmpty())
        account->checkedMs = m_clock.wall().toMSecsSinceEpoch();
    const qint64 checkedMs = account->checkedMs;
    emit changed();
    m_database.writeLater([id, what, checkedMs](QSqlDatabase &sql) {
        return writeAccountCheck(sql, id, what, checkedMs);
    });
}

} // namespace omni::auth
