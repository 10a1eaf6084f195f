// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"

namespace omni::test {

using base::Json;

namespace {

constexpr const char *MessageId = "msg_fake0001";

Json usage(int output)
{
    return Json::object(
        {{"input_tokens", FakeUsage::Input},
         {"cache_creation_input_tokens", FakeUsage::CacheWrite},
         {"cache_read_input_tokens", FakeUsage::Cached},
         {"cache_creation", Json::object({{"ephemeral_5m_input_tokens", FakeUsage::CacheWrite},
                                          {"ephemeral_1h_input_tokens", 0}})},
         {"output_tokens", output},
         {"service_tier", "standard"}});
}

Json message(const Ask &ask, const Json &content, const Json &stop, int output)
{
    return Json::object({{"id", MessageId},
                         {"type", "message"},
                         {"role", "assistant"},
                         {"model", ask.model},
                         {"content", content},
                         {"stop_reason", stop},
                         {"stop_sequence", Json()},
                         {"usage", usage(output)}});
}

class StreamWriter
{
public:
    void add(const char *type, Json rest)
    {
        Json json = Json::object({{"type", type}});
        for (const base::JsonMember &member : rest.members())
            json.set(member.key, member.value);
        m_events.append(sseEvent(type, json.toJson()));
    }

    void open(const Json &block)
    {
        add("content_block_start", Json::object({{"index", m_index}, {"content_block", block}}));
    }
    void delta(const char *type, const char *member, const QByteArray &value)
    {
        const Json inner = Json::object({{"type", type}, {member, value}});
        add("content_block_delta", Json::object({{"index", m_index}, {"delta", inner}}));
    }
    void close()
    {
        add("content_block_stop", Json::object({{"index", m_index}}));
        ++m_index;
    }
    const QList<QByteArray> &events() const { return m_events; }

private:
    QList<QByteArray> m_events;
    int m_index = 0;
};

Answer sayStream(const Ask &ask, const Said &said, const char *stop)
{
    StreamWriter writer;
    writer.add("message_start",
               Json::object({{"message", message(ask, Json::array(), Json(), 1)}}));
    writer.add("ping", Json::object());
    if (!said.thinking.isEmpty()) {
        writer.open(Json::object({{"type", "thinking"}, {"thinking", ""}, {"signature", ""}}));
        for (const QByteArray &word : words(said.thinking))
            writer.delta("thinking_delta", "thinking", word);
        writer.delta("signature_delta", "signature", FakeSignature);
        writer.close();
    }
    if (!said.text.isEmpty()) {
        writer.open(Json::object({{"type", "text"}, {"text", ""}}));
        for (const QByteArray &word : words(said.text))
            writer.delta("text_delta", "text", word);
        writer.close();
    }
    for (const SaidCall &call : said.calls) {
        writer.open(Json::object({{"type", "tool_use"},
                                  {"id", call.id},
                                  {"name", call.name},
                                  {"input", Json::object()}}));
        writer.delta("input_json_delta", "partial_json", "");
        for (const QByteArray &piece : words(call.arguments))
            writer.delta("input_json_delta", "partial_json", piece);
        writer.close();
    }
    const Json delta = Json::object({{"stop_reason", stop}, {"stop_sequence", Json()}});
    writer.add("message_delta",
               Json::object({{"delta", delta}, {"usage", usage(FakeUsage::Output)}}));
    writer.add("message_stop", Json::object());
    return streamAnswer(writer.events());
}

} // namespace

Ask readAnthropic(const Json &body)
{
    Ask ask;
    ask.model = body["model"].toBytes();
    ask.stream = body["stream"].toBool();
    for (const Json &tool : body["tools"].items()) {
        if (tool.contains("input_schema"))
            ask.tools.append({tool["name"].toBytes(), tool["input_schema"]});
    }
    for (const Json &message : body["messages"].items()) {
        ask.toolResult.reset();
        if (message["role"].toBytes() != "user")
            continue;
        if (const QByteArray text = textOf(message["content"]); !text.isEmpty())
            ask.lastUserText = text;
        for (const Json &block : message["content"].items()) {
            if (block["type"].toBytes() == "tool_result")
                ask.toolResult = textOf(block["content"]);
        }
    }
    return ask;
}

Answer sayAnthropic(const Ask &ask, const Said &said)
{
    const char *stop = said.calls.isEmpty() ? "end_turn" : "tool_use";
    if (ask.stream)
        return sayStream(ask, said, stop);
    Json content = Json::array();
    if (!said.thinking.isEmpty())
        content.append(Json::object(
            {{"type", "thinking"}, {"thinking", said.thinking}, {"signature", FakeSignature}}));
    if (!said.text.isEmpty())
        content.append(Json::object({{"type", "text"}, {"text", said.text}}));
    for (const SaidCall &call : said.calls)
        content.append(Json::object({{"type", "tool_use"},
                                     {"id", call.id},
                                     {"name", call.name},
                                     {"input", Json::parse(call.arguments).value_or(Json())}}));
    return jsonAnswer(200, message(ask, content, stop, FakeUsage::Output));
}

Answer refuseAnthropic(int status, const QByteArray &type, const QByteArray &message)
{
    Answer answer = jsonAnswer(
        status, Json::object({{"type", "error"},
                              {"error", Json::object({{"type", type}, {"message", message}})},
                              {"request_id", "req_fake0001"}}));
    answer.setHeader("request-id", "req_fake0001");
    return answer;
}

} // namespace omni::test
