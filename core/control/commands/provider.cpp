// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/accounts.h"
#include "core/catalog/livecatalog.h"
#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using base::Json;
using catalog::Provider;

namespace {

QString authName(catalog::AuthKind kind)
{
    switch (kind) {
    case catalog::AuthKind::ApiKey:
        return u"api-key"_s;
    case catalog::AuthKind::OAuth:
        return u"oauth"_s;
    case catalog::AuthKind::DeviceCode:
        return u"device-code"_s;
    case catalog::AuthKind::ImportedLogin:
        return u"imported-login"_s;
    case catalog::AuthKind::Cloud:
        return u"cloud"_s;
    case catalog::AuthKind::None:
        break;
    }
    return u"none"_s;
}

QString statusName(catalog::ProviderStatus status)
{
    switch (status) {
    case catalog::ProviderStatus::Active:
        return u"active"_s;
    case catalog::ProviderStatus::Limited:
        return u"limited"_s;
    case catalog::ProviderStatus::Discontinued:
        break;
    }
    return u"discontinued"_s;
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text);
}

Json providerJson(const Rooms &rooms, const Provider &provider)
{
    Json auth = Json::array();
    for (const catalog::AuthKind kind : provider.auth)
        auth.append(Json(authName(kind)));
    return Json::object(
        {{"id", Json(provider.id.text())},
         {"prefix", Json(provider.prefix)},
         {"name", Json(provider.name)},
         {"tier", Json(catalog::tierName(provider.tier))},
         {"status", Json(statusName(provider.status))},
         {"format", provider.format ? Json(chat::formatName(*provider.format)) : Json()},
         {"auth", auth},
         {"own", Json(provider.isUserMade)},
         {"accounts", Json(qint64(rooms.accounts.ofProvider(provider.id).size()))}});
}

Json modelJson(const catalog::Model &model)
{
    return Json::object({{"id", Json(model.id)},
                         {"name", Json(model.name)},
                         {"context", model.contextWindow ? Json(*model.contextWindow) : Json()},
                         {"max_output", model.maxOutput ? Json(*model.maxOutput) : Json()}});
}

} // namespace

void providerList(const Rooms &rooms, const Request &request, Answer &answer)
{
    const bool all = request.invocation.has(u"all"_s);
    Json list = Json::array();
    for (const Provider &provider : rooms.catalog.current().providers()) {
        if (all || provider.isUserMade || !rooms.accounts.ofProvider(provider.id).isEmpty())
            list.append(providerJson(rooms, provider));
    }
    answer.result(Json::object({{"providers", list}}));
}

void providerShow(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Provider *provider = providerFor(rooms, request.invocation.text(u"id"_s), answer);
    if (!provider)
        return;
    Json json = providerJson(rooms, *provider);
    json.set("base_url", textOrNull(provider->baseUrl.toString()));
    json.set("website", textOrNull(provider->website.toString()));
    json.set("key_page", textOrNull(provider->keyPage.toString()));
    json.set("risk", textOrNull(provider->risk));
    Json models = Json::array();
    for (const catalog::Model &model : provider->models)
        models.append(modelJson(model));
    json.set("models", models);
    Json accounts = Json::array();
    for (const auth::Account &account : rooms.accounts.ofProvider(provider->id))
        accounts.append(accountJson(rooms, account));
    json.set("account_list", accounts);
    answer.result(json);
}

} // namespace omni::control::handlers
