// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/credentials.h"

#include "core/base/json.h"
#include "core/base/log.h"
#include "core/store/secretstore.h"

#include <QCryptographicHash>

namespace omni::auth {

using base::ErrorCode;
using base::Json;
using base::Secret;

namespace {

constexpr qsizetype SaltBytes = 8;
/// Enough to tell keys apart, too little to find one out.
constexpr qsizetype DigestBytes = 6;

QByteArray digest(const QByteArray &salt, const Secret &secret)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(secret.reveal());
    return hash.result().left(DigestBytes);
}

Secret toStored(const Credential &credential)
{
    Json json = Json::object({{"apiKey", Json(credential.apiKey.reveal())}});
    json.setIfPresent("details", credential.details);
    return Secret(json.toJson());
}

base::Result<Credential> fromStored(const Secret &stored)
{
    const auto json = Json::parse(stored.reveal());
    if (!json || (*json)["apiKey"].toBytes().isEmpty())
        return base::fail(ErrorCode::Internal,
                          QStringLiteral("what is stored there was not written by OmniRoute "
                                         "Desktop; it is left as it is"));
    return Credential{.apiKey = Secret((*json)["apiKey"].toBytes()), .details = (*json)["details"]};
}

} // namespace

Credentials::Credentials(store::SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
{
    m_secrets.onUnlocked(this, [this] { retryLocked(); });
}

QString Credentials::key(const AccountId &id)
{
    return QStringLiteral("account/") + id.text();
}

SecretState Credentials::state(const AccountId &id) const
{
    const auto found = m_held.constFind(id);
    return found != m_held.constEnd() ? found->state : SecretState::None;
}

base::Result<Credential> Credentials::find(const AccountId &id) const
{
    const auto found = m_held.constFind(id);
    switch (found != m_held.constEnd() ? found->state : SecretState::None) {
    case SecretState::Ready:
        return found->credential;
    case SecretState::Loading:
        return base::fail(ErrorCode::Forbidden,
                          QStringLiteral("the account's secret is still being read from the %1")
                              .arg(m_secrets.backend()));
    case SecretState::Locked:
        return base::fail(ErrorCode::Forbidden, found->why);
    case SecretState::None:
        break;
    }
    return base::fail(ErrorCode::Unauthorized, QStringLiteral("the account has no secret"));
}

void Credentials::load(const AccountId &id)
{
    m_held[id] = {.state = SecretState::Loading};
    m_secrets.read(key(id), this,
                   [this, id](const base::Result<Secret> &stored) { take(id, stored); });
}

void Credentials::take(const AccountId &id, const base::Result<Secret> &stored)
{
    const auto held = m_held.find(id);
    // Stored anew or forgotten while the keyring was being asked: that counts, not the old answer.
    if (held == m_held.end() || held->state != SecretState::Loading)
        return;
    const auto credential = stored ? fromStored(*stored) : base::fail(stored.error());
    if (credential) {
        base::registerSecret(credential->apiKey);
        *held = {.state = SecretState::Ready, .credential = *credential};
    } else {
        // Also for NotFound: a locked keyring says the same as an empty one, so this is never a
        // reason to forget the account.
        *held = {.state = SecretState::Locked,
                 .why = QStringLiteral("the secret of this account cannot be read from the %1, "
                                       "which is locked or was changed: %2. Unlock it and try "
                                       "again, or enter the secret anew")
                            .arg(m_secrets.backend(), credential.error().detail)};
        qCWarning(lcAuth).noquote() << "account" << id.text() + u':' << held->why;
    }
    emit stateChanged(id);
}

void Credentials::retryLocked()
{
    const QList<AccountId> ids = m_held.keys();
    for (const AccountId &id : ids) {
        if (state(id) == SecretState::Locked) {
            load(id);
            emit stateChanged(id);
        }
    }
}

void Credentials::store(const AccountId &id, const Credential &credential, Done done)
{
    base::registerSecret(credential.apiKey);
    m_secrets.write(key(id), toStored(credential), this,
                    [this, id, credential, done = std::move(done)](base::Result<void> outcome) {
                        if (outcome)
                            m_held[id] = {.state = SecretState::Ready, .credential = credential};
                        done(std::move(outcome));
                    });
}

void Credentials::forget(const AccountId &id)
{
    m_held.remove(id);
}

void Credentials::removeStored(const QString &key, Done done)
{
    m_secrets.remove(key, this, std::move(done));
}

QString fingerprint(const Secret &secret, base::Random &random)
{
    const QByteArray salt = random.bytes(SaltBytes);
    return QString::fromLatin1(salt.toHex() + ':' + digest(salt, secret).toHex());
}

bool hasFingerprint(const Secret &secret, const QString &fingerprint)
{
    const QList<QByteArray> parts = fingerprint.toLatin1().split(':');
    return parts.size() == 2 &&
           base::equalInConstantTime(digest(QByteArray::fromHex(parts.at(0)), secret).toHex(),
                                     parts.at(1));
}

QString secretHint(const Secret &secret)
{
    constexpr qsizetype Shown = 4;
    return secret.reveal().size() < 4 * Shown ? QString()
                                              : QString::fromLatin1(secret.reveal().right(Shown));
}

} // namespace omni::auth
