// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/problems.h"

#include "core/base/nearmatch.h"
#include "ui/pages/combos/stepinfo.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace omni::ui::pages::combos {

using engine::Snapshot;
using route::Combo;
using route::ComboStep;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ComboProblems)
public:
    static Problem ofTrouble(const ComboStep &step, const StepInfo &info);
    static QString near(const QString &target, const Snapshot &snapshot);
};

constexpr int LongestName = 100;
/// The router looks no further into combos inside combos.
constexpr int DeepestCombo = 3;

QString Words::near(const QString &target, const Snapshot &snapshot)
{
    const QStringList matches = base::nearMatches(target, snapshot.modelIds, 2);
    if (matches.isEmpty())
        return {};
    return matches.size() == 1 ? tr("Did you mean %1?").arg(matches.at(0))
                               : tr("Did you mean %1 or %2?").arg(matches.at(0), matches.at(1));
}

Problem Words::ofTrouble(const ComboStep &step, const StepInfo &info)
{
    switch (info.trouble) {
    case Trouble::NoAccount:
        if (!info.choices.isEmpty())
            return {tr("The account of %1 was removed.").arg(step.target),
                    tr("Choose another account for it, or any account.")};
        return {tr("%1 has no account.").arg(step.target),
                tr("It is skipped until an account is added under Providers.")};
    case Trouble::Refused:
        return {tr("The key for %1 was refused.").arg(step.target),
                tr("Replace the key under Providers; requests to it fail until then.")};
    case Trouble::Paused:
        return {tr("The accounts of %1 are paused.").arg(step.target),
                tr("It is skipped until one of them is resumed.")};
    case Trouble::NoFormat:
        return {tr("%1 has no chat interface that we speak.").arg(step.target),
                tr("It is always skipped. Take it out.")};
    case Trouble::NothingInside:
        return {tr("Nothing in the combo %1 can answer.").arg(step.target),
                tr("It is skipped. Look into that combo.")};
    default:
        return {};
    }
}

/// The way from `name` back to `origin`, or to a depth the router does not reach; empty = none.
QStringList wayRound(const QString &name, const QString &origin, const Snapshot &snapshot,
                     QStringList way)
{
    way.append(name);
    const Combo *combo = findCombo(snapshot, name);
    if (!combo)
        return {};
    for (const ComboStep &step : combo->steps) {
        if (step.target == origin)
            return way;
        if (way.contains(step.target))
            continue;
        if (const QStringList found = wayRound(step.target, origin, snapshot, way);
            !found.isEmpty())
            return found;
    }
    return {};
}

int depthOf(const QString &name, const Snapshot &snapshot, int depth)
{
    const Combo *combo = findCombo(snapshot, name);
    if (!combo || depth > DeepestCombo)
        return depth;
    int deepest = depth + 1;
    for (const ComboStep &step : combo->steps)
        deepest = std::max(deepest, depthOf(step.target, snapshot, depth + 1));
    return deepest;
}

QList<Problem> blockingProblems(const Combo &combo, const QString &savedName,
                                const Snapshot &snapshot)
{
    if (combo.steps.isEmpty())
        return {{Words::tr("There is no model in this combo yet."),
                 Words::tr("Add at least one; requests try them from top to bottom."), true, true}};
    QList<Problem> found;
    for (const ComboStep &step : combo.steps) {
        const bool isItself = step.target == combo.name || step.target == savedName;
        if (isItself && !step.target.isEmpty()) {
            found.append({Words::tr("The combo contains itself."),
                          Words::tr("Take %1 out of the list.").arg(step.target), true});
            continue;
        }
        const QStringList way =
            savedName.isEmpty() ? QStringList() : wayRound(step.target, savedName, snapshot, {});
        if (!way.isEmpty())
            found.append({Words::tr("%1 leads back to this combo.").arg(step.target),
                          Words::tr("The way round is %1. Take one of them out.")
                              .arg(way.join(QStringLiteral(" → "))),
                          true});
        else if (depthOf(step.target, snapshot, 0) > DeepestCombo)
            found.append({Words::tr("%1 holds combos more than %2 deep.")
                              .arg(step.target, text::number(DeepestCombo)),
                          Words::tr("Name the models themselves instead."), true});
    }
    return found;
}

void addDuplicates(QList<Problem> &found, const Combo &combo)
{
    QStringList told;
    for (qsizetype i = 0; i < combo.steps.size(); ++i) {
        const ComboStep &step = combo.steps.at(i);
        const bool isAgain =
            std::any_of(combo.steps.begin(), combo.steps.begin() + i, [&](const ComboStep &other) {
                return other.target == step.target &&
                       (other.accountId == step.accountId || other.accountId.isEmpty());
            });
        if (!isAgain || told.contains(step.target))
            continue;
        told.append(step.target);
        found.append({Words::tr("%1 stands in the list twice.").arg(step.target),
                      Words::tr("The second one only repeats what failed before. Take it "
                                "out, or choose another account for it.")});
    }
}

/// Other combos name their steps in words: they do not follow a new name.
void addRename(QList<Problem> &found, const Combo &combo, const QString &savedName,
               const Snapshot &snapshot)
{
    if (savedName.isEmpty() || combo.name == savedName)
        return;
    const QStringList users = usersOf(savedName, snapshot);
    if (!users.isEmpty())
        found.append({Words::tr("Other combos ask for “%1”: %2.")
                          .arg(savedName, users.join(QStringLiteral(", "))),
                      Words::tr("They skip it once it has another name. Change it there too.")});
}

/// A model that holds less than those before it is skipped by long requests.
void addSmallContext(QList<Problem> &found, const Combo &combo, const Snapshot &snapshot)
{
    std::optional<qint64> largest;
    for (const ComboStep &step : combo.steps) {
        const auto window = stepInfo(step, snapshot, snapshot.atMs).contextWindow;
        if (!window)
            continue;
        if (largest && *window < *largest) {
            found.append(
                {Words::tr("%1 has a smaller context than the models before it.").arg(step.target),
                 Words::tr("Requests above %1 tokens skip it. Nothing to do if that is meant.")
                     .arg(text::compactNumber(*window))});
            return;
        }
        largest = std::max(largest.value_or(0), *window);
    }
}

} // namespace

QString nameProblem(const QString &name, const QString &savedName, const Snapshot &snapshot)
{
    static const QRegularExpression strange(QStringLiteral("[^A-Za-z0-9_./-]"));
    if (name.isEmpty())
        return Words::tr("Give it a name; programs ask for it by that name.");
    if (const auto match = strange.match(name); match.hasMatch()) {
        if (match.captured() == QLatin1String(" "))
            return Words::tr("No spaces: letters, digits and - _ . / only.");
        return Words::tr("“%1” cannot stand in a name: letters, digits and - _ . / only.")
            .arg(match.captured());
    }
    if (name.size() > LongestName)
        return Words::tr("At most %1 characters.").arg(text::number(LongestName));
    if (name != savedName && findCombo(snapshot, name))
        return Words::tr("Another combo has this name.");
    return {};
}

QList<Problem> stepProblems(const Combo &combo, const QString &savedName, const Snapshot &snapshot)
{
    QList<Problem> found = blockingProblems(combo, savedName, snapshot);
    if (combo.steps.isEmpty())
        return found;
    addDuplicates(found, combo);
    addRename(found, combo, savedName, snapshot);
    QStringList told;
    int locked = 0;
    for (const ComboStep &step : combo.steps) {
        const bool isItself = step.target == combo.name || step.target == savedName;
        if (told.contains(step.target) || isItself)
            continue;
        told.append(step.target);
        const StepInfo info = stepInfo(step, snapshot, snapshot.atMs);
        if (info.trouble == Trouble::UnknownModel) {
            const QString near = Words::near(step.target, snapshot);
            found.append(
                {Words::tr("No account offers %1.").arg(step.target),
                 near.isEmpty() ? Words::tr("It is skipped as long as that is so.") : near});
        } else if (info.trouble == Trouble::Locked) {
            ++locked;
        } else if (isLasting(info.trouble)) {
            found.append(Words::ofTrouble(step, info));
        }
    }
    // One lock, one note.
    if (locked > 0)
        found.append({Words::tr("The keys for %n model(s) cannot be read.", nullptr, locked),
                      Words::tr("Unlock the keyring; they are skipped until then.")});
    addSmallContext(found, combo, snapshot);
    return found;
}

QString targetNote(const QString &target, const Snapshot &snapshot)
{
    if (target.isEmpty() || snapshot.modelIds.contains(target))
        return {};
    const StepInfo info = stepInfo({target, {}}, snapshot, snapshot.atMs);
    if (info.trouble == Trouble::NoAccount)
        return Words::tr("%1 has no account yet. It can be added all the same and is skipped "
                         "until then.")
            .arg(info.accounts);
    if (info.trouble != Trouble::UnknownModel)
        return {};
    const QString near = Words::near(target, snapshot);
    if (!near.isEmpty())
        return near;
    return Words::tr("No account offers this name now. It can be added all the same and is "
                     "skipped until one does.");
}

QStringList usersOf(const QString &name, const Snapshot &snapshot)
{
    QStringList users;
    for (const Combo &combo : snapshot.combos) {
        if (combo.name != name &&
            std::any_of(combo.steps.begin(), combo.steps.end(),
                        [&](const ComboStep &step) { return step.target == name; }))
            users.append(combo.name);
    }
    return users;
}

} // namespace omni::ui::pages::combos
