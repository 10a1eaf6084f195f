// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"

namespace omni::chat {

enum class Role
{
    System,
    Developer,
    User,
    Assistant,
    Tool
};

/// System prompts stand in the list where they were said. Tool results are parts of a `Tool`
/// message.
struct Message
{
    Role role = Role::User;
    std::vector<Part> parts;
    QByteArray name; ///< OpenAI `name`
    QByteArray id;   ///< OpenAI Responses item id (`msg_…`)
    Extensions extensions;
    bool operator==(const Message &) const = default;
};

enum class ToolKind
{
    Function,
    FreeForm,
    BuiltIn
};

struct ToolSpec
{
    ToolKind kind = ToolKind::Function;
    QByteArray name;
    QByteArray nameSpace;
    QByteArray description;
    base::Json parameters; ///< JSON schema as written; null when absent
    std::optional<bool> strict;
    base::Json grammar; ///< of a free-form tool, as OpenAI writes it
    base::Json builtIn; ///< the whole declaration of a provider's own tool
    std::optional<Format> builtInFormat;
    std::optional<CacheMark> cache;
    Extensions extensions;
    bool operator==(const ToolSpec &) const = default;
};

struct ToolChoice
{
    enum class Mode
    {
        Unset,
        Auto,
        None,
        Any,
        Named,
        Allowed
    };
    Mode mode = Mode::Unset;
    /// One name for `Named`; several for `Allowed`, where `required` tells "any of" from "auto
    /// among".
    std::vector<QByteArray> names;
    bool required = false;
    bool operator==(const ToolChoice &) const = default;
};

/// Numbers are JSON text as the client wrote them (`0.70` stays `0.70`); empty = not given.
struct Sampling
{
    QByteArray temperature;
    QByteArray topP;
    QByteArray topK;
    QByteArray minP;
    QByteArray frequencyPenalty;
    QByteArray presencePenalty;
    QByteArray seed;
    std::optional<bool> logprobs;
    std::optional<int> topLogprobs;
    std::optional<int> count; ///< `n`, candidates
    std::vector<QByteArray> stop;
    bool operator==(const Sampling &) const = default;
};

/// How much the model may think. At most one of level, budget and adaptive is what the client said;
/// codecs derive the others by translation.md §2.7.
struct ReasoningWish
{
    QByteArray effort; ///< none, minimal, low, medium, high, xhigh, max; empty = not said
    std::optional<qint64> budget; ///< tokens; -1 = the model decides, 0 = off
    bool adaptive = false;
    std::optional<bool> includeThoughts;
    QByteArray summary; ///< OpenAI: auto, concise, detailed
    QByteArray display; ///< Anthropic: summarized, omitted
    bool operator==(const ReasoningWish &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == ReasoningWish(); }
};

struct ResponseShape
{
    enum class Kind
    {
        Unset,
        Text,
        JsonObject,
        JsonSchema
    };
    Kind kind = Kind::Unset;
    QByteArray name;
    QByteArray description;
    base::Json schema;
    std::optional<bool> strict;
    Extensions extensions;
    bool operator==(const ResponseShape &) const = default;
};

/// A request for one answer of a chat model, in no vendor's words.
struct ChatRequest
{
    QByteArray model;
    /// The dialect it was written in, where its encoders must tell "as the client wrote it" from
    /// "as another vendor means it".
    std::optional<Format> origin;
    std::vector<Message> messages;
    std::vector<ToolSpec> tools;
    ToolChoice toolChoice;
    std::optional<bool> parallelToolCalls;
    Sampling sampling;
    std::optional<qint64> maxOutputTokens;
    ReasoningWish reasoning;
    ResponseShape shape;
    bool stream = false;
    /// The client asked for usage in the stream (OpenAI `stream_options.include_usage`).
    bool includeUsage = false;
    QByteArray userId;
    base::Json metadata;
    QByteArray serviceTier;
    QByteArray cacheKey;
    QByteArray verbosity;
    std::optional<bool> store;
    QByteArray previousResponseId;
    /// Top-level `cache_control` (Anthropic's automatic caching).
    std::optional<CacheMark> cache;
    Extensions extensions;
    bool operator==(const ChatRequest &) const = default;
};

} // namespace omni::chat
