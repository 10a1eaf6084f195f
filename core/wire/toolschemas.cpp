// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/toolschemas.h"

#include "core/wire/members.h"

namespace omni::wire {

using base::Json;

QByteArray argumentsAsObject(const chat::ToolCallPart &call)
{
    const QByteArray text = call.arguments.trimmed();
    if (call.isFreeForm)
        return Json::object({{"input", call.arguments}}).toJson();
    if (text.isEmpty())
        return "{}";
    const auto parsed = Json::parse(text);
    if (parsed && parsed->isObject())
        return parsed->toJson();
    // Some models write the object as a JSON string.
    if (parsed && parsed->isString()) {
        const auto inner = Json::parse(parsed->toBytes());
        if (inner && inner->isObject())
            return inner->toJson();
    }
    return Json::object({{"_raw", QString::fromUtf8(call.arguments)}}).toJson();
}

Json objectSchema(const Json &schema, const QByteArray &path, Losses &losses)
{
    if (schema.isNull() || (schema.isObject() && schema.size() == 0))
        return Json::object({{"type", "object"}, {"properties", Json::object()}});
    if (!schema.isObject()) {
        losses.append(Loss{path, "the schema is no object: any arguments are allowed"});
        return Json::object({{"type", "object"}});
    }
    if (schema["type"].toBytes() == "object")
        return schema;
    Json whole = Json::object({{"type", "object"}});
    addMissing(whole, schema);
    if (!schema["type"].isNull())
        losses.append(Loss{path, "the schema's type must be `object`"});
    return whole;
}

Json freeFormSchema(const Json &grammar)
{
    Json input = Json::object({{"type", "string"}});
    const QByteArray &definition = grammar["definition"].toBytes();
    if (!definition.isEmpty())
        input.set("description", "The whole input as plain text, by this grammar (" +
                                     grammar["syntax"].toBytes() + "):\n" + definition);
    return Json::object({{"type", "object"},
                         {"properties", Json::object({{"input", std::move(input)}})},
                         {"required", Json::array({"input"})}});
}

} // namespace omni::wire
