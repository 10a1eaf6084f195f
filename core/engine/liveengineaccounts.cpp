// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/core.h"
#include "core/engine/liveengine.h"

namespace omni::engine {

namespace {

/// The same answer without its value, for the case that the storage never opened.
template<typename T>
EngineFace::Done refusing(const EngineFace::Got<T> &answer)
{
    return [answer](const base::Result<void> &refused) { answer(base::fail(refused.error())); };
}

EngineFace::Got<auth::ClientKeys::Created>
asNewKey(const EngineFace::Got<EngineFace::NewKey> &answer)
{
    return [answer](const base::Result<auth::ClientKeys::Created> &made) {
        if (made)
            answer(EngineFace::NewKey{made->key.id, made->clearText});
        else
            answer(base::fail(made.error()));
    };
}

} // namespace

void LiveEngine::checkKey(const AccountDraft &draft, const base::Secret &key, QObject *context,
                          Got<CheckReport> done)
{
    const Got<CheckReport> answer = here<base::Result<CheckReport>>(context, std::move(done));
    post([draft, key,
          answer](Core &core) { core.operations()->checkKey(draft, key, &core, answer); },
         refusing<CheckReport>(answer));
}

void LiveEngine::addAccount(const AccountDraft &draft, const base::Secret &key, bool check,
                            QObject *context, Got<QString> done)
{
    const Got<QString> answer = here<base::Result<QString>>(context, std::move(done));
    post(
        [draft, key, check, answer](Core &core) {
            core.operations()->addAccount(draft, key, check, &core,
                                          [answer](const base::Result<auth::Account> &added) {
                                              if (added)
                                                  answer(added->id.text());
                                              else
                                                  answer(base::fail(added.error()));
                                          });
        },
        refusing<QString>(answer));
}

void LiveEngine::addCustomProvider(const CustomProviderDraft &draft, QObject *context,
                                   Got<QString> done)
{
    const Got<QString> answer = here<base::Result<QString>>(context, std::move(done));
    post(
        [draft, answer](Core &core) {
            core.operations()->addCustomProvider(
                draft, &core, [answer](const base::Result<catalog::Provider> &made) {
                    if (made)
                        answer(made->id.text());
                    else
                        answer(base::fail(made.error()));
                });
        },
        refusing<QString>(answer));
}

void LiveEngine::testAccount(const QString &id, QObject *context, Got<CheckReport> done)
{
    const Got<CheckReport> answer = here<base::Result<CheckReport>>(context, std::move(done));
    post([id, answer](
             Core &core) { core.operations()->testAccount(auth::AccountId(id), &core, answer); },
         refusing<CheckReport>(answer));
}

void LiveEngine::setAccountPaused(const QString &id, bool paused)
{
    const Done answer = orReport();
    post(
        [id, paused, answer](Core &core) {
            core.storage()->accounts->setPaused(auth::AccountId(id), paused, &core, answer);
        },
        answer);
}

void LiveEngine::renameAccount(const QString &id, const QString &name, QObject *context, Done done)
{
    const Done answer = here<base::Result<void>>(context, std::move(done));
    post(
        [id, name, answer](Core &core) {
            const auth::Account *account = core.storage()->accounts->find(auth::AccountId(id));
            if (!account)
                return answer(
                    base::fail(base::ErrorCode::NotFound, QStringLiteral("the account is gone")));
            auth::Account renamed = *account;
            renamed.name = name;
            core.storage()->accounts->update(renamed, &core, answer);
        },
        answer);
}

void LiveEngine::replaceAccountKey(const QString &id, const base::Secret &key, QObject *context,
                                   Done done)
{
    const Done answer = here<base::Result<void>>(context, std::move(done));
    post(
        [id, key, answer](Core &core) {
            core.storage()->accounts->replaceSecret(auth::AccountId(id), key, &core, answer);
        },
        answer);
}

void LiveEngine::removeAccount(const QString &id)
{
    constexpr int UndoMs = 10'000;
    const Done answer = orReport();
    post(
        [id, answer](Core &core) {
            core.storage()->accounts->remove(auth::AccountId(id), UndoMs, &core, answer);
        },
        answer);
}

void LiveEngine::restoreAccount(const QString &id)
{
    const Done answer = orReport();
    post([id, answer](
             Core &core) { core.storage()->accounts->restore(auth::AccountId(id), &core, answer); },
         answer);
}

void LiveEngine::reorderAccounts(const QString &providerId, const QStringList &ids)
{
    QList<auth::AccountId> order;
    for (const QString &id : ids)
        order.append(auth::AccountId(id));
    const Done answer = orReport();
    post(
        [providerId, order, answer](Core &core) {
            core.storage()->accounts->reorder(catalog::ProviderId(providerId), order, &core,
                                              answer);
        },
        answer);
}

void LiveEngine::clearCooldown(const QString &accountId, const QByteArray &model)
{
    post(
        [accountId, model](Core &core) {
            core.cooldowns().clear(auth::AccountId(accountId), model);
            core.touch();
        },
        orReport());
}

void LiveEngine::retryLockedAccounts()
{
    post([](Core &core) { core.storage()->accounts->retryLocked(); }, orReport());
}

void LiveEngine::createKey(const auth::ClientKey &wish, QObject *context, Got<NewKey> done)
{
    const Got<NewKey> answer = here<base::Result<NewKey>>(context, std::move(done));
    post(
        [wish, answer](Core &core) { core.storage()->keys->create(wish, &core, asNewKey(answer)); },
        refusing<NewKey>(answer));
}

void LiveEngine::rotateKey(const QString &id, QObject *context, Got<NewKey> done)
{
    const Got<NewKey> answer = here<base::Result<NewKey>>(context, std::move(done));
    post([id, answer](Core &core) { core.storage()->keys->rotate(id, &core, asNewKey(answer)); },
         refusing<NewKey>(answer));
}

void LiveEngine::revokeKey(const QString &id)
{
    const Done answer = orReport();
    post([id, answer](Core &core) { core.storage()->keys->revoke(id, &core, answer); }, answer);
}

void LiveEngine::revealKey(const QString &id, QObject *context, Got<base::Secret> done)
{
    const Got<base::Secret> answer = here<base::Result<base::Secret>>(context, std::move(done));
    post([id, answer](Core &core) { core.storage()->keys->reveal(id, &core, answer); },
         refusing<base::Secret>(answer));
}

} // namespace omni::engine
