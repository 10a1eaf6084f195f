// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/response.h"

#include "core/wire/members.h"
#include "core/wire/ollama/errors.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::ollama {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::Part;
using chat::ToolCallPart;

namespace {

constexpr char NoAnswer[] = "the upstream's answer has neither `message` nor `response`";

void addText(std::vector<Part> &parts, const QByteArray &text)
{
    if (!text.isEmpty())
        parts.emplace_back(chat::TextPart{.text = text});
}

void readMessage(const Json &body, Choice &choice)
{
    const bool isChat = body["message"].isObject();
    const Json &said = isChat ? body["message"] : body;
    auto &parts = choice.message.parts;
    choice.message.role = chat::Role::Assistant;
    if (!said["thinking"].toBytes().isEmpty())
        parts.emplace_back(chat::ReasoningPart{.text = said["thinking"].toBytes(), .origin = Mine});
    addText(parts, said[isChat ? "content" : "response"].toBytes());
    int position = 0;
    for (const Json &call : said["tool_calls"].items()) {
        Part part(toolCallOf(call, body["created_at"].toBytes(), position++));
        if (call["id"].toBytes().isEmpty())
            part.extensions.put(Mine, Json::object({{"unnamed", true}}));
        parts.push_back(std::move(part));
    }
    if (isChat)
        choice.message.extensions.put(
            Mine, leftOver(said, {"role", "content", "thinking", "tool_calls"}));
}

/// What an answer has fields for, gathered from its parts.
struct Gathered
{
    QByteArray text;
    QByteArray thinking;
    std::vector<const Part *> calls;
};

Gathered gather(const std::vector<Part> &parts, Losses *losses)
{
    Gathered all;
    for (const Part &part : parts) {
        if (const auto *text = part.as<chat::TextPart>()) {
            all.text += text->text;
            if (losses && text->citations.size() > 0)
                losses->append(Loss{"message.content", "citations"});
        } else if (const auto *refusal = part.as<chat::RefusalPart>()) {
            all.text += refusal->text;
        } else if (const auto *thought = part.as<chat::ReasoningPart>()) {
            all.thinking += shownThinking(*thought);
            if (losses && !(thought->signature + thought->encrypted).isEmpty())
                losses->append(Loss{"message.thinking", "what its maker bound to the reasoning"});
        } else if (part.as<ToolCallPart>()) {
            all.calls.push_back(&part);
        } else if (losses) {
            losses->append(Loss{"message", "a part that only its own format understands"});
        }
    }
    return all;
}

void writeChat(JsonOut &out, const Choice &choice, const Gathered &all)
{
    out.key("message").beginObject();
    out.textMember("role", "assistant");
    out.textMember("content", all.text);
    out.textMemberIfSet("thinking", all.thinking);
    if (!all.calls.empty()) {
        out.key("tool_calls").beginArray();
        for (const Part *part : all.calls) {
            ToolCallPart call = *part->as<ToolCallPart>();
            if (part->extensions.of(Mine)["unnamed"].toBool())
                call.id.clear();
            writeToolCall(out, call);
        }
        out.endArray();
    }
    writeMembers(out, choice.message.extensions.of(Mine));
    out.endObject();
}

} // namespace

Json ownFacts(const Json &answer)
{
    Json facts =
        leftOver(answer, {"model", "created_at", "message", "response", "thinking", "tool_calls",
                          "done", "done_reason", "prompt_eval_count", "eval_count", "logprobs"});
    const QByteArray &reason = answer["done_reason"].toBytes();
    if (!reason.isEmpty() && reason != "stop" && reason != "length")
        facts.set("done_reason", reason);
    return facts;
}

void writeUsage(JsonOut &out, const chat::Usage &usage)
{
    if (usage.input)
        out.key("prompt_eval_count").number(*usage.input);
    if (usage.output)
        out.key("eval_count").number(*usage.output);
}

void writeToolCall(JsonOut &out, const ToolCallPart &call)
{
    out.beginObject();
    out.textMemberIfSet("id", call.id);
    out.key("function").beginObject();
    out.textMember("name", call.name);
    out.key("arguments").raw(argumentsAsObject(call));
    out.endObject();
    out.endObject();
}

base::Result<ChatResponse> decodeResponse(const Json &body)
{
    if (!body.isObject() || isErrorBody(body))
        return base::fail(decodeErrorJson(200, body));
    if (!body["message"].isObject() && !body["response"].isString())
        return base::fail({.code = base::ErrorCode::UpstreamFailed,
                           .detail = QString::fromLatin1(NoAnswer),
                           .upstreamStatus = 200});
    ChatResponse response;
    response.model = body["model"].toBytes();
    response.createdSeconds = secondsOf(body["created_at"].toBytes());
    response.usage = usageOf(body);
    Json own = Json::object();
    own.setIfPresent("created_at", body["created_at"]);
    response.extensions.put(Mine, std::move(own));
    Choice &choice = response.choices.emplace_back();
    readMessage(body, choice);
    const bool hasCalls =
        (body["message"].isObject() ? body["message"] : body)["tool_calls"].size() > 0;
    choice.finish = finishOf(body["done_reason"].toBytes(), hasCalls);
    if (body["logprobs"].isArray())
        choice.logprobs = Json::object({{"content", body["logprobs"]}});
    choice.extensions.put(Mine, ownFacts(body));
    return response;
}

QByteArray encodeResponse(const ChatResponse &response, Form form, Losses *losses)
{
    static const Choice none;
    const Choice &choice = response.choices.empty() ? none : response.choices.front();
    const Gathered all = gather(choice.message.parts, losses);
    if (losses && response.choices.size() > 1)
        losses->append(Loss{"choices", "Ollama has one answer: the first"});
    QByteArray body;
    body.reserve(all.text.size() + all.thinking.size() + 512);
    JsonOut out(body);
    out.beginObject();
    out.textMember("model", response.model);
    out.textMember("created_at", createdAt(response.extensions, response.createdSeconds));
    if (form == Form::Chat) {
        writeChat(out, choice, all);
    } else {
        out.textMember("response", all.text);
        out.textMemberIfSet("thinking", all.thinking);
        if (losses && !all.calls.empty())
            losses->append(Loss{"response", "tool calls: /api/generate has none"});
    }
    out.key("done").boolean(true);
    const Json &own = choice.extensions.of(Mine);
    if (!own.contains("done_reason"))
        out.textMemberIfSet("done_reason", doneReason(choice.finish));
    if (choice.logprobs["content"].isArray())
        out.key("logprobs").value(choice.logprobs["content"]);
    writeUsage(out, response.usage);
    writeMembers(out, own);
    out.endObject();
    return body;
}

} // namespace omni::wire::ollama
