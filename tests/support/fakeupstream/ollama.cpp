// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"
#include "tests/support/ollamavalidator.h"

namespace omni::test {

using base::Json;

namespace {

Json line(const Ask &ask, const Json &message, bool isDone)
{
    return Json::object({{"model", ask.model},
                         {"created_at", "2026-01-01T00:00:00.000000Z"},
                         {"message", message},
                         {"done", isDone}});
}

Json message(const char *field, const Json &value)
{
    Json said = Json::object({{"role", "assistant"}, {"content", ""}});
    said.set(field, value);
    return said;
}

Json callsJson(const Said &said)
{
    Json calls = Json::array();
    for (const SaidCall &call : said.calls)
        calls.append(Json::object(
            {{"function",
              Json::object({{"name", call.name},
                            {"arguments", Json::parse(call.arguments).value_or(Json())}})}}));
    return calls;
}

Json finished(Json json)
{
    json.set("done", true);
    json.set("done_reason", "stop");
    json.set("total_duration", 4000000);
    json.set("load_duration", 1000000);
    json.set("prompt_eval_count", FakeUsage::Input);
    json.set("prompt_eval_duration", 1000000);
    json.set("eval_count", FakeUsage::Output);
    json.set("eval_duration", 2000000);
    return json;
}

} // namespace

std::optional<Refusal> checkOllama(const Received &request)
{
    if (!request.json.isObject())
        return Refusal{{}, "missing request body"};
    const QStringList faults = ollamaRequestFaults(request.json);
    return faults.isEmpty() ? std::nullopt
                            : std::optional(Refusal{{}, faults.constFirst().toUtf8()});
}

Ask readOllama(const Json &body)
{
    Ask ask;
    ask.model = body["model"].toBytes();
    ask.stream = body["stream"].toBool(true);
    for (const Json &tool : body["tools"].items())
        ask.tools.append({tool["function"]["name"].toBytes(), tool["function"]["parameters"]});
    for (const Json &message : body["messages"].items()) {
        ask.toolResult.reset();
        if (message["role"].toBytes() == "user")
            ask.lastUserText = message["content"].toBytes();
        if (message["role"].toBytes() == "tool")
            ask.toolResult = message["content"].toBytes();
    }
    return ask;
}

Answer sayOllama(const Ask &ask, const Said &said)
{
    if (!ask.stream) {
        Json whole = message("content", said.text);
        if (!said.thinking.isEmpty())
            whole.set("thinking", said.thinking);
        if (!said.calls.isEmpty())
            whole.set("tool_calls", callsJson(said));
        return jsonAnswer(200, finished(line(ask, whole, true)));
    }
    QList<QByteArray> lines{line(ask, message("content", ""), false).toJson() + '\n'};
    for (const QByteArray &word : words(said.thinking))
        lines.append(line(ask, message("thinking", word), false).toJson() + '\n');
    for (const QByteArray &word : words(said.text))
        lines.append(line(ask, message("content", word), false).toJson() + '\n');
    if (!said.calls.isEmpty())
        lines.append(line(ask, message("tool_calls", callsJson(said)), false).toJson() + '\n');
    lines.append(finished(line(ask, message("content", ""), true)).toJson() + '\n');
    Answer answer = streamAnswer(lines);
    answer.setHeader("content-type", "application/x-ndjson");
    return answer;
}

} // namespace omni::test
