// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"
#include "tests/support/responsesvalidator.h"

namespace omni::test {

using base::Json;

namespace {

Json usage()
{
    return Json::object(
        {{"input_tokens", FakeUsage::Input},
         {"input_tokens_details", Json::object({{"cached_tokens", FakeUsage::Cached}})},
         {"output_tokens", FakeUsage::Output},
         {"output_tokens_details", Json::object({{"reasoning_tokens", FakeUsage::Reasoning}})},
         {"total_tokens", FakeUsage::Input + FakeUsage::Output}});
}

Json response(const Ask &ask, const char *status, const Json &output, const Json &figures)
{
    return Json::object({{"id", "resp_fake0001"},
                         {"object", "response"},
                         {"created_at", qint64(1760000000)},
                         {"status", status},
                         {"background", false},
                         {"error", Json()},
                         {"incomplete_details", Json()},
                         {"instructions", Json()},
                         {"max_output_tokens", Json()},
                         {"model", ask.model},
                         {"output", output},
                         {"parallel_tool_calls", true},
                         {"previous_response_id", Json()},
                         {"reasoning", Json::object({{"effort", Json()}, {"summary", Json()}})},
                         {"service_tier", "default"},
                         {"store", true},
                         {"temperature", 1},
                         {"text", Json::object({{"format", Json::object({{"type", "text"}})}})},
                         {"tool_choice", "auto"},
                         {"tools", Json::array()},
                         {"top_p", 1},
                         {"truncation", "disabled"},
                         {"usage", figures},
                         {"user", Json()},
                         {"metadata", Json::object()}});
}

Json textPart(const QByteArray &text)
{
    return Json::object({{"type", "output_text"},
                         {"annotations", Json::array()},
                         {"logprobs", Json::array()},
                         {"text", text}});
}

Json summaryPart(const QByteArray &text)
{
    return Json::object({{"type", "summary_text"}, {"text", text}});
}

Json reasoningItem(const Json &summary)
{
    return Json::object({{"id", "rs_fake0001"},
                         {"type", "reasoning"},
                         {"summary", summary},
                         {"encrypted_content", FakeSignature}});
}

Json messageItem(const char *status, const Json &content)
{
    return Json::object({{"id", "msg_fake0001"},
                         {"type", "message"},
                         {"status", status},
                         {"content", content},
                         {"role", "assistant"}});
}

Json callItem(const SaidCall &call, const char *status, const QByteArray &arguments)
{
    return Json::object({{"id", "fc_" + call.id},
                         {"type", "function_call"},
                         {"status", status},
                         {"arguments", arguments},
                         {"call_id", call.id},
                         {"name", call.name}});
}

class StreamWriter
{
public:
    void add(const char *type, Json rest)
    {
        Json json = Json::object({{"type", type}, {"sequence_number", m_number++}});
        for (const base::JsonMember &member : rest.members())
            json.set(member.key, member.value);
        m_events.append(sseEvent(type, json.toJson()));
    }
    /// With the place of the item that is open.
    void addAt(const char *type, const char *itemId, Json rest)
    {
        rest.set("item_id", itemId);
        rest.set("output_index", int(m_output.size()));
        add(type, rest);
    }
    void open(const Json &item)
    {
        add("response.output_item.added",
            Json::object({{"output_index", int(m_output.size())}, {"item", item}}));
    }
    void close(const Json &item)
    {
        add("response.output_item.done",
            Json::object({{"output_index", int(m_output.size())}, {"item", item}}));
        m_output.append(item);
    }
    [[nodiscard]] const Json &output() const { return m_output; }
    [[nodiscard]] const QList<QByteArray> &events() const { return m_events; }

private:
    QList<QByteArray> m_events;
    Json m_output = Json::array();
    int m_number = 0;
};

void writeReasoning(StreamWriter &writer, const QByteArray &text)
{
    const char *id = "rs_fake0001";
    writer.open(reasoningItem(Json::array()));
    const Json at = Json::object({{"summary_index", 0}});
    const auto with = [&at](const char *name, const Json &value) {
        Json json = at;
        json.set(name, value);
        return json;
    };
    writer.addAt("response.reasoning_summary_part.added", id, with("part", summaryPart({})));
    for (const QByteArray &word : words(text))
        writer.addAt("response.reasoning_summary_text.delta", id, with("delta", word));
    writer.addAt("response.reasoning_summary_text.done", id, with("text", text));
    writer.addAt("response.reasoning_summary_part.done", id, with("part", summaryPart(text)));
    writer.close(reasoningItem(Json::array({summaryPart(text)})));
}

void writeText(StreamWriter &writer, const QByteArray &text)
{
    const char *id = "msg_fake0001";
    writer.open(messageItem("in_progress", Json::array()));
    const auto with = [](const char *name, const Json &value) {
        return Json::object({{"content_index", 0}, {name, value}});
    };
    writer.addAt("response.content_part.added", id, with("part", textPart({})));
    for (const QByteArray &word : words(text)) {
        Json delta = with("delta", word);
        delta.set("logprobs", Json::array());
        writer.addAt("response.output_text.delta", id, delta);
    }
    Json done = with("text", text);
    done.set("logprobs", Json::array());
    writer.addAt("response.output_text.done", id, done);
    writer.addAt("response.content_part.done", id, with("part", textPart(text)));
    writer.close(messageItem("completed", Json::array({textPart(text)})));
}

void writeCall(StreamWriter &writer, const SaidCall &call)
{
    const QByteArray id = "fc_" + call.id;
    writer.open(callItem(call, "in_progress", {}));
    for (const QByteArray &piece : words(call.arguments))
        writer.addAt("response.function_call_arguments.delta", id.constData(),
                     Json::object({{"delta", piece}}));
    writer.addAt("response.function_call_arguments.done", id.constData(),
                 Json::object({{"arguments", call.arguments}}));
    writer.close(callItem(call, "completed", call.arguments));
}

Answer sayStream(const Ask &ask, const Said &said)
{
    StreamWriter writer;
    for (const char *type : {"response.created", "response.in_progress"})
        writer.add(type, Json::object(
                             {{"response", response(ask, "in_progress", Json::array(), Json())}}));
    if (!said.thinking.isEmpty())
        writeReasoning(writer, said.thinking);
    if (!said.text.isEmpty())
        writeText(writer, said.text);
    for (const SaidCall &call : said.calls)
        writeCall(writer, call);
    writer.add("response.completed",
               Json::object({{"response", response(ask, "completed", writer.output(), usage())}}));
    return streamAnswer(writer.events());
}

QByteArray inputText(const Json &content)
{
    if (content.isString())
        return content.toBytes();
    QByteArray text;
    for (const Json &part : content.items())
        text += part["text"].toBytes();
    return text;
}

} // namespace

std::optional<Refusal> checkResponses(const Received &request)
{
    if (!request.json.isObject())
        return Refusal{{}, "We could not parse the JSON body of your request."};
    const QStringList faults = responsesRequestFaults(request.json);
    return faults.isEmpty() ? std::nullopt
                            : std::optional(Refusal{{}, faults.constFirst().toUtf8()});
}

Ask readResponses(const Json &body)
{
    Ask ask;
    ask.model = body["model"].toBytes();
    ask.stream = body["stream"].toBool();
    for (const Json &tool : body["tools"].items()) {
        if (tool["type"].toBytes() == "function")
            ask.tools.append({tool["name"].toBytes(), tool["parameters"]});
    }
    if (body["input"].isString())
        ask.lastUserText = body["input"].toBytes();
    for (const Json &item : body["input"].items()) {
        ask.toolResult.reset();
        if (item["role"].toBytes() == "user")
            ask.lastUserText = inputText(item["content"]);
        if (item["type"].toBytes() == "function_call_output")
            ask.toolResult = inputText(item["output"]);
    }
    return ask;
}

Answer sayResponses(const Ask &ask, const Said &said)
{
    if (ask.stream)
        return sayStream(ask, said);
    Json output = Json::array();
    if (!said.thinking.isEmpty())
        output.append(reasoningItem(Json::array({summaryPart(said.thinking)})));
    if (!said.text.isEmpty())
        output.append(messageItem("completed", Json::array({textPart(said.text)})));
    for (const SaidCall &call : said.calls)
        output.append(callItem(call, "completed", call.arguments));
    return jsonAnswer(200, response(ask, "completed", output, usage()));
}

} // namespace omni::test
