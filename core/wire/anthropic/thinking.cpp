// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/thinking.h"

#include "core/wire/anthropic/words.h"
#include "core/wire/effort.h"

namespace omni::wire::anthropic {

using chat::ChatRequest;
using chat::ReasoningWish;
using Mode = ThinkingPlan::Mode;

namespace {

constexpr qint64 DefaultMaxTokens = 8192;
constexpr qint64 SmallestBudget = 1024;
/// What is left for the answer itself when the model's limit makes the budget shrink.
constexpr qint64 SmallestAnswer = 1024;
constexpr char MediumEffort[] = "medium";

/// The levels of `output_config.effort`; `xhigh` is refused by most models.
QByteArray adaptiveEffort(const QByteArray &effort)
{
    if (effort == "minimal")
        return "low";
    if (effort == "xhigh")
        return "high";
    return effort;
}

/// An effort as this vendor's own client wrote it, which is no wish for thinking by itself.
QByteArray ownEffort(const ChatRequest &request)
{
    const QByteArray &written = request.extensions.of(Mine)["output_config"]["effort"].toBytes();
    return written == request.reasoning.effort ? written : QByteArray();
}

/// The last tool call's turn must begin with thinking while manual thinking is on; a turn that
/// another vendor's model made cannot.
bool toolLoopForbidsThinking(const Conversation &conversation)
{
    const auto &turns = conversation.turns;
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        if (turn->role != chat::Role::Assistant)
            continue;
        const bool calls =
            std::any_of(turn->parts.begin(), turn->parts.end(),
                        [](const chat::Part &part) { return part.as<chat::ToolCallPart>(); });
        return calls && !turn->parts.front().as<chat::ReasoningPart>();
    }
    return false;
}

void chooseMode(ThinkingPlan &plan, const ChatRequest &request, const Traits &traits,
                Losses &losses)
{
    const ReasoningWish &wish = request.reasoning;
    const QByteArray own = ownEffort(request);
    if (isOff(wish)) {
        plan.mode = Mode::Disabled;
    } else if (traits.adaptiveThinking) {
        const bool wanted = wish.adaptive || wish.budget || own.isEmpty();
        plan.mode = wanted ? Mode::Adaptive : Mode::Unsaid;
        plan.effort = own.isEmpty() ? adaptiveEffort(effortOf(wish)) : own;
        if (wish.budget && *wish.budget > 0)
            losses.append(Loss{"thinking.budget_tokens", "the model weighs its thinking itself"});
    } else if (!own.isEmpty() && !wish.adaptive) {
        plan.effort = own;
        plan.mode = wish.budget ? Mode::Manual : Mode::Unsaid;
        plan.budget = wish.budget.value_or(0);
    } else {
        ReasoningWish counted = wish;
        if (counted.effort.isEmpty() && counted.budget.value_or(-1) < 0) {
            counted.effort = MediumEffort;
            counted.budget.reset();
        }
        if (const auto budget = budgetOf(counted)) {
            plan.mode = Mode::Manual;
            plan.budget = std::max(*budget, SmallestBudget);
        }
        if (wish.adaptive)
            losses.append(Loss{"thinking.type", "the model takes a budget: one was set"});
    }
    plan.display = wish.display;
}

/// `max_tokens` counts the thinking too and must exceed the budget.
void makeRoom(ThinkingPlan &plan, const ChatRequest &request, const Traits &traits, Losses &losses)
{
    const auto limit = traits.maxOutputTokens;
    plan.maxTokens = request.maxOutputTokens.value_or(limit.value_or(DefaultMaxTokens));
    if (plan.mode == Mode::Manual && plan.maxTokens <= plan.budget)
        plan.maxTokens += plan.budget;
    if (!limit || plan.maxTokens <= *limit)
        return;
    plan.maxTokens = *limit;
    if (request.maxOutputTokens && *request.maxOutputTokens > *limit)
        losses.append(Loss{"max_tokens", "more than the model can write: its limit was set"});
    if (plan.mode != Mode::Manual || plan.budget < *limit)
        return;
    plan.budget = *limit - std::min(SmallestAnswer, *limit / 2);
    losses.append(Loss{"thinking.budget_tokens", "more than the model can write: it was cut"});
    if (plan.budget < SmallestBudget) {
        plan.mode = Mode::Unsaid;
        losses.append(Loss{"thinking", "the output limit leaves no room for thinking"});
    }
}

} // namespace

ThinkingPlan planThinking(const ChatRequest &request, const Traits &traits,
                          const Conversation &conversation, Losses &losses)
{
    ThinkingPlan plan;
    if (!request.reasoning.isEmpty() && !traits.reasoningEffort)
        losses.append(Loss{"thinking", "the model has no thinking to control"});
    else if (!request.reasoning.isEmpty())
        chooseMode(plan, request, traits, losses);
    if (plan.mode == Mode::Manual && toolLoopForbidsThinking(conversation)) {
        plan.mode = Mode::Unsaid;
        losses.append(Loss{"thinking",
                           "off for this turn: its tool calls were made by another model "
                           "and hold no thinking of this one"});
    }
    makeRoom(plan, request, traits, losses);
    return plan;
}

} // namespace omni::wire::anthropic
