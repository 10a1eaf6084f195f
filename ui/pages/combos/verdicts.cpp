// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/verdicts.h"

#include "ui/text/errortext.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace omni::ui::pages::combos {

using engine::PlanLine;
using widgets::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ComboVerdicts)
public:
    static QString reason(const PlanLine &line, qint64 nowMs);
    static QString skipped(const QList<PlanLine> &lines, qint64 nowMs);
    static QString taking(const QList<PlanLine> &lines, qint64 nowMs);
    static QString waiting(const QList<PlanLine> &lines);
};

QString Words::reason(const PlanLine &line, qint64 nowMs)
{
    const QString words = text::reasonWords(line.reason);
    if (line.untilMs <= nowMs)
        return words;
    return tr("%1, %2 to go", "reason, time").arg(words, text::countdown(line.untilMs - nowMs));
}

QString Words::skipped(const QList<PlanLine> &lines, qint64 nowMs)
{
    const PlanLine &first =
        *std::min_element(lines.begin(), lines.end(), [](const PlanLine &a, const PlanLine &b) {
            return a.untilMs < b.untilMs;
        });
    const bool isSame = std::all_of(lines.begin(), lines.end(), [&](const PlanLine &line) {
        return line.reason == first.reason;
    });
    if (lines.size() == 1)
        return tr("Skipped: %1.").arg(reason(first, nowMs));
    if (isSame)
        return tr("Skipped, %n account(s): %1.", nullptr, int(lines.size()))
            .arg(reason(first, nowMs));
    QStringList sentences{tr("Skipped.")};
    for (const PlanLine &line : lines)
        sentences.append(tr("“%1”: %2.", "account, reason").arg(line.account, reason(line, nowMs)));
    return sentences.join(QLatin1Char(' '));
}

QString Words::taking(const QList<PlanLine> &lines, qint64 nowMs)
{
    QStringList sentences;
    for (const PlanLine &line : lines) {
        if (line.verdict == PlanLine::Verdict::Takes)
            sentences.prepend(line.account.isEmpty()
                                  ? tr("Takes the request.")
                                  : tr("Takes the request, account “%1”.").arg(line.account));
        else if (line.verdict == PlanLine::Verdict::Skipped)
            sentences.append(
                tr("“%1”: %2.", "account, reason").arg(line.account, reason(line, nowMs)));
        else
            sentences.append(tr("If it fails, “%1”.", "account").arg(line.account));
    }
    return sentences.join(QLatin1Char(' '));
}

QString Words::waiting(const QList<PlanLine> &lines)
{
    QStringList accounts;
    bool isLast = false;
    for (const PlanLine &line : lines) {
        isLast = isLast || line.verdict == PlanLine::Verdict::Last;
        if (line.verdict != PlanLine::Verdict::Skipped && !line.account.isEmpty())
            accounts.append(line.account);
    }
    if (accounts.isEmpty())
        return isLast ? tr("Last.") : tr("Next, if that fails.");
    if (accounts.size() > 1)
        return isLast ? tr("Last, with %n account(s).", nullptr, int(accounts.size()))
                      : tr("Next, with %n account(s).", nullptr, int(accounts.size()));
    return (isLast ? tr("Last, account “%1”.") : tr("Next, if that fails: account “%1”."))
        .arg(accounts.constFirst());
}

State stateOf(const QList<PlanLine> &lines)
{
    const auto has = [&](const char *reason) {
        return std::any_of(lines.begin(), lines.end(), [&](const PlanLine &line) {
            return line.reason == QLatin1String(reason);
        });
    };
    if (has("cooling") || has("breaker"))
        return State::Cooling;
    if (has("paused"))
        return State::Paused;
    if (has("locked") || has("no_secret") || has("no_account"))
        return State::Attention;
    return State::Unknown;
}

} // namespace

QList<Verdict> verdicts(const QList<PlanLine> &plan, qint64 nowMs)
{
    QList<Verdict> all;
    for (qsizetype at = 0; at < plan.size();) {
        QList<PlanLine> lines;
        const QString target = plan.at(at).target;
        while (at < plan.size() && plan.at(at).target == target)
            lines.append(plan.at(at++));
        const auto has = [&](PlanLine::Verdict verdict) {
            return std::any_of(lines.begin(), lines.end(),
                               [&](const PlanLine &line) { return line.verdict == verdict; });
        };
        Verdict one{.number = int(all.size()) + 1, .target = target};
        if (has(PlanLine::Verdict::Takes)) {
            one.kind = Verdict::Kind::Takes;
            one.words = Words::taking(lines, nowMs);
        } else if (has(PlanLine::Verdict::Next) || has(PlanLine::Verdict::Last)) {
            one.words = Words::waiting(lines);
        } else {
            one.kind = Verdict::Kind::Skipped;
            one.state = stateOf(lines);
            one.words = Words::skipped(lines, nowMs);
        }
        all.append(one);
    }
    return all;
}

QString nobodyAnswers(const QList<PlanLine> &plan, qint64 nowMs)
{
    qint64 soonest = 0;
    for (const PlanLine &line : plan) {
        if (line.verdict != PlanLine::Verdict::Skipped)
            return {};
        if (line.untilMs > nowMs)
            soonest = soonest == 0 ? line.untilMs : std::min(soonest, line.untilMs);
    }
    if (soonest > 0)
        return Words::tr("No model can answer now. The next one is free in %1.")
            .arg(text::countdown(soonest - nowMs));
    return Words::tr("No model can answer now.");
}

} // namespace omni::ui::pages::combos
