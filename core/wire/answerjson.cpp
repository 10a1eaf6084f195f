// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/chatjson.h"

#include <array>

namespace omni::wire {

using base::Json;
namespace event = chat::event;

namespace {

constexpr std::array FieldNames{"text",    "arguments", "signature", "encrypted",
                                "summary", "citation",  "opaque"};
constexpr std::array FinishNames{"unknown",    "stop",           "stop_sequence", "length",
                                 "tool_calls", "content_filter", "pause",         "error"};

Json extensionsJson(const chat::Extensions &all)
{
    Json object;
    for (const auto &[format, fields] : all.objects)
        object.set(chat::formatName(format), fields);
    return object;
}

void putText(Json &object, const char *name, const QByteArray &value)
{
    if (!value.isEmpty())
        object.set(name, Json(value));
}

Json choiceJson(const chat::Choice &choice)
{
    Json parts = Json::array();
    for (const chat::Part &part : choice.message.parts)
        parts.append(chatJson(part));
    Json json = Json::object({{"parts", parts}, {"finish", FinishNames.at(size_t(choice.finish))}});
    putText(json, "message_id", choice.message.id);
    putText(json, "stop_sequence", choice.stopSequence);
    json.setIfPresent("logprobs", choice.logprobs);
    json.setIfPresent("extensions", extensionsJson(choice.extensions));
    return json;
}

Json named(const char *name)
{
    return Json::object({{"event", name}});
}

Json eventJson(const event::Started &started)
{
    Json json = named("started");
    putText(json, "id", started.id);
    putText(json, "model", started.model);
    if (started.createdSeconds)
        json.set("created", Json(*started.createdSeconds));
    json.setIfPresent("extensions", extensionsJson(started.extensions));
    return json;
}

Json eventJson(const event::PartOpened &opened)
{
    Json json = named("part_opened");
    json.set("index", opened.index);
    json.set("part", chatJson(opened.part));
    if (opened.choice != 0)
        json.set("choice", opened.choice);
    return json;
}

Json eventJson(const event::PartGrew &grew)
{
    Json json = named("part_grew");
    json.set("index", grew.index);
    json.set("field", FieldNames.at(size_t(grew.field)));
    json.set("delta", Json(grew.delta));
    if (grew.subIndex != 0)
        json.set("sub_index", grew.subIndex);
    if (grew.origin)
        json.set("origin", Json(chat::formatName(*grew.origin)));
    return json;
}

Json eventJson(const event::PartClosed &closed)
{
    Json json = named("part_closed");
    json.set("index", closed.index);
    return json;
}

Json eventJson(const event::UsageChanged &changed)
{
    Json json = named("usage_changed");
    json.set("usage", chatJson(changed.usage));
    return json;
}

Json eventJson(const event::Finished &finished)
{
    Json json = named("finished");
    json.set("reason", FinishNames.at(size_t(finished.reason)));
    putText(json, "stop_sequence", finished.stopSequence);
    if (finished.choice != 0)
        json.set("choice", finished.choice);
    json.setIfPresent("extensions", extensionsJson(finished.extensions));
    json.setIfPresent("logprobs", finished.logprobs);
    return json;
}

Json eventJson(const event::Failed &failed)
{
    Json json = named("failed");
    json.set("code", Json(base::errorCodeName(failed.error.code)));
    json.set("detail", Json(failed.error.detail));
    return json;
}

Json eventJson(const event::Pinged &)
{
    return named("pinged");
}

Json eventJson(const event::Unknown &unknown)
{
    Json json = named("unknown");
    json.set("format", Json(chat::formatName(unknown.format)));
    putText(json, "name", unknown.name);
    json.set("json", unknown.json);
    return json;
}

} // namespace

Json chatJson(const chat::ChatResponse &response)
{
    Json choices = Json::array();
    for (const chat::Choice &choice : response.choices)
        choices.append(choiceJson(choice));
    Json json = Json::object();
    putText(json, "id", response.id);
    putText(json, "model", response.model);
    if (response.createdSeconds)
        json.set("created", Json(*response.createdSeconds));
    json.set("choices", choices);
    json.set("usage", chatJson(response.usage));
    putText(json, "service_tier", response.serviceTier);
    json.setIfPresent("extensions", extensionsJson(response.extensions));
    return json;
}

Json chatJson(const chat::StreamEvent &event)
{
    return std::visit([](const auto &value) { return eventJson(value); }, event);
}

} // namespace omni::wire
