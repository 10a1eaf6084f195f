// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/thinking.h"

#include "core/wire/effort.h"
#include "core/wire/gemini/words.h"

#include <array>

namespace omni::wire::gemini {

using base::Json;
using chat::ReasoningWish;

namespace {

constexpr qint64 MaxBudget = 32768;
constexpr qint64 MinimalBudget = 512;

/// From weak to strong. Above the strongest a model has, its strongest is taken.
constexpr std::array Ladder{"minimal", "low", "medium", "high"};

qsizetype rungOf(QByteArrayView level)
{
    const auto found = std::find(Ladder.begin(), Ladder.end(), level);
    return found == Ladder.end() ? qsizetype(Ladder.size()) - 1 : found - Ladder.begin();
}

/// The weakest of the model's levels that is no weaker than the wish.
QByteArray levelFor(const QByteArray &effort, const QByteArray &known)
{
    const QByteArrayList levels = known.split(',');
    for (const QByteArray &level : levels) {
        if (rungOf(level.trimmed()) >= rungOf(effort))
            return level.trimmed();
    }
    return levels.last().trimmed();
}

void setLevel(Json &config, const ReasoningWish &wish, const Traits &traits, Losses &losses)
{
    if (isOff(wish)) {
        config.set("thinkingLevel", traits.thinkingLevels.split(',').first().trimmed());
        losses.append(Loss{"thinking", "the model cannot do without: its lowest level was set"});
        return;
    }
    const QByteArray effort = effortOf(wish);
    if (effort.isEmpty())
        return;
    const QByteArray level = levelFor(effort, traits.thinkingLevels);
    config.set("thinkingLevel", level);
    if (wish.budget)
        losses.append(Loss{"thinking.budget", "the model takes levels: " + level + " was set"});
    else if (level != effort)
        losses.append(Loss{"thinking.effort", "the model has no " + effort + ": " + level});
}

void setBudget(Json &config, const ReasoningWish &wish, const Traits &traits)
{
    if (wish.adaptive && wish.effort.isEmpty() && !wish.budget) {
        config.set("thinkingBudget", -1);
        return;
    }
    auto budget = budgetOf(wish);
    if (!budget)
        return;
    if (!wish.budget && wish.effort == "minimal")
        budget = MinimalBudget;
    if (*budget >= 0)
        budget = std::clamp(*budget, traits.minThinkingBudget, MaxBudget);
    config.set("thinkingBudget", *budget);
}

} // namespace

Json planThinking(const chat::ChatRequest &request, const Traits &traits, Losses &losses)
{
    const ReasoningWish &wish = request.reasoning;
    if (wish.isEmpty())
        return request.extensions.of(Mine)["generationConfig"]["thinkingConfig"];
    if (!traits.reasoningEffort) {
        losses.append(Loss{"thinking", "the model has no thinking to control"});
        return {};
    }
    Json config = Json::object();
    // Others show what the model thought unless they are told not to; this API must be asked.
    const bool shown = wish.includeThoughts.value_or(wish.display != "omitted");
    if (!isOff(wish))
        config.set("includeThoughts", shown);
    if (traits.thinkingLevels.isEmpty())
        setBudget(config, wish, traits);
    else
        setLevel(config, wish, traits, losses);
    addMissing(config, request.extensions.of(Mine)["generationConfig"]["thinkingConfig"]);
    return config;
}

} // namespace omni::wire::gemini
