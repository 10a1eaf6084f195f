// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/response.h"

#include "core/wire/jsonout.h"
#include "core/wire/openaichat/answerpieces.h"
#include "core/wire/openaiusage.h"

#include <algorithm>

namespace omni::wire::openaichat {

using base::Json;
using base::JsonMember;
using chat::ChatResponse;
using chat::Choice;
using chat::Format;
using chat::Part;
using chat::ReasoningPart;
using chat::TextPart;
using chat::ToolCallPart;

namespace {

/// Everything of a message that Chat has one field for, gathered from its parts.
struct Gathered
{
    QByteArray text;
    QByteArray reasoning;
    QByteArray refusal;
    QByteArray reasoningField = "reasoning_content";
    Json reasoningDetails;
    Json annotations;
    std::vector<const Part *> calls;
    bool hasText = false;
};

class ResponseWriter
{
public:
    ResponseWriter(const ChatResponse &response, Losses *losses)
        : m_response(response)
        , m_losses(losses)
        , m_out(m_body)
    {}

    QByteArray write();

private:
    void choice(const Choice &choice, int index);
    Gathered gather(const std::vector<Part> &parts);
    void gatherText(const TextPart &text, Gathered &into);
    void gatherReasoning(const Part &part, const ReasoningPart &thought, Gathered &into);
    void calls(const std::vector<const Part *> &calls);
    void extensions(const chat::Extensions &extensions);
    void lost(const char *path, const char *why)
    {
        if (m_losses)
            m_losses->append(Loss{path, why});
    }

    const ChatResponse &m_response;
    Losses *m_losses;
    QByteArray m_body;
    JsonOut m_out;
};

QByteArray ResponseWriter::write()
{
    m_body.reserve(2048);
    const Json &rest = m_response.extensions.of(Format::OpenAiChat);
    m_out.beginObject();
    m_out.textMember("id", answerId(m_response.id, "0"));
    m_out.textMember("object", "chat.completion");
    m_out.key("created").number(m_response.createdSeconds.value_or(0));
    m_out.textMember("model", m_response.model);
    m_out.key("choices").beginArray();
    int index = 0;
    for (const Choice &each : m_response.choices)
        choice(each, index++);
    m_out.endArray();
    if (!m_response.usage.isEmpty()) {
        m_out.key("usage");
        writeOpenAiUsage(m_out, m_response.usage, rest["usage"]);
    }
    m_out.textMemberIfSet("service_tier", m_response.serviceTier);
    for (const JsonMember &member : rest.members()) {
        if (member.key != "usage")
            m_out.key(member.key).value(member.value);
    }
    m_out.endObject();
    return std::move(m_body);
}

void ResponseWriter::extensions(const chat::Extensions &extensions)
{
    for (const JsonMember &member : extensions.of(Format::OpenAiChat).members())
        m_out.key(member.key).value(member.value);
}

void ResponseWriter::choice(const Choice &choice, int index)
{
    const Gathered all = gather(choice.message.parts);
    m_out.beginObject();
    m_out.key("index").number(index);
    m_out.key("message").beginObject();
    m_out.textMember("role", "assistant");
    m_out.key("content");
    if (all.hasText || (all.calls.empty() && all.refusal.isEmpty()))
        m_out.text(all.text);
    else
        m_out.null();
    m_out.key("refusal");
    if (all.refusal.isEmpty())
        m_out.null();
    else
        m_out.text(all.refusal);
    m_out.textMemberIfSet(all.reasoningField, all.reasoning);
    if (!all.reasoningDetails.isNull())
        m_out.key("reasoning_details").value(all.reasoningDetails);
    if (!all.annotations.isNull())
        m_out.key("annotations").value(all.annotations);
    calls(all.calls);
    extensions(choice.message.extensions);
    m_out.endObject();
    const bool isLegacy =
        all.calls.size() == 1 &&
        all.calls.front()->extensions.of(Format::OpenAiChat)["function_call"].toBool();
    m_out.textMember("finish_reason",
                     isLegacy ? QByteArray("function_call")
                              : finishName(finishWithCalls(choice.finish, !all.calls.empty())));
    m_out.key("logprobs").value(choice.logprobs);
    extensions(choice.extensions);
    m_out.endObject();
}

Gathered ResponseWriter::gather(const std::vector<Part> &parts)
{
    Gathered all;
    for (const Part &part : parts) {
        if (const auto *text = part.as<TextPart>())
            gatherText(*text, all);
        else if (const auto *thought = part.as<ReasoningPart>())
            gatherReasoning(part, *thought, all);
        else if (const auto *refusal = part.as<chat::RefusalPart>())
            all.refusal += refusal->text;
        else if (part.as<ToolCallPart>())
            all.calls.push_back(&part);
        else
            lost("choices[].message", "a part that only its own format understands");
    }
    return all;
}

void ResponseWriter::gatherText(const TextPart &text, Gathered &into)
{
    const qsizetype begin = text.citations.isNull() ? 0 : charactersIn(into.text);
    into.text += text.text;
    into.hasText = true;
    for (const Json &citation : text.citations.items()) {
        const Json annotation =
            annotationOf(citation, text.citationsFormat, begin, begin + charactersIn(text.text));
        if (annotation.isNull())
            lost("choices[].message.annotations", "a citation of something other than a web page");
        else
            into.annotations.append(annotation);
    }
}

void ResponseWriter::gatherReasoning(const Part &part, const ReasoningPart &thought, Gathered &into)
{
    into.reasoning += thought.text;
    for (const QByteArray &paragraph : thought.summary) {
        if (!into.reasoning.isEmpty())
            into.reasoning += "\n\n";
        into.reasoning += paragraph;
    }
    const Json &mine = part.extensions.of(Format::OpenAiChat);
    if (mine["field"].isString())
        into.reasoningField = mine["field"].toBytes();
    if (mine["reasoning_details"].isArray()) {
        into.reasoningDetails = mine["reasoning_details"];
    } else if (thought.origin != Format::OpenAiChat) {
        const Json detail = reasoningDetailOf(thought, int(into.reasoningDetails.size()));
        if (!detail.isNull())
            into.reasoningDetails.append(detail);
        else if (!thought.signature.isEmpty() || !thought.encrypted.isEmpty())
            lost("choices[].message.reasoning_content", "what its maker bound to the reasoning");
    }
}

void ResponseWriter::calls(const std::vector<const Part *> &calls)
{
    if (calls.empty())
        return;
    const auto &first = *calls.front()->as<ToolCallPart>();
    if (calls.size() == 1 &&
        calls.front()->extensions.of(Format::OpenAiChat)["function_call"].toBool()) {
        m_out.key("function_call").beginObject();
        m_out.textMember("name", first.name);
        m_out.textMember("arguments", first.arguments);
        m_out.endObject();
        return;
    }
    m_out.key("tool_calls").beginArray();
    for (const Part *part : calls) {
        const auto &call = *part->as<ToolCallPart>();
        const char *kind = call.isFreeForm ? "custom" : "function";
        m_out.beginObject();
        m_out.textMember("id", call.id);
        m_out.textMember("type", kind);
        m_out.key(kind).beginObject();
        m_out.textMember("name", call.name);
        if (call.isFreeForm)
            m_out.textMember("input", call.arguments);
        else
            m_out.textMember("arguments",
                             call.arguments.isEmpty() ? QByteArray("{}") : call.arguments);
        m_out.endObject();
        extensions(part->extensions);
        if (call.signatureOrigin == Format::Gemini &&
            !part->extensions.of(Format::OpenAiChat).contains("extra_content"))
            m_out.key("extra_content")
                .value(Json::object(
                    {{"google", Json::object({{"thought_signature", call.signature}})}}));
        m_out.endObject();
    }
    m_out.endArray();
}

} // namespace

QByteArray encodeResponse(const ChatResponse &response, Losses *losses)
{
    return ResponseWriter(response, losses).write();
}

} // namespace omni::wire::openaichat
