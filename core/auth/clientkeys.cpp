// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/clientkeys.h"

#include "core/auth/clientkeystore.h"
#include "core/auth/secretremovalstore.h"
#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/secretstore.h"

#include <QPointer>

#include <sodium/crypto_hash_sha256.h>

namespace omni::auth {

using base::ErrorCode;
using base::fail;
using base::Secret;
using namespace std::chrono_literals;

namespace {

constexpr int IdLength = 8;
constexpr qsizetype KeyBytes = 32;
constexpr qsizetype LongestKey = 200; ///< nobody gets us to hash a megabyte
constexpr auto RateWindow = 60s;
constexpr auto WriteUsesEvery = 5s;

QByteArray sha256(QByteArrayView clearText)
{
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(reinterpret_cast<unsigned char *>(digest.data()),
                       reinterpret_cast<const unsigned char *>(clearText.data()),
                       size_t(clearText.size()));
    return digest;
}

QString secretKey(const QString &id)
{
    return QStringLiteral("clientkey/") + id;
}

base::Failure unknown(const QString &id)
{
    return fail(ErrorCode::NotFound, QStringLiteral("there is no key \"%1\"").arg(id));
}

} // namespace

ClientKeys::ClientKeys(store::Database &database, store::SecretStore &secrets,
                       const base::Clock &clock, base::Random &random, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_random(random)
{
    m_useTimer.setSingleShot(true);
    m_useTimer.setInterval(WriteUsesEvery);
    connect(&m_useTimer, &QTimer::timeout, this, &ClientKeys::writeUses);
}

ClientKeys::~ClientKeys()
{
    writeUses();
}

base::Result<void> ClientKeys::load()
{
    auto reader = m_database.startReader();
    if (!reader)
        return fail(reader.error());
    auto keys = readClientKeys(*reader);
    if (!keys)
        return fail(keys.error());
    m_keys = *keys;
    index();
    emit changed();
    return {};
}

void ClientKeys::index()
{
    m_byHash.clear();
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_byHash.insert(m_keys.at(i).sha256, i);
}

const ClientKey *ClientKeys::find(const QString &idOrName) const
{
    const ClientKey *byName = nullptr;
    for (const ClientKey &key : m_keys) {
        if (key.id == idOrName)
            return &key;
        if (key.name == idOrName && key.revokedMs == 0)
            byName = &key;
    }
    return byName;
}

ClientKey *ClientKeys::mine(const QString &id)
{
    for (ClientKey &key : m_keys) {
        if (key.id == id)
            return &key;
    }
    return nullptr;
}

base::Result<ClientKey> ClientKeys::check(QByteArrayView clearText)
{
    // Looked up by digest: how long it takes tells nothing about any key.
    const auto found = clearText.size() <= LongestKey ? m_byHash.constFind(sha256(clearText))
                                                      : m_byHash.constEnd();
    if (found == m_byHash.constEnd())
        return fail(ErrorCode::Unauthorized,
                    QStringLiteral("the key is not one of this gateway's"));
    ClientKey &key = m_keys[*found];
    if (key.revokedMs != 0)
        return fail(ErrorCode::Unauthorized,
                    QStringLiteral("the key \"%1\" was revoked").arg(key.name));
    const qint64 nowMs = m_clock.wall().toMSecsSinceEpoch();
    if (key.expiresMs != 0 && nowMs >= key.expiresMs)
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("the key \"%1\" has expired").arg(key.name));
    if (key.requestsPerMinute > 0) {
        if (auto error = overRate(key))
            return fail(std::move(*error));
    }
    key.lastUsedMs = nowMs;
    m_used.insert(key.id);
    if (!m_useTimer.isActive())
        m_useTimer.start();
    return key;
}

std::optional<base::Error> ClientKeys::overRate(const ClientKey &key)
{
    auto &recent = m_recent[key.id];
    const auto now = m_clock.now();
    while (!recent.empty() && recent.front() + RateWindow <= now)
        recent.pop_front();
    if (recent.size() >= size_t(key.requestsPerMinute)) {
        // Rounded up: who comes back then must not be too early by a part of a millisecond.
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(
            recent.at(recent.size() - size_t(key.requestsPerMinute)) + RateWindow - now);
        return base::Error{.code = ErrorCode::RateLimited,
                           .detail = QStringLiteral("the key \"%1\" may make %2 requests a minute")
                                         .arg(key.name)
                                         .arg(key.requestsPerMinute),
                           .retryAfter = wait};
    }
    recent.push_back(now);
    return std::nullopt;
}

ClientKeys::Minted ClientKeys::mint()
{
    const QByteArray text =
        "sk-omr-" + m_random.bytes(KeyBytes).toBase64(QByteArray::Base64UrlEncoding |
                                                      QByteArray::OmitTrailingEquals);
    const Secret clearText(text);
    base::registerSecret(clearText);
    return {sha256(text), QString::fromLatin1(text.right(4)), clearText};
}

void ClientKeys::create(const ClientKey &wish, QObject *context, CreatedDone done)
{
    const QString name = wish.name.trimmed();
    if (name.isEmpty())
        return done(fail(ErrorCode::InvalidRequest, QStringLiteral("a key needs a name")));
    if (const ClientKey *other = find(name); other && other->revokedMs == 0)
        return done(fail(ErrorCode::InvalidRequest,
                         QStringLiteral("a key called \"%1\" is in use already; choose another "
                                        "name or revoke it first")
                             .arg(name)));
    if (wish.requestsPerMinute < 0)
        return done(fail(ErrorCode::InvalidRequest,
                         QStringLiteral("a key's requests a minute cannot be negative")));
    const qint64 now = m_clock.wall().toMSecsSinceEpoch();
    if (wish.expiresMs != 0 && wish.expiresMs <= now)
        return done(
            fail(ErrorCode::InvalidRequest, QStringLiteral("the key would have expired already")));
    ClientKey key;
    do
        key.id = QString::fromLatin1(m_random.id(IdLength));
    while (mine(key.id));
    key.name = name;
    key.allowedModels = wish.allowedModels;
    key.requestsPerMinute = wish.requestsPerMinute;
    key.expiresMs = wish.expiresMs;
    key.createdMs = now;
    store(key, mint(), context, std::move(done));
}

void ClientKeys::rotate(const QString &id, QObject *context, CreatedDone done)
{
    const ClientKey *key = mine(id);
    if (!key || key->revokedMs != 0)
        return done(unknown(id));
    store(*key, mint(), context, std::move(done));
}

void ClientKeys::store(ClientKey key, const Minted &minted, QObject *context, CreatedDone done)
{
    key.sha256 = minted.sha256;
    key.hint = minted.hint;
    const QPointer<QObject> asker(context);
    const auto answer = [asker, done = std::move(done)](base::Result<Created> outcome) {
        if (asker)
            done(std::move(outcome));
    };
    const auto onSaved = [this, key, minted, answer](const base::Result<void> &saved) {
        if (!saved)
            return answer(fail(saved.error()));
        ClientKey *known = mine(key.id);
        if (known && known->revokedMs != 0) // while the keyring was being asked
            return answer(unknown(key.id));
        if (known)
            *known = key;
        else
            m_keys.append(key);
        index();
        emit changed();
        answer(Created{key, minted.clearText});
    };
    m_secrets.write(secretKey(key.id), minted.clearText, this,
                    [this, key, answer, onSaved](const base::Result<void> &stored) {
                        if (!stored)
                            return answer(fail(stored.error()));
                        m_database.write(
                            [key](QSqlDatabase &sql) { return writeClientKey(sql, key); }, this,
                            onSaved);
                    });
}

void ClientKeys::revoke(const QString &id, QObject *context, Done done)
{
    ClientKey *key = mine(id);
    if (!key)
        return done(unknown(id));
    if (key->revokedMs != 0)
        return done({});
    key->revokedMs = m_clock.wall().toMSecsSinceEpoch();
    m_recent.remove(id);
    emit changed();
    m_database.write(
        [revoked = *key](QSqlDatabase &sql) {
            return writeClientKey(sql, revoked).and_then([&] {
                return writeSecretRemoval(sql, secretKey(revoked.id));
            });
        },
        context, std::move(done));
    m_secrets.remove(secretKey(id), this, [this, id](const base::Result<void> &removed) {
        if (removed)
            m_database.write(
                [id](QSqlDatabase &sql) { return deleteSecretRemoval(sql, secretKey(id)); },
                nullptr, nullptr);
    });
}

void ClientKeys::reveal(const QString &id, QObject *context,
                        std::function<void(base::Result<Secret>)> done)
{
    const ClientKey *key = find(id);
    if (!key || key->revokedMs != 0)
        return done(unknown(id));
    m_secrets.read(secretKey(key->id), context,
                   [expected = key->sha256, name = key->name,
                    done = std::move(done)](const base::Result<Secret> &stored) {
                       if (!stored)
                           return done(stored);
                       if (sha256(stored->reveal()) != expected)
                           return done(fail(ErrorCode::NotFound,
                                            QStringLiteral("the stored text of the key \"%1\" is "
                                                           "not the key any more; rotate it")
                                                .arg(name)));
                       base::registerSecret(*stored);
                       done(stored);
                   });
}

void ClientKeys::writeUses()
{
    for (const QString &id : std::exchange(m_used, {})) {
        if (const ClientKey *key = mine(id))
            m_database.writeLater([id, at = key->lastUsedMs](QSqlDatabase &sql) {
                return writeClientKeyUse(sql, id, at);
            });
    }
}

bool globMatches(QStringView glob, QStringView text)
{
    qsizetype g = 0;
    qsizetype t = 0;
    qsizetype star = -1;     // the last `*` seen …
    qsizetype starText = -1; // … and how much of the text it has eaten
    while (t < text.size()) {
        if (g < glob.size() && glob[g] == u'*') {
            star = g++;
            starText = t;
        } else if (g < glob.size() &&
                   (glob[g] == u'?' || glob[g].toCaseFolded() == text[t].toCaseFolded())) {
            ++g;
            ++t;
        } else if (star >= 0) {
            g = star + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == u'*')
        ++g;
    return g == glob.size();
}

} // namespace omni::auth
