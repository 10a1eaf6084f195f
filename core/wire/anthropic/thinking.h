// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/anthropic/conversation.h"

namespace omni::wire::anthropic {

/// How much a request lets the model think, in the words the model takes, and the output limit
/// that has to leave room for it.
struct ThinkingPlan
{
    enum class Mode
    {
        Unsaid,
        Disabled,
        Manual,
        Adaptive
    };
    Mode mode = Mode::Unsaid;
    qint64 budget = 0;
    QByteArray effort; ///< `output_config.effort`; may stand without any thinking
    QByteArray display;
    qint64 maxTokens = 0;

    [[nodiscard]] bool isOn() const { return mode == Mode::Manual || mode == Mode::Adaptive; }
};

[[nodiscard]] ThinkingPlan planThinking(const chat::ChatRequest &request, const Traits &traits,
                                        const Conversation &conversation, Losses &losses);

} // namespace omni::wire::anthropic
