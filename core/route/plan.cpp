// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/route/plan.h"

#include "core/base/nearmatch.h"

namespace omni::route {

namespace {

using base::ErrorCode;

constexpr int MaxDepth = 3;

/// The account's own models, else the catalog's.
const QList<catalog::Model> &modelsOf(const auth::Account &account,
                                      const catalog::Provider &provider)
{
    return account.models.isEmpty() ? provider.models : account.models;
}

const catalog::Model *modelOf(const auth::Account &account, const catalog::Provider &provider,
                              const QByteArray &id)
{
    for (const catalog::Model &model : account.models) {
        if (model.id == id)
            return &model;
    }
    return provider.model(id);
}

class Planner
{
public:
    Planner(const Wish &wish, const State &state)
        : m_wish(wish)
        , m_state(state)
    {}

    base::Result<Plan> byName(const QString &name)
    {
        if (const Combo *combo = findCombo(name))
            return byCombo(*combo);
        if (auto added = addName(name, {}, 0); !added)
            return base::fail(added.error());
        return finish();
    }

    base::Result<Plan> byCombo(const Combo &combo)
    {
        m_plan.combo = combo.name;
        m_plan.waitSeconds = combo.waitSeconds;
        if (auto added = addCombo(combo, 0); !added)
            return base::fail(added.error());
        return finish();
    }

private:
    const Combo *findCombo(const QString &name) const
    {
        for (const Combo &combo : m_state.combos) {
            if (combo.name == name)
                return &combo;
        }
        return nullptr;
    }

    base::Result<void> addCombo(const Combo &combo, int depth)
    {
        if (depth > MaxDepth)
            return base::fail(ErrorCode::InvalidRequest,
                              QStringLiteral("combos stand inside each other more than %1 deep; "
                                             "take one out of \"%2\"")
                                  .arg(QString::number(MaxDepth), combo.name));
        for (const ComboStep &step : combo.steps) {
            // A step whose name means nothing now must not take the others with it.
            if (auto added = addName(step.target, step.accountId, depth); !added) {
                if (depth == 0 && added.error().code == ErrorCode::InvalidRequest)
                    return added;
                m_plan.candidates.append(
                    {.step = step.target, .skipped = QStringLiteral("unknown_model")});
            }
        }
        return {};
    }

    base::Result<void> addName(const QString &name, const QString &pinnedAccount, int depth)
    {
        if (depth > MaxDepth)
            return base::fail(ErrorCode::InvalidRequest,
                              QStringLiteral("\"%1\" leads round in a circle").arg(name));
        if (const Combo *combo = findCombo(name))
            return addCombo(*combo, depth + 1);
        if (const auto alias = m_state.aliases.constFind(name);
            alias != m_state.aliases.constEnd() && m_wish.forcedProvider.isEmpty())
            return addName(*alias, pinnedAccount, depth + 1);
        if (addForced(name, pinnedAccount) || addPrefixed(name, pinnedAccount) ||
            addBare(name, pinnedAccount))
            return {};
        return unknown(name);
    }

    bool addForced(const QString &name, const QString &pinnedAccount)
    {
        if (m_wish.forcedProvider.isEmpty())
            return false;
        const catalog::Provider *provider = m_state.catalog.findByPrefix(m_wish.forcedProvider);
        if (!provider)
            return false;
        const qsizetype slash = name.indexOf(QLatin1Char('/'));
        const bool repeatsPrefix =
            slash > 0 && m_state.catalog.findByPrefix(QStringView(name).left(slash)) == provider;
        addProvider(*provider, repeatsPrefix ? name.mid(slash + 1) : name, name, pinnedAccount);
        return true;
    }

    bool addPrefixed(const QString &name, const QString &pinnedAccount)
    {
        const qsizetype slash = name.indexOf(QLatin1Char('/'));
        if (slash <= 0 || slash + 1 == name.size())
            return false;
        const catalog::Provider *provider =
            m_state.catalog.findByPrefix(QStringView(name).left(slash));
        if (!provider)
            return false;
        addProvider(*provider, name.mid(slash + 1), name, pinnedAccount);
        return true;
    }

    /// A bare name is clear when accounts in use offer it; they are taken in tier order.
    bool addBare(const QString &name, const QString &pinnedAccount)
    {
        const QByteArray id = name.toUtf8();
        QList<const catalog::Provider *> offering;
        for (const auth::Account &account : m_state.accounts) {
            const catalog::Provider *provider = m_state.catalog.find(account.provider);
            if (!provider || offering.contains(provider))
                continue;
            const auto &models = modelsOf(account, *provider);
            if (std::any_of(models.begin(), models.end(),
                            [&](const catalog::Model &model) { return model.id == id; }))
                offering.append(provider);
        }
        std::stable_sort(offering.begin(), offering.end(),
                         [](const auto *a, const auto *b) { return a->tier < b->tier; });
        for (const catalog::Provider *provider : offering)
            addProvider(*provider, name, name, pinnedAccount);
        return !offering.isEmpty();
    }

    void addProvider(const catalog::Provider &provider, const QString &model, const QString &step,
                     const QString &pinnedAccount)
    {
        const QByteArray id = model.toUtf8();
        Candidate base{.target = {.provider = provider.id, .model = id}, .step = step};
        bool hasAccount = false;
        for (const auth::Account &account : m_state.accounts) {
            if (account.provider != provider.id)
                continue;
            if (!pinnedAccount.isEmpty() && account.id.text() != pinnedAccount)
                continue;
            if (!m_wish.forcedAccount.isEmpty() && account.id.text() != m_wish.forcedAccount &&
                account.name != m_wish.forcedAccount)
                continue;
            hasAccount = true;
            Candidate candidate = base;
            candidate.target.account = account.id;
            candidate.accountName = account.name;
            judge(candidate, account, provider);
            m_plan.candidates.append(candidate);
        }
        if (!hasAccount) {
            base.skipped = QStringLiteral("no_account");
            m_plan.candidates.append(base);
        }
    }

    void judge(Candidate &candidate, const auth::Account &account,
               const catalog::Provider &provider) const
    {
        if (!provider.format) {
            candidate.skipped = QStringLiteral("no_format");
            return;
        }
        if (account.isPaused) {
            candidate.skipped = QStringLiteral("paused");
            return;
        }
        candidate.skipped = m_state.secretTrouble ? m_state.secretTrouble(account) : QString();
        if (!candidate.skipped.isEmpty())
            return;
        const catalog::Model *model = modelOf(account, provider, candidate.target.model);
        if (!model && !provider.passesUnknownModels) {
            candidate.skipped = QStringLiteral("unknown_model");
            return;
        }
        if (const auto rest = m_state.cooldowns.resting(account.id, candidate.target.model)) {
            candidate.skipped = QStringLiteral("cooling");
            candidate.until = rest->until;
            candidate.coolingReason = rest->reason;
            return;
        }
        if (model)
            candidate.skipped = shortcoming(*model);
    }

    /// What the model cannot do as far as the catalog knows; a list without entries says nothing.
    QString shortcoming(const catalog::Model &model) const
    {
        const auto lacks = [&](bool wanted, QLatin1String capability) {
            return wanted && !model.capabilities.isEmpty() &&
                   !model.capabilities.contains(capability);
        };
        if (model.contextWindow && m_wish.inputTokens > *model.contextWindow)
            return QStringLiteral("context_too_small");
        if (lacks(m_wish.needsTools, QLatin1String("tools")))
            return QStringLiteral("no_tools");
        if (lacks(m_wish.needsImages, QLatin1String("vision")))
            return QStringLiteral("no_images");
        return {};
    }

    base::Result<void> unknown(const QString &name) const
    {
        if (!m_wish.forcedProvider.isEmpty())
            return base::fail(
                ErrorCode::NotFound,
                QStringLiteral("there is no provider \"%1\"").arg(m_wish.forcedProvider));
        const QStringList near = base::nearMatches(name, modelIds(m_state));
        const QString hint =
            near.isEmpty()
                ? QStringLiteral("GET /v1/models lists what can be asked for; add an account first "
                                 "if it is empty")
                : QStringLiteral("did you mean %1?").arg(near.join(QStringLiteral(", ")));
        return base::fail(
            ErrorCode::NotFound,
            QStringLiteral("no model, alias or combo is called \"%1\"; %2").arg(name, hint));
    }

    /// Sizes are estimates and capabilities may be out of date: when they rule out everything,
    /// nothing is ruled out.
    base::Result<Plan> finish()
    {
        static const QStringList soft{QStringLiteral("context_too_small"),
                                      QStringLiteral("no_tools"), QStringLiteral("no_images")};
        const bool anyLeft =
            std::any_of(m_plan.candidates.begin(), m_plan.candidates.end(),
                        [](const Candidate &candidate) { return candidate.skipped.isEmpty(); });
        if (!anyLeft) {
            for (Candidate &candidate : m_plan.candidates) {
                if (soft.contains(candidate.skipped))
                    candidate.skipped.clear();
            }
        }
        return std::move(m_plan);
    }

    const Wish &m_wish;
    const State &m_state;
    Plan m_plan;
};

} // namespace

base::Result<Plan> plan(const Wish &wish, const State &state)
{
    Planner planner(wish, state);
    // The tray's "Combo for new requests" takes what names no combo of its own.
    const bool namesCombo =
        std::any_of(state.combos.begin(), state.combos.end(),
                    [&](const Combo &combo) { return combo.name == wish.model; });
    if (!namesCombo && !state.activeCombo.isEmpty() && wish.forcedProvider.isEmpty()) {
        for (const Combo &combo : state.combos) {
            if (combo.name == state.activeCombo)
                return planner.byCombo(combo);
        }
    }
    return planner.byName(wish.model);
}

base::Result<Plan> planCombo(const Combo &combo, const Wish &wish, const State &state)
{
    if (auto good = checkCombo(combo); !good)
        return base::fail(good.error());
    return Planner(wish, state).byCombo(combo);
}

QStringList modelIds(const State &state)
{
    QStringList ids;
    for (const Combo &combo : state.combos)
        ids.append(combo.name);
    QStringList models;
    for (const auth::Account &account : state.accounts) {
        const catalog::Provider *provider = state.catalog.find(account.provider);
        if (!provider || account.isPaused || !provider->format)
            continue;
        for (const catalog::Model &model : modelsOf(account, *provider))
            models.append(provider->prefix + QLatin1Char('/') + QString::fromUtf8(model.id));
    }
    models.removeDuplicates();
    return ids + models;
}

} // namespace omni::route
