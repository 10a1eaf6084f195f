// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/stepinfo.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace omni::ui::pages::combos {

using engine::AccountState;
using engine::AccountView;
using engine::ProviderView;
using engine::Snapshot;
using widgets::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ComboSteps)
public:
    static QString of(Trouble trouble, qint64 leftMs);
    static QString tier(catalog::Tier tier);
    static QString price(const catalog::Price &price);
    static QString accounts(const QStringList &ready, const QStringList &cooling, bool isPinned);
};

QString Words::of(Trouble trouble, qint64 leftMs)
{
    switch (trouble) {
    case Trouble::None:
        return tr("Healthy");
    case Trouble::Cooling:
        return leftMs > 0 ? tr("Cooling %1").arg(text::countdown(leftMs)) : tr("Cooling");
    case Trouble::Paused:
        return tr("Paused");
    case Trouble::Locked:
        return tr("Locked");
    case Trouble::Refused:
        return tr("Key refused");
    case Trouble::Loading:
        return tr("Loading");
    case Trouble::NoAccount:
        return tr("No account");
    case Trouble::NoFormat:
        return tr("Cannot chat");
    case Trouble::UnknownModel:
        return tr("Unknown model");
    case Trouble::NothingInside:
        return tr("Cannot answer");
    }
    return {};
}

QString Words::tier(catalog::Tier tier)
{
    switch (tier) {
    case catalog::Tier::Subscription:
        return tr("subscription");
    case catalog::Tier::Free:
        return tr("free");
    case catalog::Tier::ApiKey:
    case catalog::Tier::Cheap:
        break;
    }
    return {};
}

QString Words::price(const catalog::Price &price)
{
    if (!price.input || !price.output)
        return {};
    const auto dollars = [](double value) {
        return QLocale().toCurrencyString(value, QStringLiteral("$"), 2);
    };
    return tr("%1 / %2", "price of a million tokens in, out")
        .arg(dollars(*price.input), dollars(*price.output));
}

QString Words::accounts(const QStringList &ready, const QStringList &cooling, bool isPinned)
{
    const QStringList &all = ready.isEmpty() ? cooling : ready;
    if (all.isEmpty())
        return {};
    if (isPinned)
        return tr("only %1").arg(all.constFirst());
    if (all.size() == 1 && !ready.isEmpty() && !cooling.isEmpty())
        return tr("%1, while %2 cools down").arg(ready.constFirst(), cooling.constFirst());
    if (all.size() == 1)
        return all.constFirst();
    if (all.size() == 2)
        return tr("%1, then %2").arg(all.at(0), all.at(1));
    return tr("%1, then %n more", nullptr, int(all.size()) - 1).arg(all.constFirst());
}

State stateOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::None:
        return State::Ok;
    case Trouble::Cooling:
        return State::Cooling;
    case Trouble::Paused:
        return State::Paused;
    case Trouble::Loading:
    case Trouble::UnknownModel:
        return State::Unknown;
    default:
        return State::Attention;
    }
}

const ProviderView *findProvider(const Snapshot &snapshot, const QString &prefix)
{
    for (const ProviderView &view : snapshot.providers) {
        const catalog::Provider &provider = view.provider;
        if (provider.prefix == prefix || provider.id.text() == prefix ||
            provider.aliases.contains(prefix))
            return &view;
    }
    return nullptr;
}

const catalog::Model *findModel(const QList<catalog::Model> &models, const QByteArray &id)
{
    const auto it = std::find_if(models.begin(), models.end(), [&](const catalog::Model &model) {
        return model.id == id || model.aliases.contains(id);
    });
    return it == models.end() ? nullptr : &*it;
}

/// Zero when neither the model nor the account rests.
qint64 restsUntil(const AccountView &view, const QByteArray &model, qint64 nowMs)
{
    qint64 until = 0;
    for (const engine::CoolingView &one : view.cooling) {
        if (one.untilMs > nowMs && (one.model.isEmpty() || one.model == model))
            until = std::max(until, one.untilMs);
    }
    return until;
}

Trouble troubleOf(const AccountView &view, const QByteArray &model, qint64 nowMs)
{
    switch (view.state) {
    case AccountState::Paused:
        return Trouble::Paused;
    case AccountState::Locked:
        return Trouble::Locked;
    case AccountState::Loading:
        return Trouble::Loading;
    case AccountState::NeedsAttention:
        return Trouble::Refused;
    case AccountState::Ready:
    case AccountState::Cooling:
        break;
    }
    return restsUntil(view, model, nowMs) > 0 ? Trouble::Cooling : Trouble::None;
}

/// The trouble that is nearest to an answer: what ends by itself comes first.
int rank(Trouble trouble)
{
    static constexpr std::array Order{Trouble::None,     Trouble::Cooling, Trouble::Loading,
                                      Trouble::Locked,   Trouble::Refused, Trouble::Paused,
                                      Trouble::NoAccount};
    return int(std::find(Order.begin(), Order.end(), trouble) - Order.begin());
}

void addAccounts(StepInfo &info, const ProviderView &provider, const route::ComboStep &step,
                 const QByteArray &model, const Snapshot &snapshot, qint64 nowMs)
{
    QStringList ready;
    QStringList cooling;
    qint64 soonest = 0;
    Trouble best = Trouble::NoAccount;
    for (const AccountView &view : snapshot.accounts) {
        if (view.account.provider != provider.provider.id)
            continue;
        info.choices.append({view.account.id.text(), view.account.name});
        if (!step.accountId.isEmpty() && step.accountId != view.account.id.text())
            continue;
        if (const catalog::Model *own = findModel(view.account.models, model); own)
            info.contextWindow = own->contextWindow;
        const Trouble trouble = troubleOf(view, model, nowMs);
        if (rank(trouble) < rank(best))
            best = trouble;
        if (trouble == Trouble::None)
            ready.append(view.account.name);
        if (trouble == Trouble::Cooling) {
            cooling.append(view.account.name);
            const qint64 until = restsUntil(view, model, nowMs);
            soonest = soonest == 0 ? until : std::min(soonest, until);
        }
        if (trouble != Trouble::None && trouble != Trouble::Cooling && info.accounts.isEmpty())
            info.accounts = view.account.name;
    }
    if (const QString usable = Words::accounts(ready, cooling, !step.accountId.isEmpty());
        !usable.isEmpty())
        info.accounts = usable;
    info.trouble = best;
    info.word = Words::of(best, soonest - nowMs);
}

StepInfo ofModel(const ProviderView &provider, const route::ComboStep &step,
                 const QByteArray &model, const Snapshot &snapshot, qint64 nowMs)
{
    StepInfo info{.prefix = provider.provider.prefix};
    const catalog::Model *known = findModel(provider.provider.models, model);
    if (known)
        info.contextWindow = known->contextWindow;
    addAccounts(info, provider, step, model, snapshot, nowMs);
    info.price = known ? Words::price(known->price) : QString();
    if (info.price.isEmpty())
        info.price = Words::tier(provider.provider.tier);
    if (info.choices.isEmpty())
        info.accounts = provider.provider.name;
    else if (info.accounts.isEmpty())
        info.accounts = Words::tr("an account that was removed");
    const bool isKnown =
        known || std::any_of(snapshot.accounts.begin(), snapshot.accounts.end(),
                             [&](const AccountView &view) {
                                 return view.account.provider == provider.provider.id &&
                                        findModel(view.account.models, model);
                             });
    if (!provider.provider.format)
        info.trouble = Trouble::NoFormat;
    else if (!isKnown && !provider.provider.passesUnknownModels)
        info.trouble = Trouble::UnknownModel;
    if (info.trouble == Trouble::NoFormat || info.trouble == Trouble::UnknownModel)
        info.word = Words::of(info.trouble, 0);
    return info;
}

/// A name without a prefix: whoever offers it.
StepInfo ofBareName(const route::ComboStep &step, const Snapshot &snapshot, qint64 nowMs)
{
    const QByteArray model = step.target.toUtf8();
    for (const AccountView &view : snapshot.accounts) {
        const ProviderView *provider = findProvider(snapshot, view.account.provider.text());
        if (!provider)
            continue;
        const bool offers =
            findModel(view.account.models, model) ||
            (view.account.models.isEmpty() && findModel(provider->provider.models, model));
        if (offers)
            return ofModel(*provider, step, model, snapshot, nowMs);
    }
    return {.accounts = Words::tr("no account offers it"),
            .trouble = Trouble::UnknownModel,
            .word = Words::of(Trouble::UnknownModel, 0)};
}

constexpr int DeepestCombo = 3;

bool canAnswer(const route::Combo &combo, const Snapshot &snapshot, qint64 nowMs, int depth)
{
    if (depth > DeepestCombo)
        return false;
    return std::any_of(combo.steps.begin(), combo.steps.end(), [&](const route::ComboStep &step) {
        if (const route::Combo *inner = findCombo(snapshot, step.target))
            return canAnswer(*inner, snapshot, nowMs, depth + 1);
        return stepInfo(step, snapshot, nowMs).trouble == Trouble::None;
    });
}

} // namespace

bool isLasting(Trouble trouble)
{
    return trouble != Trouble::None && trouble != Trouble::Cooling && trouble != Trouble::Loading;
}

const route::Combo *findCombo(const Snapshot &snapshot, const QString &name)
{
    const auto it = std::find_if(snapshot.combos.begin(), snapshot.combos.end(),
                                 [&](const route::Combo &combo) { return combo.name == name; });
    return it == snapshot.combos.end() ? nullptr : &*it;
}

StepInfo stepInfo(const route::ComboStep &step, const Snapshot &snapshot, qint64 nowMs)
{
    StepInfo info;
    const qsizetype slash = step.target.indexOf(QLatin1Char('/'));
    if (const route::Combo *inner = findCombo(snapshot, step.target)) {
        info.isCombo = true;
        info.accounts = Words::tr("combo of %n model(s)", nullptr, int(inner->steps.size()));
        info.trouble =
            canAnswer(*inner, snapshot, nowMs, 1) ? Trouble::None : Trouble::NothingInside;
        info.word = Words::of(info.trouble, 0);
    } else if (const ProviderView *provider =
                   slash > 0 ? findProvider(snapshot, step.target.left(slash)) : nullptr) {
        info = ofModel(*provider, step, step.target.mid(slash + 1).toUtf8(), snapshot, nowMs);
    } else {
        info = ofBareName(step, snapshot, nowMs);
    }
    info.state = stateOf(info.trouble);
    return info;
}

ComboInfo comboInfo(const route::Combo &combo, const Snapshot &snapshot, qint64 nowMs)
{
    if (combo.steps.isEmpty())
        return {};
    int answering = 0;
    int cooling = 0;
    int lasting = 0;
    for (const route::ComboStep &step : combo.steps) {
        const Trouble trouble = stepInfo(step, snapshot, nowMs).trouble;
        answering += trouble == Trouble::None ? 1 : 0;
        cooling += trouble == Trouble::Cooling ? 1 : 0;
        lasting += isLasting(trouble) ? 1 : 0;
    }
    if (answering == 0 && cooling == 0 && lasting > 0)
        return {State::Error, Words::tr("Nothing in it can answer")};
    if (answering == 0 && cooling > 0)
        return {State::Cooling, Words::tr("Everything in it cools down")};
    if (lasting > 0)
        return {State::Attention, Words::tr("%n of its models cannot answer", nullptr, lasting)};
    return {};
}

} // namespace omni::ui::pages::combos
