// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeengine.h"

#include "tests/support/fakeplan.h"

#include <QPointer>

#include <algorithm>

namespace omni::test {

using base::Failure;
using engine::AccountState;
using engine::AccountView;
using engine::Snapshot;

namespace {

QString yesNo(bool on)
{
    return on ? QStringLiteral("true") : QStringLiteral("false");
}

AccountView *findAccount(Snapshot &snapshot, const QString &id)
{
    const auto it =
        std::find_if(snapshot.accounts.begin(), snapshot.accounts.end(),
                     [&](const AccountView &view) { return view.account.id.text() == id; });
    return it == snapshot.accounts.end() ? nullptr : &*it;
}

} // namespace

FakeEngine::FakeEngine(QObject *parent)
    : EngineFace(parent)
    , m_settings{{QStringLiteral("app.language"), QStringLiteral("\"system\"")},
                 {QStringLiteral("app.theme"), QStringLiteral("\"system\"")},
                 {QStringLiteral("app.keepRunning"), QStringLiteral("true")},
                 {QStringLiteral("app.startHidden"), QStringLiteral("false")},
                 {QStringLiteral("app.tray"), QStringLiteral("true")},
                 {QStringLiteral("server.port"), QStringLiteral("20128")},
                 {QStringLiteral("server.host"), QStringLiteral("\"127.0.0.1\"")},
                 {QStringLiteral("server.requireKey"), QStringLiteral("true")}}
{}

void FakeEngine::show(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    changed();
}

void FakeEngine::changed()
{
    emit snapshotChanged();
}

void FakeEngine::finish(const Done &done)
{
    if (!done)
        return;
    if (m_error)
        done(Failure(*m_error));
    else
        done({});
}

void FakeEngine::setPaused(bool paused)
{
    note(QStringLiteral("setPaused ") + yesNo(paused));
    m_snapshot.server.state = paused ? engine::ServerState::Paused : engine::ServerState::Running;
    changed();
}

void FakeEngine::usePort(quint16 port, QObject *, Done done)
{
    note(QStringLiteral("usePort %1").arg(port));
    if (!m_error) {
        m_snapshot.server.port = port;
        m_snapshot.server.state = engine::ServerState::Running;
        m_snapshot.server.downCode = engine::ServerView::DownCode::None;
        m_settings.insert(QStringLiteral("server.port"), QString::number(port));
        changed();
    }
    finish(done);
}

void FakeEngine::cancelRequest(const QByteArray &requestId)
{
    note(QStringLiteral("cancelRequest ") + QString::fromUtf8(requestId));
    m_snapshot.live.removeIf([&](const auto &live) { return live.id == requestId; });
    changed();
}

void FakeEngine::answerCheck(QObject *context, const Got<engine::CheckReport> &done)
{
    const auto answer = [this, done] {
        if (m_error)
            done(Failure(*m_error));
        else
            done(m_report);
    };
    if (!m_holdsChecks)
        return answer();
    // As the engine does: nobody is called back who has gone meanwhile.
    m_held.append([asker = QPointer<QObject>(context), answer] {
        if (asker)
            answer();
    });
}

void FakeEngine::releaseChecks()
{
    m_holdsChecks = false;
    for (const auto &answer : std::exchange(m_held, {}))
        answer();
}

void FakeEngine::checkKey(const engine::AccountDraft &draft, const base::Secret &key,
                          QObject *context, Got<engine::CheckReport> done)
{
    note(QStringLiteral("checkKey ") + draft.provider.text());
    m_lastKey = key;
    answerCheck(context, done);
}

void FakeEngine::addAccount(const engine::AccountDraft &draft, const base::Secret &key, bool check,
                            QObject *, Got<QString> done)
{
    m_lastKey = key;
    note(QStringLiteral("addAccount %1 %2 check=%3")
             .arg(draft.provider.text(), draft.name, yesNo(check)));
    if (m_error)
        return done(Failure(*m_error));
    if (check && !m_report.isGood)
        return done(Failure(m_report.error.value_or(base::Error())));
    AccountView view;
    view.account.id = auth::AccountId(QStringLiteral("acc-new"));
    view.account.provider = draft.provider;
    view.account.name = draft.name;
    view.account.hasSecret = !key.isEmpty();
    for (const engine::ProviderView &provider : m_snapshot.providers) {
        if (provider.provider.id == draft.provider) {
            view.providerName = provider.provider.name;
            view.prefix = provider.provider.prefix;
        }
    }
    m_snapshot.accounts.append(view);
    changed();
    done(QStringLiteral("acc-new"));
}

void FakeEngine::addCustomProvider(const engine::CustomProviderDraft &draft, QObject *,
                                   Got<QString> done)
{
    note(QStringLiteral("addCustomProvider %1 %2").arg(draft.prefix, draft.baseUrl.toString()));
    m_lastProvider = draft;
    if (m_error)
        return done(Failure(*m_error));
    engine::ProviderView view;
    view.provider.id = catalog::ProviderId(draft.prefix);
    view.provider.prefix = draft.prefix;
    view.provider.name = draft.name;
    view.provider.baseUrl = draft.baseUrl;
    view.provider.format = draft.format;
    view.provider.auth = {catalog::AuthKind::ApiKey};
    view.provider.isUserMade = true;
    m_snapshot.providers.append(view);
    changed();
    done(draft.prefix);
}

void FakeEngine::testAccount(const QString &id, QObject *context, Got<engine::CheckReport> done)
{
    note(QStringLiteral("testAccount ") + id);
    answerCheck(context, done);
}

void FakeEngine::setAccountPaused(const QString &id, bool paused)
{
    note(QStringLiteral("setAccountPaused %1 %2").arg(id, yesNo(paused)));
    if (AccountView *view = findAccount(m_snapshot, id)) {
        view->account.isPaused = paused;
        view->state = paused ? AccountState::Paused : AccountState::Ready;
        changed();
    }
}

void FakeEngine::renameAccount(const QString &id, const QString &name, QObject *, Done done)
{
    note(QStringLiteral("renameAccount %1 %2").arg(id, name));
    if (AccountView *view = findAccount(m_snapshot, id); view && !m_error) {
        view->account.name = name;
        changed();
    }
    finish(done);
}

void FakeEngine::replaceAccountKey(const QString &id, const base::Secret &key, QObject *, Done done)
{
    note(QStringLiteral("replaceAccountKey ") + id);
    m_lastKey = key;
    finish(done);
}

void FakeEngine::removeAccount(const QString &id)
{
    note(QStringLiteral("removeAccount ") + id);
    if (const AccountView *view = findAccount(m_snapshot, id)) {
        m_removed.append(*view);
        m_snapshot.accounts.removeIf([&](const auto &one) { return one.account.id.text() == id; });
        changed();
    }
}

void FakeEngine::restoreAccount(const QString &id)
{
    note(QStringLiteral("restoreAccount ") + id);
    for (const AccountView &view : std::as_const(m_removed)) {
        if (view.account.id.text() == id)
            m_snapshot.accounts.append(view);
    }
    changed();
}

void FakeEngine::reorderAccounts(const QString &providerId, const QStringList &ids)
{
    note(QStringLiteral("reorderAccounts %1 %2").arg(providerId, ids.join(QLatin1Char(','))));
    QList<AccountView> ordered;
    for (const QString &id : ids) {
        if (const AccountView *view = findAccount(m_snapshot, id))
            ordered.append(*view);
    }
    // The places of the provider's accounts stay; who stands there changes.
    for (AccountView &place : m_snapshot.accounts) {
        if (ids.contains(place.account.id.text()) && !ordered.isEmpty())
            place = ordered.takeFirst();
    }
    changed();
}

void FakeEngine::clearCooldown(const QString &accountId, const QByteArray &model)
{
    note(QStringLiteral("clearCooldown %1 %2").arg(accountId, QString::fromUtf8(model)));
    if (AccountView *view = findAccount(m_snapshot, accountId)) {
        view->cooling.removeIf(
            [&](const auto &one) { return model.isEmpty() || one.model == model; });
        changed();
    }
}

void FakeEngine::retryLockedAccounts()
{
    note(QStringLiteral("retryLockedAccounts"));
}

void FakeEngine::saveCombo(const QString &oldName, const route::Combo &combo, QObject *, Done done)
{
    note(QStringLiteral("saveCombo %1 %2").arg(oldName, combo.name));
    if (!m_error) {
        const auto it = std::find_if(m_snapshot.combos.begin(), m_snapshot.combos.end(),
                                     [&](const auto &one) { return one.name == oldName; });
        if (it == m_snapshot.combos.end())
            m_snapshot.combos.append(combo);
        else
            *it = combo;
        changed();
    }
    finish(done);
}

void FakeEngine::removeCombo(const QString &name)
{
    note(QStringLiteral("removeCombo ") + name);
    m_snapshot.combos.removeIf([&](const auto &one) { return one.name == name; });
    changed();
}

void FakeEngine::useCombo(const QString &name)
{
    note(QStringLiteral("useCombo ") + name);
    m_snapshot.activeCombo = name;
    changed();
}

void FakeEngine::previewPlan(const route::Combo &combo, bool, bool, qint64, QObject *,
                             Got<QList<engine::PlanLine>> done)
{
    note(QStringLiteral("previewPlan ") + combo.name);
    if (m_error)
        done(Failure(*m_error));
    else
        done(m_plan.value_or(fakePlan(combo, m_snapshot)));
}

void FakeEngine::createKey(const auth::ClientKey &wish, QObject *, Got<NewKey> done)
{
    note(QStringLiteral("createKey ") + wish.name);
    if (m_error)
        return done(Failure(*m_error));
    auth::ClientKey key = wish;
    key.id = QStringLiteral("key-new");
    key.hint = QStringLiteral("n3wk");
    key.createdMs = m_snapshot.atMs;
    m_snapshot.keys.append(key);
    changed();
    done(NewKey{key.id, base::Secret("sk-omr-example-of-a-new-client-key-n3wk")});
}

void FakeEngine::rotateKey(const QString &id, QObject *, Got<NewKey> done)
{
    note(QStringLiteral("rotateKey ") + id);
    if (m_error)
        return done(Failure(*m_error));
    done(NewKey{id, base::Secret("sk-omr-example-of-a-rotated-client-key-r0t8")});
}

void FakeEngine::revokeKey(const QString &id)
{
    note(QStringLiteral("revokeKey ") + id);
    for (auth::ClientKey &key : m_snapshot.keys) {
        if (key.id == id)
            key.revokedMs = m_snapshot.atMs;
    }
    changed();
}

void FakeEngine::revealKey(const QString &id, QObject *, Got<base::Secret> done)
{
    note(QStringLiteral("revealKey ") + id);
    if (m_error)
        return done(Failure(*m_error));
    done(base::Secret("sk-omr-example-of-a-client-key-7Q2f"));
}

QString FakeEngine::setting(const QString &key) const
{
    return m_settings.value(key);
}

void FakeEngine::setSetting(const QString &key, const QString &jsonValue, QObject *, Done done)
{
    note(QStringLiteral("setSetting %1 %2").arg(key, jsonValue));
    if (!m_error)
        m_settings.insert(key, jsonValue);
    finish(done);
}

} // namespace omni::test
