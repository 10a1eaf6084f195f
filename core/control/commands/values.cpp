// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/values.h"

#include "core/auth/accounts.h"
#include "core/catalog/livecatalog.h"
#include "core/gateway/gateway.h"

#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using auth::Account;
using base::Json;

Json timeJson(qint64 msSinceEpoch)
{
    if (msSinceEpoch == 0)
        return {};
    return Json(QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC).toString(Qt::ISODateWithMs));
}

Json timeJson(const Rooms &rooms, base::Clock::TimePoint when)
{
    const auto ahead =
        std::chrono::duration_cast<std::chrono::milliseconds>(when - rooms.clock.now());
    return timeJson(rooms.clock.wall().toMSecsSinceEpoch() + ahead.count());
}

Json stringsJson(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.append(Json(text));
    return list;
}

QString accountState(const Rooms &rooms, const Account &account)
{
    using State = auth::Accounts::SecretState;
    if (account.isPaused)
        return u"paused"_s;
    const State secret = rooms.accounts.secretState(account.id);
    if (secret == State::Locked)
        return u"locked"_s;
    if (secret == State::Loading)
        return u"loading"_s;
    if (!account.authTrouble.isEmpty())
        return u"refused"_s;
    for (const health::Rest &rest : rooms.cooldowns.all()) {
        if (rest.account == account.id)
            return u"cooling"_s;
    }
    return u"ready"_s;
}

Json accountJson(const Rooms &rooms, const Account &account)
{
    const catalog::Provider *provider = rooms.catalog.current().find(account.provider);
    Json cooling = Json::array();
    for (const health::Rest &rest : rooms.cooldowns.all()) {
        if (rest.account == account.id)
            cooling.append(
                Json::object({{"model", rest.model.isEmpty() ? Json() : Json(rest.model)},
                              {"until", timeJson(rooms, rest.until)},
                              {"reason", Json(base::errorCodeName(rest.reason))}}));
    }
    return Json::object(
        {{"id", Json(account.id.text())},
         {"name", Json(account.name)},
         {"provider", Json(account.provider.text())},
         {"prefix", provider ? Json(provider->prefix) : Json()},
         {"state", Json(accountState(rooms, account))},
         {"tier", Json(catalog::tierName(account.tier))},
         {"priority", Json(account.priority)},
         {"key_hint", account.secretHint.isEmpty() ? Json() : Json(account.secretHint)},
         {"base_url", account.baseUrl.isEmpty() ? Json() : Json(account.baseUrl.toString())},
         {"models", Json(qint64(account.models.size()))},
         {"trouble", account.authTrouble.isEmpty() ? Json() : Json(account.authTrouble)},
         {"cooling", cooling},
         {"created", timeJson(account.createdMs)},
         {"checked", timeJson(account.checkedMs)},
         {"last_used", timeJson(account.lastUsedMs)}});
}

Json comboJson(const Rooms &rooms, const route::Combo &combo)
{
    Json steps = Json::array();
    for (const route::ComboStep &step : combo.steps)
        steps.append(
            Json::object({{"target", Json(step.target)},
                          {"account", step.accountId.isEmpty() ? Json() : Json(step.accountId)}}));
    return Json::object({{"name", Json(combo.name)},
                         {"strategy", Json(route::strategyName(combo.strategy))},
                         {"active", Json(rooms.gateway.activeCombo() == combo.name)},
                         {"wait_seconds", Json(combo.waitSeconds)},
                         {"steps", steps}});
}

Json keyJson(const Rooms &rooms, const auth::ClientKey &key)
{
    QString state = u"in use"_s;
    if (key.revokedMs != 0)
        state = u"revoked"_s;
    else if (key.expiresMs != 0 && key.expiresMs <= rooms.clock.wall().toMSecsSinceEpoch())
        state = u"expired"_s;
    return Json::object(
        {{"id", Json(key.id)},
         {"name", Json(key.name)},
         {"state", Json(state)},
         {"hint", Json(key.hint)},
         {"allow", stringsJson(key.allowedModels)},
         {"requests_per_minute", key.requestsPerMinute == 0 ? Json() : Json(key.requestsPerMinute)},
         {"created", timeJson(key.createdMs)},
         {"expires", timeJson(key.expiresMs)},
         {"revoked", timeJson(key.revokedMs)},
         {"last_used", timeJson(key.lastUsedMs)}});
}

const catalog::Provider *providerFor(const Rooms &rooms, const QString &text, Answer &answer)
{
    const catalog::Catalog &catalog = rooms.catalog.current();
    if (const catalog::Provider *provider = catalog.find(catalog::ProviderId(text)))
        return provider;
    if (const catalog::Provider *provider = catalog.findByPrefix(text))
        return provider;
    QStringList known;
    for (const catalog::Provider &each : catalog.providers())
        known.append(each.id.text());
    answer.fail(ExitCode::NotFound, "not_found",
                u"There is no provider \"%1\"."_s.arg(text) + suggestion(text, known) +
                    u" `omniroute provider list --all` shows all."_s);
    return nullptr;
}

const Account *accountFor(const Rooms &rooms, const QString &text, Answer &answer)
{
    if (const Account *account = rooms.accounts.findByText(text))
        return account;
    QStringList ids;
    QStringList names;
    for (const Account &account : rooms.accounts.all()) {
        names.append(account.name);
        if (account.name == text)
            ids.append(account.id.text());
    }
    if (ids.size() > 1)
        answer.fail(ExitCode::Conflict, "ambiguous",
                    u"%1 accounts are called \"%2\"; use an id: %3."_s.arg(
                        QString::number(ids.size()), text, ids.join(u", "_s)));
    else
        answer.fail(ExitCode::NotFound, "not_found",
                    u"There is no account \"%1\"."_s.arg(text) + suggestion(text, names) +
                        u" `omniroute account list` shows all."_s);
    return nullptr;
}

const route::Combo *comboFor(const Rooms &rooms, const QString &name, Answer &answer)
{
    if (const route::Combo *combo = rooms.combos.find(name))
        return combo;
    QStringList names;
    for (const route::Combo &combo : rooms.combos.all())
        names.append(combo.name);
    answer.fail(ExitCode::NotFound, "not_found",
                u"There is no combo \"%1\"."_s.arg(name) + suggestion(name, names) +
                    u" `omniroute combo list` shows all."_s);
    return nullptr;
}

Finish finish(Answer &answer, std::function<Json()> make)
{
    return [asker = QPointer<Answer>(&answer),
            make = std::move(make)](const base::Result<void> &outcome) {
        if (!asker)
            return;
        if (outcome)
            asker->result(make());
        else
            asker->fail(outcome.error());
    };
}

Json dryRun(Json json)
{
    json.set("dry_run", Json(true));
    return json;
}

} // namespace omni::control::handlers
