// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/schema.h"

#include "core/wire/gemini/words.h"

#include <array>

namespace omni::wire::gemini {

using base::Json;

namespace {

constexpr int MaxDepth = 64;

/// Counts are 64-bit integers, which the API's JSON writes as text.
constexpr std::array<QByteArrayView, 6> Counts{"minItems",  "maxItems",      "minLength",
                                               "maxLength", "minProperties", "maxProperties"};

Json plainNumber(const Json &value)
{
    bool good = false;
    const qint64 number = value.toBytes().toLongLong(&good);
    return good ? Json(number) : value;
}

Json read(const Json &written, int depth);

Json readProperties(const Json &properties, int depth)
{
    Json out = Json::object();
    for (const base::JsonMember &member : properties.members())
        out.set(member.key, read(member.value, depth));
    return out;
}

Json readList(const Json &list, int depth)
{
    Json out = Json::array();
    for (const Json &item : list.items())
        out.append(read(item, depth));
    return out;
}

void makeNullable(Json &schema)
{
    if (schema["type"].isString())
        schema.set("type", Json::array({schema["type"], "null"}));
    if (schema["enum"].isArray()) {
        Json values = schema["enum"];
        values.append(Json());
        schema.set("enum", values);
    }
    if (schema["anyOf"].isArray()) {
        Json branches = schema["anyOf"];
        branches.append(Json::object({{"type", "null"}}));
        schema.set("anyOf", branches);
    }
}

Json read(const Json &written, int depth)
{
    if (!written.isObject() || depth > MaxDepth)
        return written;
    const Json schema = camelKeys(written);
    Json out = Json::object();
    for (const base::JsonMember &member : schema.members()) {
        const QByteArray &key = member.key;
        const bool isCount =
            std::find(Counts.begin(), Counts.end(), QByteArrayView(key)) != Counts.end();
        if (key == "type") {
            const QByteArray type = member.value.toBytes().toLower();
            if (type != "type_unspecified" && !type.isEmpty())
                out.set(key, type);
            else if (!member.value.isString())
                out.set(key, member.value);
        } else if (key == "properties") {
            out.set(key, readProperties(member.value, depth + 1));
        } else if (key == "items") {
            out.set(key, read(member.value, depth + 1));
        } else if (key == "anyOf") {
            out.set(key, readList(member.value, depth + 1));
        } else if (key == "example") {
            out.set("examples", Json::array({member.value}));
        } else if (isCount) {
            out.set(key, plainNumber(member.value));
        } else if (key != "nullable" && key != "propertyOrdering" &&
                   !(key == "format" && member.value.toBytes() == "enum")) {
            out.set(key, member.value);
        }
    }
    if (schema["nullable"].toBool())
        makeNullable(out);
    return out;
}

} // namespace

Json toJsonSchema(const Json &reduced)
{
    return read(reduced, 0);
}

} // namespace omni::wire::gemini
