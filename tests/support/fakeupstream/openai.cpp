// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"

namespace omni::test {

using base::Json;

namespace {

constexpr const char *ChatId = "chatcmpl-fake0001";
constexpr qint64 Created = 1760000000;

Json usage()
{
    return Json::object(
        {{"prompt_tokens", FakeUsage::Input},
         {"completion_tokens", FakeUsage::Output},
         {"total_tokens", FakeUsage::Input + FakeUsage::Output},
         {"prompt_tokens_details",
          Json::object({{"cached_tokens", FakeUsage::Cached}, {"audio_tokens", 0}})},
         {"completion_tokens_details", Json::object({{"reasoning_tokens", FakeUsage::Reasoning},
                                                     {"audio_tokens", 0},
                                                     {"accepted_prediction_tokens", 0},
                                                     {"rejected_prediction_tokens", 0}})}});
}

Json callJson(const SaidCall &call, const QByteArray &arguments)
{
    return Json::object(
        {{"id", call.id},
         {"type", "function"},
         {"function", Json::object({{"name", call.name}, {"arguments", arguments}})}});
}

Json chunk(const Ask &ask, const Json &choices, const Json &usageValue)
{
    Json json = Json::object({{"id", ChatId},
                              {"object", "chat.completion.chunk"},
                              {"created", Created},
                              {"model", ask.model},
                              {"service_tier", "default"},
                              {"system_fingerprint", "fp_fake"},
                              {"choices", choices}});
    if (ask.includeUsage)
        json.set("usage", usageValue);
    return json;
}

QByteArray deltaEvent(const Ask &ask, const Json &delta, const Json &finish = {})
{
    const Json choice = Json::object(
        {{"index", 0}, {"delta", delta}, {"logprobs", Json()}, {"finish_reason", finish}});
    return sseEvent({}, chunk(ask, Json::array({choice}), {}).toJson());
}

void addCallEvents(const Ask &ask, const SaidCall &call, int index, QList<QByteArray> *events)
{
    Json first = Json::object({{"index", index}});
    const Json start = callJson(call, {});
    for (const base::JsonMember &member : start.members())
        first.set(member.key, member.value);
    events->append(deltaEvent(ask, Json::object({{"tool_calls", Json::array({first})}})));
    for (const QByteArray &piece : words(call.arguments)) {
        const Json next =
            Json::object({{"index", index}, {"function", Json::object({{"arguments", piece}})}});
        events->append(deltaEvent(ask, Json::object({{"tool_calls", Json::array({next})}})));
    }
}

Answer sayStream(const Ask &ask, const Said &said)
{
    QList<QByteArray> events;
    events.append(
        deltaEvent(ask, Json::object({{"role", "assistant"},
                                      {"content", said.calls.isEmpty() ? Json("") : Json()},
                                      {"refusal", Json()}})));
    for (const QByteArray &word : words(said.thinking))
        events.append(deltaEvent(ask, Json::object({{"reasoning_content", word}})));
    for (const QByteArray &word : words(said.text))
        events.append(deltaEvent(ask, Json::object({{"content", word}})));
    for (int i = 0; i < said.calls.size(); ++i)
        addCallEvents(ask, said.calls.at(i), i, &events);
    const char *finish = said.calls.isEmpty() ? "stop" : "tool_calls";
    events.append(deltaEvent(ask, Json::object(), Json(finish)));
    if (ask.includeUsage)
        events.append(sseEvent({}, chunk(ask, Json::array(), usage()).toJson()));
    events.append(sseEvent({}, "[DONE]"));
    return streamAnswer(events);
}

QByteArray errorType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 403:
        return "permission_error";
    case 402:
    case 429:
        return "insufficient_quota";
    default:
        return status >= 500 ? "server_error" : "invalid_request_error";
    }
}

} // namespace

Ask readOpenAi(const Json &body)
{
    Ask ask;
    ask.model = body["model"].toBytes();
    ask.stream = body["stream"].toBool();
    ask.includeUsage = body["stream_options"]["include_usage"].toBool();
    for (const Json &tool : body["tools"].items())
        ask.tools.append({tool["function"]["name"].toBytes(), tool["function"]["parameters"]});
    for (const Json &message : body["messages"].items()) {
        ask.toolResult.reset();
        if (message["role"].toBytes() == "user")
            ask.lastUserText = textOf(message["content"]);
        if (message["role"].toBytes() == "tool")
            ask.toolResult = textOf(message["content"]);
    }
    return ask;
}

Answer sayOpenAi(const Ask &ask, const Said &said)
{
    if (ask.stream)
        return sayStream(ask, said);
    Json message = Json::object({{"role", "assistant"}});
    if (!said.thinking.isEmpty())
        message.set("reasoning_content", said.thinking);
    message.set("content", said.text.isEmpty() && !said.calls.isEmpty() ? Json() : Json(said.text));
    message.set("refusal", Json());
    Json calls;
    for (const SaidCall &call : said.calls)
        calls.append(callJson(call, call.arguments));
    message.setIfPresent("tool_calls", calls);
    message.set("annotations", Json::array());
    const char *finish = said.calls.isEmpty() ? "stop" : "tool_calls";
    const Json choice = Json::object(
        {{"index", 0}, {"message", message}, {"logprobs", Json()}, {"finish_reason", finish}});
    return jsonAnswer(200, Json::object({{"id", ChatId},
                                         {"object", "chat.completion"},
                                         {"created", Created},
                                         {"model", ask.model},
                                         {"choices", Json::array({choice})},
                                         {"usage", usage()},
                                         {"service_tier", "default"},
                                         {"system_fingerprint", "fp_fake"}}));
}

Answer refuseOpenAi(int status, const QByteArray &code, const QByteArray &message,
                    const QByteArray &field)
{
    const QByteArray type =
        code == "rate_limit_exceeded" ? QByteArray("requests") : errorType(status);
    return jsonAnswer(
        status,
        Json::object({{"error", Json::object({{"message", message},
                                              {"type", type},
                                              {"param", field.isEmpty() ? Json() : Json(field)},
                                              {"code", code.isEmpty() ? Json() : Json(code)}})}}));
}

} // namespace omni::test
