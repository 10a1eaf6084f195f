// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/responsesvalidator.h"

#include "tests/support/responsesitems.h"

#include "core/net/ssereader.h"

#include <QMap>

namespace omni::test {

using base::Json;
using base::JsonMember;

namespace {

const QList<QByteArray> &answerFields()
{
    static const QList<QByteArray> fields{"id",          "object",
                                          "created_at",  "status",
                                          "error",       "instructions",
                                          "model",       "incomplete_details",
                                          "output",      "parallel_tool_calls",
                                          "metadata",    "previous_response_id",
                                          "reasoning",   "max_output_tokens",
                                          "temperature", "text",
                                          "tool_choice", "tools",
                                          "top_p",       "truncation",
                                          "usage"};
    return fields;
}

void checkUsage(ResponsesFaults &faults, const Json &usage)
{
    const QString at = QStringLiteral("usage");
    for (const char *key : {"input_tokens", "output_tokens", "total_tokens"})
        faults.expect(usage[key].isNumber(), at, key);
    faults.expect(usage["input_tokens_details"]["cached_tokens"].isNumber(), at, "cached_tokens");
    faults.expect(usage["output_tokens_details"]["reasoning_tokens"].isNumber(), at,
                  "reasoning_tokens");
    faults.expect(usage["total_tokens"].toInt() >=
                      usage["input_tokens"].toInt() + usage["output_tokens"].toInt(),
                  at, "the total is less than its parts");
}

void checkAnswer(ResponsesFaults &faults, const Json &body)
{
    const QString at = QStringLiteral("response");
    for (const QByteArray &key : answerFields())
        faults.expect(body.contains(key), at, key.constData());
    faults.expect(body["id"].toBytes().startsWith("resp_"), at, "the id's prefix");
    faults.expect(body["object"].toBytes() == "response", at, "object");
    faults.expect(body["created_at"].isNumber(), at, "created_at");
    faults.expect(!body["model"].toBytes().isEmpty(), at, "model");
    faults.expect(body["tools"].isArray() && body["output"].isArray(), at, "lists");
    const QByteArray &status = body["status"].toBytes();
    static const QList<QByteArray> states{"completed", "failed",     "in_progress",
                                          "cancelled", "incomplete", "queued"};
    faults.expect(states.contains(status), at, "status");
    faults.expect((status == "failed") == body["error"].isObject(), at, "error and status");
    faults.expect((status == "incomplete") == body["incomplete_details"].isObject(), at,
                  "incomplete_details and status");
    if (status == "failed")
        faults.expect(body["error"]["code"].isString() && body["error"]["message"].isString(), at,
                      "the error's code and message");
    if (body["usage"].isObject())
        checkUsage(faults, body["usage"]);
    QSet<QByteArray> ids;
    for (qsizetype i = 0; i < body["output"].size(); ++i) {
        const Json &item = body["output"].at(i);
        const QString where = QStringLiteral("output[%1]").arg(i);
        checkOutputItem(faults, item, where, status == "completed");
        faults.expect(!ids.contains(item["id"].toBytes()), where, "the id stands twice");
        ids.insert(item["id"].toBytes());
    }
}

/// Follows a stream as OpenAI's typed clients do.
class StreamCheck
{
public:
    explicit StreamCheck(ResponsesFaults &faults)
        : m_faults(faults)
    {}

    void event(const net::Frame &frame);
    void end()
    {
        m_faults.expect(m_isOver, QStringLiteral("stream"), "no terminal event");
        m_faults.expect(m_open.isEmpty(), QStringLiteral("stream"), "an item is not done");
    }

private:
    struct Piece
    {
        QByteArray type;
        QByteArray text;
        qint64 annotations = 0;
        bool isTextDone = false;
        bool isOpen = true;
    };
    struct Item
    {
        QByteArray id;
        QByteArray type;
        QByteArray arguments;
        bool hasArgumentsDone = false;
        QMap<qint64, Piece> content;
        QMap<qint64, Piece> summary;
    };

    bool expect(bool good, const char *what)
    {
        return m_faults.expect(
            good, QStringLiteral("event %1 (%2)").arg(m_number).arg(QString::fromUtf8(m_type)),
            what);
    }
    void added(const Json &json);
    void done(const Json &json);
    void piece(const Json &json, Item &item);
    void summary(const Json &json, Item &item);
    void call(const Json &json, Item &item);
    void terminal(const Json &json);
    void doneMessage(const Item &item, const Json &whole);

    ResponsesFaults &m_faults;
    QByteArray m_type;
    QByteArray m_id;
    qint64 m_number = 0;
    QMap<qint64, Item> m_open;
    QMap<qint64, Json> m_done;
    qint64 m_nextIndex = 0;
    bool m_isOver = false;
    bool m_hasError = false;
};

void StreamCheck::event(const net::Frame &frame)
{
    const auto parsed = Json::parse(frame.data);
    if (!expect(parsed.has_value() && parsed->isObject(), "the data is no JSON object"))
        return;
    const Json &json = *parsed;
    m_type = json["type"].toBytes();
    expect(frame.name == m_type, "the event's name is not its type");
    expect(!m_isOver, "something follows the terminal event");
    // The end of a broken stream is written by whoever knows no numbers any more.
    const bool isFailure = m_type == "error" || m_type == "response.failed";
    expect(json["sequence_number"].isNumber() &&
               (isFailure || json["sequence_number"].toInt() == m_number),
           "sequence_number");
    if (m_number == 0)
        expect(m_type == "response.created" || isFailure, "the first event is response.created");
    if (m_number == 1 && !isFailure && !m_hasError)
        expect(m_type == "response.in_progress" || m_type == "response.queued",
               "the second event is response.in_progress");
    ++m_number;
    if (m_type == "error") {
        m_hasError = true;
        expect(json["error"]["message"].isString() || json["message"].isString(), "message");
    } else if (m_type == "response.created" || m_type == "response.in_progress") {
        const Json &response = json["response"];
        checkAnswer(m_faults, response);
        expect(response["status"].toBytes() == "in_progress", "status");
        expect(response["output"].size() == 0 && response["usage"].isNull(), "begins empty");
        m_id = response["id"].toBytes();
    } else if (m_type == "response.completed" || m_type == "response.incomplete" || isFailure) {
        terminal(json);
    } else if (m_type == "response.output_item.added") {
        added(json);
    } else if (m_type == "response.output_item.done") {
        done(json);
    } else if (json["output_index"].isNumber()) {
        const auto item = m_open.find(json["output_index"].toInt());
        if (!expect(item != m_open.end(), "output_index of an item that is not open"))
            return;
        if (json.contains("item_id"))
            expect(json["item_id"].toBytes() == item->id, "item_id");
        if (m_type.contains("summary"))
            summary(json, *item);
        else if (json.contains("content_index"))
            piece(json, *item);
        else
            call(json, *item);
    }
}

void StreamCheck::added(const Json &json)
{
    const Json &item = json["item"];
    const qint64 index = json["output_index"].toInt(-1);
    expect(index == m_nextIndex, "output_index");
    m_nextIndex = index + 1;
    checkOutputItem(m_faults, item, QStringLiteral("added item"), false);
    const QByteArray &type = item["type"].toBytes();
    if (type == "message")
        expect(item["content"].isArray() && item["content"].size() == 0, "content begins empty");
    if (type == "function_call")
        expect(item["arguments"].isString() && item["arguments"].toBytes().isEmpty(),
               "arguments begin empty");
    m_open.insert(index, Item{.id = item["id"].toBytes(), .type = type});
}

void StreamCheck::piece(const Json &json, Item &item)
{
    const qint64 index = json["content_index"].toInt(-1);
    if (m_type == "response.content_part.added") {
        expect(index == item.content.size(), "content_index");
        const QByteArray &type = json["part"]["type"].toBytes();
        expect(item.type == (type == "reasoning_text" ? "reasoning" : "message"),
               "a part in an item of another kind");
        item.content.insert(index, Piece{.type = type});
        return;
    }
    const auto found = item.content.find(index);
    if (!expect(found != item.content.end() && found->isOpen, "a part that is not open"))
        return;
    const QByteArray kind =
        found->type == "refusal" ? "response.refusal" : "response." + found->type;
    if (m_type == "response.content_part.done") {
        expect(found->isTextDone, "the part's text is not done");
        const char *key = found->type == "refusal" ? "refusal" : "text";
        expect(json["part"][key].toBytes() == found->text, "the part is not what its deltas say");
        found->isOpen = false;
    } else if (m_type == "response.output_text.annotation.added") {
        expect(json["annotation_index"].toInt(-1) == found->annotations++, "annotation_index");
        expect(json["annotation"]["type"].isString(), "annotation");
    } else if (m_type.endsWith(".delta")) {
        expect(m_type == kind + ".delta", "a delta of another kind");
        expect(!found->isTextDone && json["delta"].isString(), "delta");
        if (found->type == "output_text")
            expect(json["logprobs"].isArray(), "logprobs");
        found->text += json["delta"].toBytes();
    } else if (m_type.endsWith(".done")) {
        expect(m_type == kind + ".done", "the end of another kind");
        const char *key = found->type == "refusal" ? "refusal" : "text";
        expect(json[key].toBytes() == found->text, "the text is not what its deltas say");
        found->isTextDone = true;
    }
}

void StreamCheck::summary(const Json &json, Item &item)
{
    const qint64 index = json["summary_index"].toInt(-1);
    expect(item.type == "reasoning", "a summary outside reasoning");
    if (m_type == "response.reasoning_summary_part.added") {
        expect(index == item.summary.size(), "summary_index");
        for (const Piece &each : std::as_const(item.summary))
            expect(!each.isOpen, "two paragraphs are open");
        item.summary.insert(index, Piece{});
        return;
    }
    const auto found = item.summary.find(index);
    if (!expect(found != item.summary.end() && found->isOpen, "a paragraph that is not open"))
        return;
    if (m_type == "response.reasoning_summary_text.delta") {
        expect(!found->isTextDone, "a delta behind the end");
        found->text += json["delta"].toBytes();
    } else if (m_type == "response.reasoning_summary_text.done") {
        expect(json["text"].toBytes() == found->text, "the text is not what its deltas say");
        found->isTextDone = true;
    } else if (m_type == "response.reasoning_summary_part.done") {
        expect(found->isTextDone && json["part"]["text"].toBytes() == found->text, "part");
        found->isOpen = false;
    }
}

void StreamCheck::call(const Json &json, Item &item)
{
    const bool isFunction = m_type.startsWith("response.function_call_arguments.");
    const bool isCustom = m_type.startsWith("response.custom_tool_call_input.");
    if (!isFunction && !isCustom)
        return;
    expect(item.type == (isFunction ? "function_call" : "custom_tool_call"),
           "arguments of another kind of item");
    expect(!item.hasArgumentsDone, "arguments behind their end");
    if (m_type.endsWith(".delta")) {
        item.arguments += json["delta"].toBytes();
    } else {
        item.hasArgumentsDone = true;
        expect(json[isFunction ? "arguments" : "input"].toBytes() == item.arguments,
               "the arguments are not what their deltas say");
    }
}

void StreamCheck::doneMessage(const Item &item, const Json &whole)
{
    expect(whole["content"].size() == item.content.size(), "the message has other parts");
    for (auto each = item.content.begin(); each != item.content.end(); ++each) {
        const Json &part = whole["content"].at(each.key());
        expect(!each->isOpen, "a part is open");
        expect(part[each->type == "refusal" ? "refusal" : "text"].toBytes() == each->text,
               "the message is not what its deltas say");
        expect(part["annotations"].size() == each->annotations, "the annotations differ");
    }
}

void StreamCheck::done(const Json &json)
{
    const qint64 index = json["output_index"].toInt(-1);
    const auto open = m_open.find(index);
    if (!expect(open != m_open.end(), "an item that is not open"))
        return;
    const Json &item = json["item"];
    expect(item["id"].toBytes() == open->id && item["type"].toBytes() == open->type,
           "another item than was added");
    checkOutputItem(m_faults, item, QStringLiteral("done item"), true);
    if (open->type == "message") {
        doneMessage(*open, item);
    } else if (open->type == "reasoning") {
        expect(item["summary"].size() == open->summary.size(), "the summary has other paragraphs");
        for (auto each = open->summary.begin(); each != open->summary.end(); ++each)
            expect(!each->isOpen && item["summary"].at(each.key())["text"].toBytes() == each->text,
                   "the summary is not what its deltas say");
        expect(item["content"].size() == open->content.size(), "the reasoning has other parts");
    } else if (open->type == "function_call" || open->type == "custom_tool_call") {
        const char *key = open->type == "function_call" ? "arguments" : "input";
        expect(open->hasArgumentsDone && item[key].toBytes() == open->arguments, "the arguments");
    }
    m_done.insert(index, item);
    m_open.erase(open);
}

void StreamCheck::terminal(const Json &json)
{
    m_isOver = true;
    const Json &response = json["response"];
    checkAnswer(m_faults, response);
    expect("response." + response["status"].toBytes() == m_type, "status");
    if (m_type == "response.failed") {
        m_open.clear();
        return;
    }
    expect(response["id"].toBytes() == m_id, "another response than was created");
    expect(response["output"].size() == m_done.size(), "output misses items");
    for (auto each = m_done.begin(); each != m_done.end(); ++each)
        expect(response["output"].at(each.key()) == *each, "output differs from the done items");
}

} // namespace

QStringList responsesAnswerFaults(const Json &body)
{
    ResponsesFaults faults;
    checkAnswer(faults, body);
    return faults.all;
}

QStringList responsesStreamFaults(QByteArrayView sse)
{
    ResponsesFaults faults;
    StreamCheck check(faults);
    net::SseReader reader;
    auto frames = reader.feed(sse);
    frames += reader.finish();
    for (const net::Frame &frame : frames) {
        if (!frame.isComment)
            check.event(frame);
    }
    check.end();
    return faults.all;
}

} // namespace omni::test
