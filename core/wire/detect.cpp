// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/detect.h"

#include "core/base/json.h"
#include "core/net/framereader.h"

#include <algorithm>
#include <array>

namespace omni::wire {

using base::Json;
using chat::Format;

namespace {

template<size_t N>
bool hasAny(const Json &object, const std::array<const char *, N> &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&object](const char *name) { return object.contains(name); });
}

/// True for some member of some item of a list in `content` of some message.
template<typename Test>
bool anyBlock(const Json &messages, Test test)
{
    for (const Json &message : messages.items()) {
        const auto &blocks = message["content"].items();
        if (std::any_of(blocks.begin(), blocks.end(), test))
            return true;
    }
    return false;
}

bool isConverse(const Json &body)
{
    constexpr std::array Own{"inferenceConfig", "toolConfig", "additionalModelRequestFields",
                             "guardrailConfig"};
    // Its blocks are named by their member, not by a type.
    return hasAny(body, Own) || anyBlock(body["messages"], [](const Json &block) {
               return block.isObject() && !block.contains("type");
           });
}

/// A content block that OpenAI has not, or has in another form.
bool isAnthropicBlock(const Json &block)
{
    constexpr std::array<QByteArrayView, 7> Types{
        "tool_use", "tool_result",     "redacted_thinking", "document",
        "image",    "server_tool_use", "search_result"};
    const QByteArray &type = block["type"].toBytes();
    return block.contains("cache_control") ||
           (type == "thinking" && block["thinking"].isString()) ||
           std::find(Types.begin(), Types.end(), type) != Types.end();
}

bool isAnthropic(const Json &body)
{
    constexpr std::array Own{"system",        "stop_sequences",     "anthropic_version",
                             "mcp_servers",   "context_management", "anthropic_beta",
                             "output_config", "output_format",      "inference_geo",
                             "cache_control", "container",          "betas",
                             "top_k"};
    const Json &tool = body["tools"].at(0);
    const Json &thinking = body["thinking"];
    const QByteArray &choice = body["tool_choice"]["type"].toBytes();
    return hasAny(body, Own) || tool.contains("input_schema") ||
           (tool.contains("name") && tool.contains("type")) || choice == "any" ||
           choice == "tool" || choice == "auto" || thinking.contains("budget_tokens") ||
           thinking["type"].toBytes() == "adaptive" || body["metadata"].contains("user_id") ||
           anyBlock(body["messages"], isAnthropicBlock);
}

bool isOllama(const Json &body)
{
    constexpr std::array Own{"options", "keep_alive", "think", "format"};
    if (hasAny(body, Own))
        return true;
    for (const Json &message : body["messages"].items()) {
        const Json &call = message["tool_calls"].at(0);
        if (message.contains("images") || message.contains("tool_name") ||
            call["function"]["arguments"].isObject())
            return true;
    }
    return false;
}

/// Said in no other format's messages.
bool isOpenAiChat(const Json &body)
{
    constexpr std::array Own{"response_format",  "stream_options", "max_completion_tokens",
                             "reasoning_effort", "logit_bias",     "modalities"};
    if (hasAny(body, Own) || body["tools"].at(0)["function"].isObject())
        return true;
    for (const Json &message : body["messages"].items()) {
        const QByteArray &role = message["role"].toBytes();
        if (role == "developer" || message.contains("tool_call_id"))
            return true;
    }
    return false;
}

std::optional<Format> requestFormat(const Json &body)
{
    if (body.contains("conversationState"))
        return Format::Kiro;
    if (body["request"].contains("contents"))
        return Format::CodeAssist;
    if (body.contains("contents") || body.contains("generateContentRequest"))
        return Format::Gemini;
    if (body["messages"].isArray()) {
        if (isConverse(body))
            return Format::BedrockConverse;
        if (isOllama(body))
            return Format::Ollama;
        if (isOpenAiChat(body))
            return Format::OpenAiChat;
        return isAnthropic(body) ? Format::Anthropic : Format::OpenAiChat;
    }
    // Answers repeat the request.
    const bool isResponse = body["object"].toBytes().startsWith("response");
    if (!isResponse && (body.contains("input") || body.contains("previous_response_id")))
        return Format::OpenAiResponses;
    // Some answers repeat the prompt.
    if (body.contains("prompt") && !body.contains("choices"))
        return isOllama(body) || body.contains("raw") ? Format::Ollama : Format::OpenAiCompletions;
    return std::nullopt;
}

/// Of a whole answer, or of one event of a stream.
std::optional<Format> answerFormat(const Json &body)
{
    constexpr std::array GeminiOwn{"candidates", "promptFeedback", "usageMetadata", "totalTokens"};
    const Json &choice = body["choices"].at(0);
    const QByteArray &type = body["type"].toBytes();
    const QByteArray &object = body["object"].toBytes();
    if (hasAny(body["response"], GeminiOwn))
        return Format::CodeAssist;
    if (hasAny(body, GeminiOwn))
        return Format::Gemini;
    if (object == "response" || object.startsWith("response.") || type.startsWith("response."))
        return Format::OpenAiResponses;
    // Some chat servers call their objects so, too; one vendor writes a full stop.
    if ((object == "text_completion" || object == "text.completion") &&
        !choice.contains("message") && !choice.contains("delta"))
        return Format::OpenAiCompletions;
    if (body.contains("choices") || object.startsWith("chat.completion"))
        return Format::OpenAiChat;
    if ((type == "message" && body["role"].toBytes() == "assistant") || type == "message_start" ||
        type == "error" || type.startsWith("content_block_") || type == "ping" ||
        body.contains("input_tokens"))
        return Format::Anthropic;
    if (body.contains("done") || body["error"].isString())
        return Format::Ollama;
    if (body["output"].contains("message") && body.contains("stopReason"))
        return Format::BedrockConverse;
    if (body["error"]["status"].isString())
        return Format::Gemini;
    if (body["error"].isObject())
        return Format::OpenAiChat;
    return std::nullopt;
}

/// Binary streams tell themselves apart by the names in their first message.
std::optional<Format> binaryFormat(QByteArrayView body)
{
    constexpr qsizetype HeadBytes = 512;
    const QByteArrayView head = body.first(std::min(body.size(), HeadBytes));
    if (!head.contains(":event-type") && !head.contains(":exception-type")) {
        // Flags, then a length of four bytes that the body has.
        return body.size() >= 5 && uchar(body.front()) <= 3 ? std::optional(Format::Cursor)
                                                            : std::nullopt;
    }
    const bool isConverse = head.contains("messageStart") || head.contains("contentBlockDelta");
    return isConverse ? Format::BedrockConverse : Format::Kiro;
}

std::optional<Detected> detectStream(QByteArrayView body, net::Framing framing)
{
    const auto reader = net::makeFrameReader(framing);
    QList<net::Frame> frames = reader->feed(body);
    frames += reader->finish();
    for (const net::Frame &frame : frames) {
        const auto json = Json::parse(frame.data);
        const auto format = json ? answerFormat(*json) : std::nullopt;
        if (format)
            return Detected{*format, BodyUse::Stream};
    }
    return std::nullopt;
}

std::optional<Detected> detectJson(const Json &json)
{
    if (const auto format = requestFormat(json))
        return Detected{*format, BodyUse::Request};
    if (const auto format = answerFormat(json)) {
        const bool isEvent = json["object"].toBytes() == "chat.completion.chunk" ||
                             json["type"].toBytes() == "message_start";
        return Detected{*format, isEvent ? BodyUse::Stream : BodyUse::Response};
    }
    return std::nullopt;
}

} // namespace

std::optional<Detected> detectFormat(QByteArrayView body)
{
    const QByteArrayView text = body.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (uchar(body.front()) < ' ' && !body.startsWith('\n') && !body.startsWith('\r') &&
        !body.startsWith('\t')) {
        const auto format = binaryFormat(body);
        return format ? std::optional(Detected{*format, BodyUse::Stream}) : std::nullopt;
    }
    if (text.startsWith('{')) {
        if (const auto json = Json::parse(text))
            return detectJson(*json);
        return detectStream(text, net::Framing::Ndjson);
    }
    if (text.startsWith('[')) {
        const auto list = Json::parse(text);
        const auto format = list ? answerFormat(list->at(0)) : std::nullopt;
        return format ? std::optional(Detected{*format, BodyUse::Stream}) : std::nullopt;
    }
    return detectStream(text, net::Framing::Sse);
}

} // namespace omni::wire
