// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeplan.h"

#include <algorithm>

namespace omni::test {

using engine::AccountState;
using engine::PlanLine;

namespace {

void judge(PlanLine &line, const engine::AccountView &view, const QByteArray &model)
{
    if (view.state == AccountState::Paused)
        line.reason = QStringLiteral("paused");
    else if (view.state == AccountState::Locked)
        line.reason = QStringLiteral("locked");
    for (const engine::CoolingView &one : view.cooling) {
        if (line.reason.isEmpty() && (one.model.isEmpty() || one.model == model)) {
            line.reason = QStringLiteral("cooling");
            line.untilMs = one.untilMs;
        }
    }
}

void addSteps(QList<PlanLine> &plan, const route::Combo &combo, const engine::Snapshot &snapshot,
              int depth)
{
    for (const route::ComboStep &step : combo.steps) {
        const auto inner =
            std::find_if(snapshot.combos.begin(), snapshot.combos.end(),
                         [&](const route::Combo &one) { return one.name == step.target; });
        if (inner != snapshot.combos.end() && depth < 3) {
            addSteps(plan, *inner, snapshot, depth + 1);
            continue;
        }
        const QString prefix = step.target.section(QLatin1Char('/'), 0, 0);
        const qsizetype before = plan.size();
        for (const engine::AccountView &view : snapshot.accounts) {
            if (view.prefix != prefix ||
                (!step.accountId.isEmpty() && step.accountId != view.account.id.text()))
                continue;
            PlanLine line{.target = step.target, .account = view.account.name};
            judge(line, view, step.target.mid(prefix.size() + 1).toUtf8());
            plan.append(line);
        }
        if (plan.size() == before)
            plan.append({.target = step.target, .reason = QStringLiteral("no_account")});
    }
}

} // namespace

QList<PlanLine> fakePlan(const route::Combo &combo, const engine::Snapshot &snapshot)
{
    QList<PlanLine> plan;
    addSteps(plan, combo, snapshot, 0);
    PlanLine *last = nullptr;
    bool hasTaker = false;
    for (PlanLine &line : plan) {
        line.verdict = PlanLine::Verdict::Skipped;
        if (!line.reason.isEmpty())
            continue;
        line.verdict = hasTaker ? PlanLine::Verdict::Next : PlanLine::Verdict::Takes;
        if (hasTaker)
            last = &line;
        hasTaker = true;
    }
    if (last)
        last->verdict = PlanLine::Verdict::Last;
    return plan;
}

} // namespace omni::test
