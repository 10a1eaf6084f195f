// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/gateway/gateway.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using auth::Account;
using base::Json;

namespace {

/// Adds the model to the account's list; an account without a list starts with the catalog's.
Account withModel(const Rooms &rooms, Account account, const catalog::Model &model)
{
    const catalog::Provider *provider = rooms.catalog.current().find(account.provider);
    if (account.models.isEmpty() && provider)
        account.models = provider->models;
    account.models.removeIf([&](const catalog::Model &other) { return other.id == model.id; });
    account.models.append(model);
    return account;
}

QList<Account> accountsMeant(const Rooms &rooms, const QString &text, Answer &answer)
{
    if (const Account *account = rooms.accounts.findByText(text))
        return {*account};
    const catalog::Catalog &catalog = rooms.catalog.current();
    const catalog::Provider *provider = catalog.findByPrefix(text);
    if (!provider) {
        (void)accountFor(rooms, text, answer);
        return {};
    }
    const QList<Account> accounts = rooms.accounts.ofProvider(provider->id);
    if (accounts.isEmpty())
        answer.fail(ExitCode::NotFound, "not_found",
                    u"%1 has no account that could offer the model. Add one with: omniroute "
                    "account add %2."_s.arg(provider->name, provider->id.text()));
    return accounts;
}

} // namespace

void modelList(const Rooms &rooms, const Request &request, Answer &answer)
{
    QString prefix;
    if (request.invocation.has(u"provider"_s)) {
        const catalog::Provider *provider =
            providerFor(rooms, request.invocation.text(u"provider"_s), answer);
        if (!provider)
            return;
        prefix = provider->prefix + u'/';
    }
    Json models = Json::array();
    for (const gateway::ListedModel &model : rooms.gateway.models({})) {
        if (!model.id.startsWith(prefix.toUtf8()))
            continue;
        models.append(
            Json::object({{"id", Json(model.id)},
                          {"owner", Json(model.owner)},
                          {"name", Json(model.name)},
                          {"context", model.contextWindow ? Json(*model.contextWindow) : Json()},
                          {"max_output", model.maxOutput ? Json(*model.maxOutput) : Json()}}));
    }
    Json aliases = Json::array();
    QStringList names = rooms.combos.aliases().keys();
    names.sort();
    for (const QString &name : names) {
        const QString target = rooms.combos.aliases().value(name);
        if (target.startsWith(prefix))
            aliases.append(Json::object({{"name", Json(name)}, {"target", Json(target)}}));
    }
    answer.result(Json::object({{"models", models}, {"aliases", aliases}}));
}

void modelAlias(const Rooms &rooms, const Request &request, Answer &answer)
{
    const QString name = request.invocation.text(u"name"_s);
    const QString target = request.invocation.text(u"target"_s);
    const bool remove = request.invocation.has(u"remove"_s);
    if (remove == !target.isEmpty())
        return answer.fail(
            ExitCode::Usage, "invalid_request",
            u"Give a target, or --remove: omniroute model alias %1 glm/glm-4.7."_s.arg(name));
    if (remove && !rooms.combos.aliases().contains(name))
        return answer.fail(ExitCode::NotFound, "not_found",
                           u"There is no alias \"%1\"."_s.arg(name) +
                               suggestion(name, rooms.combos.aliases().keys()));
    if (!remove && rooms.combos.find(name))
        return answer.fail(ExitCode::Conflict, "exists",
                           u"A combo is called \"%1\"; choose another name."_s.arg(name));
    const Json json =
        Json::object({{"name", Json(name)}, {"target", remove ? Json() : Json(target)}});
    if (isDryRun(request))
        return answer.result(dryRun(json));
    rooms.combos.setAlias(name, target, &answer, finish(answer, [json] { return json; }));
}

void modelCustom(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Invocation &invocation = request.invocation;
    const QList<Account> accounts =
        accountsMeant(rooms, invocation.text(u"account-or-provider"_s), answer);
    if (accounts.isEmpty())
        return;
    const QString id = invocation.text(u"id"_s);
    catalog::Model model{.id = id.toUtf8(), .name = invocation.text(u"name"_s)};
    if (model.name.isEmpty())
        model.name = id;
    model.contextWindow = invocation.number(u"context"_s);
    Json names = Json::array();
    for (const Account &account : accounts)
        names.append(Json(account.name));
    const Json json = Json::object({{"id", Json(id)}, {"accounts", names}});
    if (isDryRun(request))
        return answer.result(dryRun(json));
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        const bool isLast = i + 1 == accounts.size();
        rooms.accounts.update(withModel(rooms, accounts.at(i), model), &answer,
                              isLast ? finish(answer, [json] { return json; })
                                     : Finish([](const base::Result<void> &) {}));
    }
}

} // namespace omni::control::handlers
