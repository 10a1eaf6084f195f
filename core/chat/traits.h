// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace omni::chat {

/// What an upstream (or one of its models) can and cannot do. Comes from the catalog; codecs know
/// no provider by name. The defaults describe the format's own vendor.
struct Traits
{
    bool developerRole = true; ///< else developer → system
    bool systemRole = true;    ///< else system → first user message
    bool streamUsage = true;   ///< `stream_options.include_usage` may be sent
    bool maxCompletionTokens =
        false;            ///< OpenAI reasoning models: `max_completion_tokens`, else `max_tokens`
    bool sampling = true; ///< temperature, top_p, penalties are accepted
    bool reasoningEffort = true; ///< `reasoning_effort` may be sent
    bool reasoningInHistory =
        false; ///< DeepSeek, Moonshot: `reasoning_content` goes back in tool loops
    bool adaptiveThinking = false; ///< Anthropic: `thinking:{type:adaptive}` instead of a budget
    bool structuredOutput = true;  ///< native JSON schema; else the tool trick or an instruction
    bool cacheMarks = false;      ///< OpenAI-style upstream that takes `cache_control` (OpenRouter)
    bool toolResultMedia = false; ///< Chat upstream that takes images in tool messages
    bool freeFormTools = false;   ///< Chat upstream that knows OpenAI's `custom` tools
    bool parallelToolCalls = true;        ///< the switch may be sent
    bool toolChoiceRequiredIsAny = false; ///< Mistral says `any` for `required`
    bool fullSchemas = true;     ///< Gemini: whole JSON schemas are taken; else a cleaned subset
    bool toolsAlone = false;     ///< Gemini 2: no built-in tool and no schema beside functions
    bool validatedTools = false; ///< Antigravity: calls are checked, no schema may be empty
    /// Gemini 3: the `thinkingLevel`s it knows, weakest first, as a comma list; its tool calls must
    /// come back with their signatures. Empty = thinking is a budget.
    QByteArray thinkingLevels;
    qint64 minThinkingBudget = 0; ///< Gemini 2.5 Pro cannot think less
    int toolCallIdLength = 0;     ///< Mistral: 9; 0 = free
    int maxCacheMarks = 4;
    std::optional<qint64>
        maxOutputTokens;         ///< the model's limit, used where the format demands a value
    bool remoteMedia = true;     ///< the upstream fetches URLs of images and files itself
    bool storesResponses = true; ///< Responses upstream that keeps conversations for their ids
    /// Responses upstreams that demand `instructions`: sent when the client has none.
    QByteArray defaultInstructions;
    /// Comma list of the `service_tier` values the upstream takes; empty = all.
    QByteArray serviceTiers;
    QByteArray extraBody;     ///< JSON object text merged into every request
    QByteArray refusedFields; ///< comma list of top-level fields the upstream refuses
    bool operator==(const Traits &) const = default;
};

} // namespace omni::chat
