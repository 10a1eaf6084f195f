// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/chat/request.h"
#include "core/chat/usage.h"

namespace omni::chat {

enum class FinishReason
{
    Unknown,
    Stop,
    StopSequence,
    Length,
    ToolCalls,
    ContentFilter,
    Pause,
    Error
};

/// A whole answer. `choices` holds one message for almost every request; more only for `n > 1`.
struct Choice
{
    Message message;
    FinishReason finish = FinishReason::Unknown;
    QByteArray stopSequence;
    base::Json logprobs; ///< as OpenAI writes them
    Extensions extensions;
    bool operator==(const Choice &) const = default;
};

struct ChatResponse
{
    QByteArray id;
    QByteArray model;
    std::optional<qint64> createdSeconds;
    std::vector<Choice> choices;
    Usage usage;
    QByteArray serviceTier;
    Extensions extensions;
    bool operator==(const ChatResponse &) const = default;
};

} // namespace omni::chat
