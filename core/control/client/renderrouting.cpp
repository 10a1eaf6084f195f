// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/renderers.h"
#include "core/control/client/texttable.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::renderers {

using base::Json;

namespace {

QString steps(const Json &combo)
{
    QStringList list;
    for (const Json &step : combo["steps"].items())
        list.append(shown(step["target"]) +
                    (step["account"].isString() ? u'@' + shown(step["account"]) : QString()));
    return list.join(u" → "_s);
}

} // namespace

Rendered modelList(const Json &data, const Style &style)
{
    if (data["models"].size() == 0 && data["aliases"].size() == 0)
        return {.err = u"No models yet: they come with the first account.\n"_s};
    TextTable table({u"MODEL"_s, u"FROM"_s, u"NAME"_s, u"CONTEXT"_s});
    for (const Json &alias : data["aliases"].items())
        table.add({shown(alias["name"]), u"alias"_s, u"→ "_s + shown(alias["target"]), u"–"_s});
    for (const Json &model : data["models"].items())
        table.add({shown(model["id"]), shown(model["owner"]), shown(model["name"]),
                   shown(model["context"])});
    return {.out = table.text(style)};
}

Rendered modelAdded(const Json &data, const Style &)
{
    QStringList accounts;
    for (const Json &name : data["accounts"].items())
        accounts.append(shown(name));
    return {.err = u"Model %1 added to %2.\n"_s.arg(shown(data["id"]), accounts.join(u", "_s))};
}

Rendered alias(const Json &data, const Style &)
{
    if (data["target"].isNull())
        return {.err = u"Alias %1 removed.\n"_s.arg(shown(data["name"]))};
    return {.err = u"%1 now stands for %2.\n"_s.arg(shown(data["name"]), shown(data["target"]))};
}

Rendered comboList(const Json &data, const Style &style)
{
    if (data["combos"].size() == 0)
        return {.err = u"No combos yet. Make one: omniroute combo create NAME MODEL MODEL\n"_s};
    TextTable table({u"NAME"_s, u"STRATEGY"_s, u"IN USE"_s, u"STEPS"_s});
    for (const Json &combo : data["combos"].items())
        table.add({shown(combo["name"]), shown(combo["strategy"]),
                   combo["active"].toBool() ? u"yes"_s : QString(), steps(combo)});
    return {.out = table.text(style)};
}

Rendered comboSaved(const Json &data, const Style &)
{
    QString err = u"Combo %1: %2.\n"_s.arg(shown(data["name"]), steps(data));
    for (const Json &remark : data["remarks"].items())
        err += u"Note: "_s + shown(remark) + u".\n"_s;
    return {.err = err};
}

Rendered comboRemoved(const Json &data, const Style &)
{
    return {.err = u"Combo %1 removed.\n"_s.arg(shown(data["name"]))};
}

Rendered comboUsed(const Json &data, const Style &)
{
    if (data["name"].isNull())
        return {.err = u"Requests go by the model they name.\n"_s};
    return {.err = u"Requests whose model is not known go to %1.\n"_s.arg(shown(data["name"]))};
}

Rendered plan(const Json &data, const Style &style)
{
    TextTable table({u"STEP"_s, u"ACCOUNT"_s, u"MODEL"_s, u"NOW"_s, u"WHY"_s});
    for (const Json &candidate : data["candidates"].items()) {
        QString why = candidate["reason"].isNull() ? QString()
                                                   : shown(candidate["reason"]).replace(u'_', u' ');
        if (candidate["until"].isString())
            why += u" until "_s + shownTime(candidate["until"]);
        table.add({shown(candidate["step"]), shown(candidate["account"]), shown(candidate["model"]),
                   shown(candidate["verdict"]), why});
    }
    return {.out = table.text(style),
            .err = data["answered"].toBool() ? QString() : u"No step can answer now.\n"_s};
}

} // namespace omni::control::renderers
