// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/state.h"

#include "core/base/jsonbytes.h"
#include "core/base/jsonscan.h"
#include "core/wire/members.h"

#include <algorithm>
#include <array>

namespace omni::wire::openairesponses {

using base::Json;
using base::JsonPatch;
using base::JsonSpan;

namespace {

QByteArrayView valueOf(QByteArrayView body, const JsonSpan &span)
{
    return body.sliced(span.valueBegin, span.valueEnd - span.valueBegin);
}

/// `input` as a list of items, whatever shorthand it was.
Json itemsOf(const Json &input)
{
    if (input.isArray())
        return input;
    Json list = Json::array();
    if (input.isString())
        list.append(Json::object({{"type", "message"}, {"role", "user"}, {"content", input}}));
    return list;
}

/// The text of one member; empty when there is none.
QByteArrayView memberText(QByteArrayView body, QByteArrayView key)
{
    const auto spans = base::scanTopLevel(body);
    if (!spans)
        return {};
    for (const JsonSpan &span : *spans) {
        if (span.key == key)
            return valueOf(body, span);
    }
    return {};
}

Json member(QByteArrayView body, QByteArrayView key)
{
    return Json::parse(memberText(body, key)).value_or(Json());
}

Json joined(const Json &first, const Json &second)
{
    Json::Array all = first.items();
    all += second.items();
    return Json(std::move(all));
}

base::Result<QByteArray> withInput(QByteArrayView body, const Json &items, bool dropsPrevious)
{
    const auto spans = base::scanTopLevel(body);
    if (!spans)
        return base::fail(spans.error());
    QList<JsonPatch> patches{{"input", items.toJson()}};
    if (dropsPrevious)
        patches.append(JsonPatch{"previous_response_id", {}});
    return base::patchTopLevel(body, *spans, patches);
}

} // namespace

StateWish stateWishOf(QByteArrayView body)
{
    StateWish wish;
    const auto spans = base::scanTopLevel(body);
    if (!spans)
        return wish;
    for (const JsonSpan &span : *spans) {
        const QByteArrayView value = valueOf(body, span);
        if (span.key == "previous_response_id")
            wish.previousId = Json::parse(value).value_or(Json()).toBytes();
        else if (span.key == "store")
            wish.store = value != "false";
        else if (span.key == "input")
            wish.hasReferences = base::containsBytes(value, "\"item_reference\"");
    }
    return wish;
}

std::optional<StoredTurn> turnOf(QByteArrayView body, QByteArrayView response,
                                 const StoredTurn *before)
{
    const auto answer = Json::parse(response);
    if (!answer || (*answer)["id"].toBytes().isEmpty() || !(*answer)["output"].isArray() ||
        (*answer)["status"].toBytes() == "failed")
        return std::nullopt;
    StoredTurn turn;
    turn.id = (*answer)["id"].toBytes();
    turn.response = response.toByteArray();
    turn.input = itemsOf(member(body, "input"));
    turn.items =
        joined(before ? joined(before->items, turn.input) : turn.input, (*answer)["output"]);
    turn.bytes = body.size() + 2 * response.size() + (before ? before->bytes : 0);
    return turn;
}

base::Result<QByteArray> withHistory(QByteArrayView body, const StoredTurn &before)
{
    return withInput(body, joined(before.items, itemsOf(member(body, "input"))), true);
}

base::Result<QByteArray> withItems(QByteArrayView body,
                                   const std::function<Json(const QByteArray &)> &find)
{
    const Json input = member(body, "input");
    Json items = Json::array();
    for (qsizetype i = 0; i < input.size(); ++i) {
        const Json &item = input.at(i);
        if (item["type"].toBytes() != "item_reference") {
            items.append(item);
            continue;
        }
        Json found = find(item["id"].toBytes());
        if (found.isNull()) {
            const QString field = QStringLiteral("input[%1].id").arg(i);
            return base::fail({.code = base::ErrorCode::InvalidRequest,
                               .detail = field + QStringLiteral(": no item with the id '%1' is "
                                                                "stored here")
                                                     .arg(item["id"].toText()),
                               .field = field});
        }
        items.append(std::move(found));
    }
    return withInput(body, items, false);
}

Json itemIn(const StoredTurn &turn, const QByteArray &id)
{
    const auto &items = turn.items.items();
    const auto found = std::find_if(items.rbegin(), items.rend(),
                                    [&](const Json &item) { return item["id"].toBytes() == id; });
    return found == items.rend() ? Json() : *found;
}

QByteArray inputItemsBody(const StoredTurn &turn)
{
    Json list = Json::array();
    int index = 0;
    for (Json item : turn.input.items()) {
        if (item["type"].isNull())
            item.set("type", "message");
        if (item["id"].isNull())
            item.set("id", "item_" + turn.id + '_' + QByteArray::number(index));
        ++index;
        list.append(std::move(item));
    }
    const Json first = list.size() > 0 ? list.at(0)["id"] : Json();
    const Json last = list.size() > 0 ? list.at(list.size() - 1)["id"] : Json();
    return Json::object({{"object", "list"},
                         {"data", list},
                         {"first_id", first},
                         {"last_id", last},
                         {"has_more", false}})
        .toJson();
}

QByteArray deletedBody(const QByteArray &id)
{
    return Json::object({{"id", id}, {"object", "response"}, {"deleted", true}}).toJson();
}

Json echoOf(QByteArrayView body)
{
    static constexpr std::array Repeated{"background",
                                         "instructions",
                                         "max_output_tokens",
                                         "max_tool_calls",
                                         "metadata",
                                         "parallel_tool_calls",
                                         "previous_response_id",
                                         "prompt_cache_key",
                                         "reasoning",
                                         "safety_identifier",
                                         "store",
                                         "temperature",
                                         "text",
                                         "tool_choice",
                                         "tools",
                                         "top_logprobs",
                                         "top_p",
                                         "truncation",
                                         "user"};
    const auto spans = base::scanTopLevel(body);
    Json echo = Json::object();
    if (!spans)
        return echo;
    for (const base::JsonSpan &span : *spans) {
        if (std::none_of(Repeated.begin(), Repeated.end(),
                         [&](const char *key) { return span.key == key; }))
            continue;
        const auto value =
            Json::parse(body.sliced(span.valueBegin, span.valueEnd - span.valueBegin));
        if (value && !value->isNull())
            echo.set(span.key, *value);
    }
    if (echo["reasoning"].isObject()) {
        Json reasoning = echo["reasoning"];
        addMissing(reasoning, Json::object({{"effort", Json()}, {"summary", Json()}}));
        echo.set("reasoning", reasoning);
    }
    if (echo["text"].isObject() && !echo["text"].contains("format")) {
        Json text = echo["text"];
        text.set("format", Json::object({{"type", "text"}}));
        echo.set("text", text);
    }
    if (!echo.contains("store"))
        echo.set("store", true);
    return echo;
}

std::optional<base::Error> foreignFault(const chat::ChatRequest &request)
{
    if (request.origin != chat::Format::OpenAiResponses)
        return std::nullopt;
    const Json &extension = request.extensions.of(chat::Format::OpenAiResponses);
    const auto refused = [](const char *field, const char *why) {
        const QString name = QString::fromLatin1(field);
        return base::Error{.code = base::ErrorCode::Unsupported,
                           .detail = name + QStringLiteral(": ") + QString::fromLatin1(why),
                           .field = name};
    };
    if (extension["background"].toBool())
        return refused("background", "the upstream of this model answers while you wait only");
    if (extension.contains("conversation"))
        return refused("conversation", "the upstream of this model keeps no conversations");
    if (extension.contains("prompt"))
        return refused("prompt", "the upstream of this model stores no prompts");
    if (request.messages.empty())
        return refused("input", "is empty");
    return std::nullopt;
}

void ResponseTap::feed(QByteArrayView bytes)
{
    for (const net::Frame &frame : m_reader.feed(bytes)) {
        if (frame.name == "response.completed" || frame.name == "response.incomplete")
            m_response = memberText(frame.data, "response").toByteArray();
    }
}

} // namespace omni::wire::openairesponses
