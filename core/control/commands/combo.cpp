// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/gateway/gateway.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using base::Json;
using route::Combo;
using route::ComboStep;

namespace {

const QString &activeComboKey()
{
    static const QString key = u"route.activeCombo"_s;
    return key;
}

/// `MODEL@ACCOUNT` pins; a model's own `@` stays where no account is called so.
ComboStep stepFrom(const Rooms &rooms, const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    const auth::Account *account = at > 0 ? rooms.accounts.findByText(text.mid(at + 1)) : nullptr;
    if (!account)
        return {.target = text};
    return {.target = text.left(at), .accountId = account->id.text()};
}

void applyOptions(const Rooms &rooms, const Invocation &invocation, Combo &combo)
{
    if (const auto strategy = route::strategyFromName(invocation.text(u"strategy"_s)))
        combo.strategy = *strategy;
    if (const auto wait = invocation.number(u"wait"_s))
        combo.waitSeconds = int(*wait);
    if (!invocation.has(u"step"_s))
        return;
    combo.steps.clear();
    for (const QString &step : invocation.list(u"step"_s))
        combo.steps.append(stepFrom(rooms, step));
}

Json candidateJson(const Rooms &rooms, const route::Candidate &candidate, bool isFirst)
{
    const bool isSkipped = !candidate.skipped.isEmpty();
    return Json::object(
        {{"step", Json(candidate.step)},
         {"provider", Json(candidate.target.provider.text())},
         {"account", candidate.accountName.isEmpty() ? Json() : Json(candidate.accountName)},
         {"model", Json(candidate.target.model)},
         {"verdict", Json(isSkipped ? "skipped"
                          : isFirst ? "takes"
                                    : "next")},
         {"reason", isSkipped ? Json(candidate.skipped) : Json()},
         {"until", candidate.until ? timeJson(rooms, *candidate.until) : Json()}});
}

/// What the combo's steps come to now.
base::Result<Json> planJson(const Rooms &rooms, const Combo &combo, qint64 tokens)
{
    const auto plan = rooms.gateway.preview(combo, {.model = combo.name, .inputTokens = tokens});
    if (!plan)
        return base::fail(plan.error());
    Json list = Json::array();
    bool isFirst = true;
    for (const route::Candidate &candidate : plan->candidates) {
        list.append(candidateJson(rooms, candidate, isFirst));
        isFirst = isFirst && !candidate.skipped.isEmpty();
    }
    return Json::object(
        {{"name", Json(combo.name)}, {"answered", Json(!isFirst)}, {"candidates", list}});
}

/// The combo with a remark for each step that nobody offers now.
Json comboWithRemarks(const Rooms &rooms, const Combo &combo)
{
    Json json = comboJson(rooms, combo);
    Json remarks = Json::array();
    if (const auto plan = planJson(rooms, combo, 0)) {
        for (const Json &candidate : (*plan)["candidates"].items()) {
            const QByteArray reason = candidate["reason"].toBytes();
            if (reason == "unknown_model")
                remarks.append(Json(u"no account offers %1"_s.arg(candidate["step"].toText())));
            else if (reason == "no_account")
                remarks.append(Json(u"%1 has no account yet"_s.arg(candidate["step"].toText())));
        }
    }
    json.set("remarks", remarks);
    return json;
}

void save(const Rooms &rooms, const Request &request, const QString &oldName, const Combo &combo,
          Answer &answer)
{
    if (auto good = route::checkCombo(combo); !good)
        return answer.fail(good.error());
    if (combo.name != oldName && rooms.combos.find(combo.name))
        return answer.fail(ExitCode::Conflict, "exists",
                           u"A combo called \"%1\" exists already; change it with: omniroute combo "
                           "edit %1."_s.arg(combo.name));
    if (rooms.combos.aliases().contains(combo.name))
        return answer.fail(
            ExitCode::Conflict, "exists",
            u"\"%1\" is an alias of a model; choose another name."_s.arg(combo.name));
    if (isDryRun(request))
        return answer.result(dryRun(comboWithRemarks(rooms, combo)));
    const bool wasActive = !oldName.isEmpty() && rooms.gateway.activeCombo() == oldName;
    rooms.combos.save(oldName, combo, &answer,
                      finish(answer, [rooms, combo] { return comboWithRemarks(rooms, combo); }));
    if (wasActive && combo.name != oldName)
        rooms.settings.set(activeComboKey(), combo.name, &rooms.combos,
                           [](const base::Result<void> &) {});
}

} // namespace

void comboList(const Rooms &rooms, const Request &, Answer &answer)
{
    Json list = Json::array();
    for (const Combo &combo : rooms.combos.all())
        list.append(comboJson(rooms, combo));
    answer.result(Json::object({{"combos", list}}));
}

void comboCreate(const Rooms &rooms, const Request &request, Answer &answer)
{
    Combo combo{.name = request.invocation.text(u"name"_s)};
    applyOptions(rooms, request.invocation, combo);
    save(rooms, request, QString(), combo, answer);
}

void comboEdit(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Invocation &invocation = request.invocation;
    const Combo *known = comboFor(rooms, invocation.text(u"name"_s), answer);
    if (!known)
        return;
    Combo combo = *known;
    const QString oldName = combo.name;
    if (invocation.has(u"rename"_s))
        combo.name = invocation.text(u"rename"_s);
    applyOptions(rooms, invocation, combo);
    save(rooms, request, oldName, combo, answer);
}

void comboRemove(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Combo *combo = comboFor(rooms, request.invocation.text(u"name"_s), answer);
    if (!combo)
        return;
    const QString name = combo->name;
    const Json json = comboJson(rooms, *combo);
    if (isDryRun(request))
        return answer.result(dryRun(json));
    if (rooms.gateway.activeCombo() == name)
        rooms.settings.reset(activeComboKey(), &rooms.combos, [](const base::Result<void> &) {});
    rooms.combos.remove(name, &answer, finish(answer, [json] { return json; }));
}

void comboUse(const Rooms &rooms, const Request &request, Answer &answer)
{
    const QString name = request.invocation.text(u"name"_s);
    if (name == "none"_L1 && !rooms.combos.find(name)) {
        const Json json = Json::object({{"name", Json()}, {"active", Json(false)}});
        if (isDryRun(request))
            return answer.result(dryRun(json));
        return rooms.settings.reset(activeComboKey(), &answer,
                                    finish(answer, [json] { return json; }));
    }
    const Combo *combo = comboFor(rooms, name, answer);
    if (!combo)
        return;
    if (isDryRun(request))
        return answer.result(dryRun(comboJson(rooms, *combo)));
    rooms.settings.set(activeComboKey(), name, &answer, finish(answer, [rooms, name] {
                           const Combo *used = rooms.combos.find(name);
                           return used ? comboJson(rooms, *used) : Json::object();
                       }));
}

void comboTest(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Combo *combo = comboFor(rooms, request.invocation.text(u"name"_s), answer);
    if (!combo)
        return;
    const auto plan = planJson(rooms, *combo, request.invocation.number(u"tokens"_s).value_or(0));
    if (plan)
        answer.result(*plan);
    else
        answer.fail(plan.error());
}

} // namespace omni::control::handlers
