// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/renderers.h"
#include "core/control/client/texttable.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::renderers {

using base::Json;

namespace {

QString state(const Json &account)
{
    const QString word = shown(account["state"]);
    const Json &first = account["cooling"].at(0);
    if (word == "cooling"_L1)
        return u"cooling until %1 (%2)"_s.arg(shownTime(first["until"]), shown(first["reason"]));
    if (account["trouble"].isString())
        return word + u": "_s + shown(account["trouble"]);
    return word;
}

QString accountTable(const Json &accounts, const Style &style)
{
    TextTable table({u"ID"_s, u"NAME"_s, u"PROVIDER"_s, u"PREFIX"_s, u"PRIORITY"_s, u"MODELS"_s,
                     u"KEY"_s, u"CHECKED"_s, u"STATE"_s});
    for (const Json &account : accounts.items())
        table.add({shown(account["id"]), shown(account["name"]), shown(account["provider"]),
                   shown(account["prefix"]), shown(account["priority"]), shown(account["models"]),
                   account["key_hint"].isString() ? u"…"_s + shown(account["key_hint"]) : u"–"_s,
                   shownTime(account["checked"]), state(account)});
    return table.text(style);
}

} // namespace

Rendered providerList(const Json &data, const Style &style)
{
    if (data["providers"].size() == 0)
        return {.err = u"No provider has an account yet. `omniroute provider list --all` shows "
                       "what can be connected.\n"_s};
    TextTable table({u"ID"_s, u"PREFIX"_s, u"NAME"_s, u"TIER"_s, u"SPEAKS"_s, u"ACCOUNTS"_s});
    for (const Json &provider : data["providers"].items())
        table.add({shown(provider["id"]), shown(provider["prefix"]), shown(provider["name"]),
                   shown(provider["tier"]), shown(provider["format"]),
                   shown(provider["accounts"])});
    return {.out = table.text(style)};
}

Rendered providerShow(const Json &data, const Style &style)
{
    QString out;
    for (const char *key : {"id", "prefix", "name", "tier", "status", "format", "base_url",
                            "website", "key_page", "risk"}) {
        if (!data[key].isNull())
            out += QString::fromLatin1(key).replace(u'_', u' ').leftJustified(12) +
                   shown(data[key]) + u'\n';
    }
    if (data["account_list"].size() > 0)
        out += u"\nAccounts\n"_s + accountTable(data["account_list"], style);
    if (data["models"].size() == 0)
        return {.out = out};
    TextTable table({u"MODEL"_s, u"NAME"_s, u"CONTEXT"_s, u"MAX OUTPUT"_s});
    for (const Json &model : data["models"].items())
        table.add({shown(data["prefix"]) + u'/' + shown(model["id"]), shown(model["name"]),
                   shown(model["context"]), shown(model["max_output"])});
    return {.out = out + u"\nModels\n"_s + table.text(style)};
}

Rendered accountList(const Json &data, const Style &style)
{
    if (data["accounts"].size() == 0)
        return {.err = u"No accounts yet. Connect one: omniroute account add PROVIDER; "
                       "`omniroute provider list --all` shows what there is.\n"_s};
    return {.out = accountTable(data["accounts"], style)};
}

Rendered accountAdded(const Json &data, const Style &)
{
    const QString how = data["check"].toBytes() == "good"
                            ? u"the key is good, %1 models are known"_s.arg(shown(data["models"]))
                            : u"not checked"_s;
    return {.out = shown(data["id"]) + u'\n',
            .err = u"Account %1 added: %2. Models are called %3/…\n"_s.arg(shown(data["name"]), how,
                                                                           shown(data["prefix"]))};
}

Rendered accountChanged(const Json &data, const Style &)
{
    return {.err = u"Account %1: %2.\n"_s.arg(shown(data["name"]), state(data))};
}

Rendered accountRemoved(const Json &data, const Style &)
{
    return {.err = u"Account %1 removed, its key with it.\n"_s.arg(shown(data["name"]))};
}

Rendered check(const Json &data, const Style &)
{
    return {.out = u"good\n"_s,
            .err = u"Account %1: the key is good (%2, %3 models).\n"_s.arg(
                shown(data["name"]), shownSpan(data["latency_ms"].toInt()), shown(data["models"]))};
}

} // namespace omni::control::renderers
