// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/chatjson.h"

#include <array>

namespace omni::wire {

using base::Json;

namespace {

constexpr std::array Roles{"system", "developer", "user", "assistant", "tool"};
constexpr std::array MediaKinds{"image", "file", "audio", "video"};
constexpr std::array ToolKinds{"function", "free_form", "built_in"};
constexpr std::array ChoiceModes{"unset", "auto", "none", "any", "named", "allowed"};
constexpr std::array Shapes{"unset", "text", "json_object", "json_schema"};

/// Members that are only written when they say something.
class Sparse
{
public:
    explicit Sparse(Json object = Json::object())
        : m_object(std::move(object))
    {}

    Sparse &text(const char *name, const QByteArray &value)
    {
        if (!value.isEmpty())
            m_object.set(name, Json(value));
        return *this;
    }
    /// JSON text as it was written.
    Sparse &number(const char *name, const QByteArray &value)
    {
        if (!value.isEmpty())
            m_object.set(name, Json::number(value));
        return *this;
    }
    template<typename T>
    Sparse &value(const char *name, const std::optional<T> &value)
    {
        if (value)
            m_object.set(name, Json(*value));
        return *this;
    }
    Sparse &flag(const char *name, bool value)
    {
        if (value)
            m_object.set(name, Json(true));
        return *this;
    }
    Sparse &json(const char *name, const Json &value)
    {
        if (!value.isNull() && !(value.isArray() && value.size() == 0) &&
            !(value.isObject() && value.size() == 0))
            m_object.set(name, value);
        return *this;
    }
    Sparse &format(const char *name, const std::optional<chat::Format> &value)
    {
        return text(name, value ? chat::formatName(*value) : QByteArray());
    }
    Sparse &extensions(const chat::Extensions &all)
    {
        Json object;
        for (const auto &[format, fields] : all.objects)
            object.set(chat::formatName(format), fields);
        return json("extensions", object);
    }
    Sparse &cache(const std::optional<chat::CacheMark> &mark)
    {
        if (mark)
            m_object.set("cache", Json(mark->ttl.isEmpty() ? QByteArray("default") : mark->ttl));
        return *this;
    }

    [[nodiscard]] Json done() { return std::move(m_object); }

private:
    Json m_object;
};

Json texts(const std::vector<QByteArray> &list)
{
    Json array = Json::array();
    for (const QByteArray &text : list)
        array.append(Json(text));
    return array;
}

Json partsJson(const std::vector<chat::Part> &parts)
{
    Json list = Json::array();
    for (const chat::Part &part : parts)
        list.append(chatJson(part));
    return list;
}

Sparse kind(const char *name)
{
    return Sparse(Json::object({{"kind", name}}));
}

Json bodyJson(const chat::TextPart &part)
{
    return Sparse(Json::object({{"kind", "text"}, {"text", Json(part.text)}}))
        .json("citations", part.citations)
        .format("citations_format", part.citationsFormat)
        .done();
}

Json bodyJson(const chat::MediaPart &part)
{
    return kind(MediaKinds.at(size_t(part.kind)))
        .text("media_type", part.mediaType)
        .text("url", part.url)
        .text("file_id", part.fileId)
        .text("file_name", part.fileName)
        .text("detail", part.detail)
        .text("text", part.text)
        .text("data", part.data)
        .done();
}

Json bodyJson(const chat::ReasoningPart &part)
{
    return kind("reasoning")
        .text("id", part.id)
        .text("text", part.text)
        .json("summary", texts(part.summary))
        .text("signature", part.signature)
        .text("encrypted", part.encrypted)
        .format("origin", part.origin)
        .done();
}

Json bodyJson(const chat::ToolCallPart &part)
{
    return kind("tool_call")
        .text("id", part.id)
        .text("item_id", part.itemId)
        .text("name", part.name)
        .text("name_space", part.nameSpace)
        .text("arguments", part.arguments)
        .flag("free_form", part.isFreeForm)
        .text("signature", part.signature)
        .format("signature_origin", part.signatureOrigin)
        .done();
}

Json bodyJson(const chat::ToolResultPart &part)
{
    return kind("tool_result")
        .text("call_id", part.callId)
        .text("name", part.name)
        .json("content", partsJson(part.content))
        .flag("error", part.isError)
        .flag("free_form", part.isFreeForm)
        .done();
}

Json bodyJson(const chat::RefusalPart &part)
{
    return kind("refusal").text("text", part.text).done();
}

Json bodyJson(const chat::OpaquePart &part)
{
    return kind("opaque").format("format", part.format).json("json", part.json).done();
}

Json messageJson(const chat::Message &message)
{
    return Sparse(Json::object({{"role", Roles.at(size_t(message.role))}}))
        .text("id", message.id)
        .text("name", message.name)
        .json("parts", partsJson(message.parts))
        .extensions(message.extensions)
        .done();
}

Json toolJson(const chat::ToolSpec &tool)
{
    return kind(ToolKinds.at(size_t(tool.kind)))
        .text("name", tool.name)
        .text("name_space", tool.nameSpace)
        .text("description", tool.description)
        .json("parameters", tool.parameters)
        .value("strict", tool.strict)
        .json("grammar", tool.grammar)
        .json("built_in", tool.builtIn)
        .format("built_in_format", tool.builtInFormat)
        .cache(tool.cache)
        .extensions(tool.extensions)
        .done();
}

Json choiceJson(const chat::ToolChoice &choice)
{
    if (choice.mode == chat::ToolChoice::Mode::Unset)
        return {};
    return Sparse(Json::object({{"mode", ChoiceModes.at(size_t(choice.mode))}}))
        .json("names", texts(choice.names))
        .flag("required", choice.required)
        .done();
}

Json samplingJson(const chat::Sampling &sampling)
{
    return Sparse()
        .number("temperature", sampling.temperature)
        .number("top_p", sampling.topP)
        .number("top_k", sampling.topK)
        .number("min_p", sampling.minP)
        .number("frequency_penalty", sampling.frequencyPenalty)
        .number("presence_penalty", sampling.presencePenalty)
        .number("seed", sampling.seed)
        .value("logprobs", sampling.logprobs)
        .value("top_logprobs", sampling.topLogprobs)
        .value("count", sampling.count)
        .json("stop", texts(sampling.stop))
        .done();
}

Json reasoningJson(const chat::ReasoningWish &wish)
{
    return Sparse()
        .text("effort", wish.effort)
        .value("budget", wish.budget)
        .flag("adaptive", wish.adaptive)
        .value("include_thoughts", wish.includeThoughts)
        .text("summary", wish.summary)
        .text("display", wish.display)
        .done();
}

Json shapeJson(const chat::ResponseShape &shape)
{
    if (shape.kind == chat::ResponseShape::Kind::Unset)
        return {};
    return kind(Shapes.at(size_t(shape.kind)))
        .text("name", shape.name)
        .text("description", shape.description)
        .json("schema", shape.schema)
        .value("strict", shape.strict)
        .done();
}

} // namespace

Json chatJson(const chat::Part &part)
{
    Json body = std::visit([](const auto &value) { return bodyJson(value); }, part.body);
    return Sparse(std::move(body)).cache(part.cache).extensions(part.extensions).done();
}

Json chatJson(const chat::Usage &usage)
{
    return Sparse()
        .value("input", usage.input)
        .value("cached_read", usage.cachedRead)
        .value("cache_write", usage.cacheWrite)
        .value("cache_write_5m", usage.cacheWrite5m)
        .value("cache_write_1h", usage.cacheWrite1h)
        .value("output", usage.output)
        .value("reasoning", usage.reasoning)
        .value("audio_input", usage.audioInput)
        .value("audio_output", usage.audioOutput)
        .value("image_input", usage.imageInput)
        .value("tool_input", usage.toolInput)
        .value("accepted_prediction", usage.acceptedPrediction)
        .value("rejected_prediction", usage.rejectedPrediction)
        .value("web_searches", usage.webSearches)
        .value("total", usage.total)
        .flag("estimated", usage.isEstimated)
        .done();
}

Json chatJson(const chat::ChatRequest &request)
{
    Json messages = Json::array();
    for (const chat::Message &message : request.messages)
        messages.append(messageJson(message));
    Json tools = Json::array();
    for (const chat::ToolSpec &tool : request.tools)
        tools.append(toolJson(tool));
    return Sparse()
        .text("model", request.model)
        .json("messages", messages)
        .json("tools", tools)
        .json("tool_choice", choiceJson(request.toolChoice))
        .value("parallel_tool_calls", request.parallelToolCalls)
        .json("sampling", samplingJson(request.sampling))
        .value("max_output_tokens", request.maxOutputTokens)
        .json("reasoning", reasoningJson(request.reasoning))
        .json("shape", shapeJson(request.shape))
        .flag("stream", request.stream)
        .flag("include_usage", request.includeUsage)
        .text("user_id", request.userId)
        .json("metadata", request.metadata)
        .text("service_tier", request.serviceTier)
        .text("cache_key", request.cacheKey)
        .text("verbosity", request.verbosity)
        .value("store", request.store)
        .text("previous_response_id", request.previousResponseId)
        .cache(request.cache)
        .extensions(request.extensions)
        .done();
}

} // namespace omni::wire
