// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/streamdecoder.h"

#include "core/wire/openaierror.h"
#include "core/wire/openairesponses/items.h"
#include "core/wire/openairesponses/response.h"
#include "core/wire/openairesponses/usage.h"

#include <algorithm>

namespace omni::wire::openairesponses {

using base::Json;
using chat::Part;
using chat::event::Field;

namespace {

constexpr int StatusOfStream = 200;
constexpr int MostIndex = 4095;

int indexIn(const Json &json, const char *key)
{
    return int(std::clamp<qint64>(json[key].toInt(), 0, MostIndex));
}

} // namespace

chat::StreamEvents EventDecoder::decode(QByteArrayView name, QByteArrayView data)
{
    const QByteArrayView text = data.trimmed();
    // Some send Chat's end mark behind their own.
    if (m_ended || text.isEmpty() || text == "[DONE]")
        return {};
    auto json = Json::parse(text);
    if (!json)
        json = Json::parse(m_halves.join(text));
    if (!json || !json->isObject()) {
        fail(QStringLiteral("the upstream's stream holds something that is no JSON object"));
    } else {
        const QByteArray &type = (*json)["type"].toBytes();
        event(type.isEmpty() ? name.toByteArray() : type, *json);
    }
    return std::exchange(m_events, {});
}

chat::StreamEvents EventDecoder::finish()
{
    if (!m_ended)
        fail(m_started ? QStringLiteral("the upstream's stream broke off")
                       : QStringLiteral("the upstream's stream ended without an answer"));
    return std::exchange(m_events, {});
}

void EventDecoder::fail(base::Error error)
{
    m_events.emplace_back(chat::event::Failed{std::move(error)});
    m_ended = true;
}

void EventDecoder::fail(const QString &why)
{
    fail(base::Error{
        .code = base::ErrorCode::UpstreamFailed, .detail = why, .upstreamStatus = StatusOfStream});
}

void EventDecoder::event(const QByteArray &type, const Json &json)
{
    if (type == "error" || type == "response.failed" || type.isEmpty()) {
        const Json &response = json["response"];
        fail(decodeOpenAiErrorJson(StatusOfStream, response["error"].isObject() ? response : json));
        return;
    }
    if (type == "response.created" || type == "response.in_progress" || type == "response.queued") {
        if (!m_started)
            start(json["response"]);
        return;
    }
    if (type == "response.completed" || type == "response.incomplete" || type == "response.done") {
        if (!m_started)
            start(json["response"]);
        finished(json["response"]);
        return;
    }
    if (type == "keepalive" || type == "ping") {
        m_events.emplace_back(chat::event::Pinged{});
        return;
    }
    if (!m_started)
        start({});
    if (type == "response.output_item.added") {
        addItem(indexIn(json, "output_index"), json["item"]);
    } else if (type == "response.output_item.done") {
        itemDone(indexIn(json, "output_index"), json["item"]);
    } else if (!textEvent(type, json) && !reasoningEvent(type, json) && !callEvent(type, json)) {
        Item *item = itemFor(json);
        if (item && item->kind == Item::Kind::Opaque)
            emitGrowth(item->pieces[0], Field::Opaque, json.toJson());
        else
            m_events.emplace_back(chat::event::Unknown{Mine, type, json});
    }
}

void EventDecoder::start(const Json &response)
{
    m_started = true;
    chat::event::Started started{
        response["id"].toBytes(), response["model"].toBytes(), response["created_at"].asInt(), {}};
    started.extensions.put(Mine, responseLeftOver(response));
    m_events.emplace_back(std::move(started));
}

EventDecoder::Item *EventDecoder::itemFor(const Json &json)
{
    if (!json["output_index"].isNumber())
        return nullptr;
    const auto found = m_items.find(indexIn(json, "output_index"));
    return found == m_items.end() ? nullptr : &found->second;
}

/// Before its first word an item's text fields are empty; they are filled as the stream goes on.
EventDecoder::Item &EventDecoder::addItem(int index, const Json &item)
{
    Item &state = m_items[index];
    const QByteArray &type = item["type"].toBytes();
    if (type == "message") {
        state.kind = Item::Kind::Message;
        state.fields = leftOver(item, {"type", "role", "content", "status"});
    } else if (type == "reasoning") {
        state.kind = Item::Kind::Reasoning;
        chat::ReasoningPart thought{.id = item["id"].toBytes(), .origin = Mine};
        open(state.pieces[0], Part(std::move(thought)));
    } else if (type == "function_call" || type == "custom_tool_call") {
        state.kind = Item::Kind::Call;
        m_hasCalls = true;
        state.pieces[0].field = Field::Arguments;
        open(state.pieces[0], callOf(leftOver(item, {"status", "arguments", "input"})));
        const Json &given = item[type == "function_call" ? "arguments" : "input"];
        complete(state.pieces[0], given.isObject() ? given.toJson() : given.toBytes());
    } else {
        open(state.pieces[0], Part(chat::OpaquePart{Mine, item}));
    }
    return state;
}

EventDecoder::Piece &EventDecoder::pieceFor(Item &item, int contentIndex, const Json &part)
{
    Piece &piece = item.pieces[contentIndex];
    if (piece.part >= 0)
        return piece;
    Part made = contentPartOf(part);
    if (auto *text = made.as<chat::TextPart>()) {
        text->text.clear();
        text->citations = Json();
        text->citationsFormat.reset();
    } else if (auto *refusal = made.as<chat::RefusalPart>()) {
        refusal->text.clear();
    }
    if (item.pieces.size() == 1) {
        Json mine = made.extensions.of(Mine);
        mine.set(ItemKey, item.fields.isNull() ? Json::object() : item.fields);
        made.extensions.put(Mine, std::move(mine));
    }
    open(piece, std::move(made));
    return piece;
}

void EventDecoder::open(Piece &piece, Part part)
{
    piece.part = m_parts++;
    piece.isOpen = true;
    m_events.emplace_back(chat::event::PartOpened{piece.part, std::move(part), 0});
}

void EventDecoder::close(Piece &piece)
{
    if (!piece.isOpen)
        return;
    piece.isOpen = false;
    m_events.emplace_back(chat::event::PartClosed{piece.part});
}

void EventDecoder::emitGrowth(const Piece &piece, Field field, const QByteArray &delta,
                              int subIndex)
{
    if (piece.isOpen && !delta.isEmpty())
        m_events.emplace_back(
            chat::event::PartGrew{piece.part, field, delta, subIndex, std::nullopt});
}

void EventDecoder::grow(Piece &piece, const QByteArray &delta)
{
    piece.told += delta.size();
    emitGrowth(piece, piece.field, delta);
}

void EventDecoder::complete(Piece &piece, const QByteArray &whole)
{
    if (whole.size() > piece.told)
        grow(piece, whole.mid(piece.told));
}

bool EventDecoder::textEvent(const QByteArray &type, const Json &json)
{
    const bool isText = type.startsWith("response.output_text.");
    const bool isRefusal = type.startsWith("response.refusal.");
    const bool isPart = type.startsWith("response.content_part.");
    if (!isText && !isRefusal && !isPart)
        return false;
    Item *item = itemFor(json);
    if (!item)
        item = &addItem(indexIn(json, "output_index"),
                        Json::object({{"type", "message"}, {"id", json["item_id"].toBytes()}}));
    // Raw reasoning is announced as content, too.
    if (item->kind != Item::Kind::Message)
        return true;
    static const Json textPart = Json::object({{"type", "output_text"}});
    static const Json refusalPart = Json::object({{"type", "refusal"}});
    const Json &kind = isPart ? json["part"] : isRefusal ? refusalPart : textPart;
    Piece &piece = pieceFor(*item, indexIn(json, "content_index"), kind);
    if (type.endsWith(".annotation.added")) {
        annotation(piece, json["annotation"]);
    } else if (type.endsWith(".delta")) {
        grow(piece, json["delta"].toBytes());
        keepLogprobs(json["logprobs"]);
    } else if (type.endsWith(".done")) {
        if (isPart) {
            complete(piece,
                     kind[kind["type"].toBytes() == "refusal" ? "refusal" : "text"].toBytes());
            for (qsizetype i = piece.annotations; i < kind["annotations"].size(); ++i)
                annotation(piece, kind["annotations"].at(i));
            close(piece);
        } else {
            complete(piece, json[isRefusal ? "refusal" : "text"].toBytes());
        }
    }
    return true;
}

void EventDecoder::annotation(Piece &piece, const Json &annotation)
{
    if (!piece.isOpen || !annotation.isObject())
        return;
    ++piece.annotations;
    m_events.emplace_back(
        chat::event::PartGrew{piece.part, Field::Citation, annotation.toJson(), 0, Mine});
}

void EventDecoder::keepLogprobs(const Json &tokens)
{
    for (const Json &token : tokens.items())
        m_logprobs.append(token);
}

bool EventDecoder::reasoningEvent(const QByteArray &type, const Json &json)
{
    if (!type.startsWith("response.reasoning"))
        return false;
    Item *item = itemFor(json);
    if (!item)
        item = &addItem(indexIn(json, "output_index"),
                        Json::object({{"type", "reasoning"}, {"id", json["item_id"].toBytes()}}));
    if (item->kind != Item::Kind::Reasoning)
        return true;
    if (type == "response.reasoning_summary_text.delta")
        growSummary(*item, indexIn(json, "summary_index"), json["delta"].toBytes());
    else if (type == "response.reasoning_text.delta")
        growThought(*item, json["delta"].toBytes());
    return true;
}

void EventDecoder::growSummary(Item &item, int index, const QByteArray &delta)
{
    if (item.summary.size() <= size_t(index))
        item.summary.resize(size_t(index) + 1);
    item.summary[size_t(index)] += delta.size();
    emitGrowth(item.pieces[0], Field::Summary, delta, index);
}

void EventDecoder::growThought(Item &item, const QByteArray &delta)
{
    item.thought += delta.size();
    emitGrowth(item.pieces[0], Field::Text, delta);
}

bool EventDecoder::callEvent(const QByteArray &type, const Json &json)
{
    const bool isFunction = type.startsWith("response.function_call_arguments.");
    const bool isCustom = type.startsWith("response.custom_tool_call_input.");
    if (!isFunction && !isCustom)
        return false;
    Item *item = itemFor(json);
    if (!item || item->kind != Item::Kind::Call)
        return true;
    Piece &piece = item->pieces[0];
    if (type.endsWith(".delta"))
        grow(piece, json["delta"].toBytes());
    else
        complete(piece, json[isFunction ? "arguments" : "input"].toBytes());
    return true;
}

} // namespace omni::wire::openairesponses
