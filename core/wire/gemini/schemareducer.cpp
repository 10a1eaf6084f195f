// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/schema.h"

#include "core/wire/members.h"

#include <array>

namespace omni::wire::gemini {

using base::Json;
using base::JsonMember;

namespace {

constexpr int MaxDepth = 64;
/// References may multiply; no honest tool comes near this.
constexpr int MaxNodes = 20'000;
constexpr qsizetype LongestHint = 200;

/// Keywords whose meaning goes into the description.
constexpr std::array<QByteArrayView, 11> Hinted{
    "minLength",     "maxLength",     "pattern",          "minItems",
    "maxItems",      "uniqueItems",   "exclusiveMinimum", "exclusiveMaximum",
    "minProperties", "maxProperties", "multipleOf"};
/// Keywords that say how the schema is written, not what it allows.
constexpr std::array<QByteArrayView, 9> Silent{"$schema",     "$id",      "$defs",
                                               "definitions", "$comment", "title",
                                               "examples",    "example",  "$anchor"};

template<size_t N>
bool isOne(const std::array<QByteArrayView, N> &words, QByteArrayView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

QByteArray textOf(const Json &value)
{
    return value.isString() ? value.toBytes() : value.toJson();
}

bool isNullType(const Json &schema)
{
    return schema["type"].toBytes() == "null" ||
           (schema.contains("const") && schema["const"].isNull()) ||
           (schema["enum"].size() == 1 && schema["enum"].at(0).isNull());
}

class Reducer
{
public:
    explicit Reducer(const Json &root)
        : m_root(root)
    {}

    Json run() { return reduce(wrapped(m_root), 0); }
    QByteArrayList lost;

private:
    void lose(QByteArrayView keyword)
    {
        const QByteArray word = keyword.toByteArray();
        if (!lost.contains(word))
            lost.append(word);
    }

    /// Some servers send a bare map of properties.
    static Json wrapped(const Json &schema)
    {
        if (schema.size() == 0 || !schema.isObject())
            return schema;
        constexpr std::array<QByteArrayView, 9> Signs{
            "type", "properties", "$ref", "anyOf", "oneOf", "allOf", "enum", "const", "items"};
        const auto &members = schema.members();
        const bool isMap = std::all_of(members.begin(), members.end(), [&](const JsonMember &m) {
            return m.value.isObject() && !m.key.startsWith('$') && !isOne(Signs, m.key);
        });
        if (!isMap)
            return schema;
        return Json::object({{"type", "object"}, {"properties", schema}});
    }

    Json resolved(const Json &schema, QByteArrayList &seen)
    {
        Json current = schema;
        while (current["$ref"].isString()) {
            const QByteArray ref = current["$ref"].toBytes();
            const Json *target = ref.startsWith('#') ? find(ref) : nullptr;
            if (!target || m_open.contains(ref) || seen.contains(ref)) {
                lose("$ref");
                Json plain = Json::object({{"type", "object"}});
                plain.set("description", hinted(current["description"].toBytes(), {"like " + ref}));
                return plain;
            }
            seen.append(ref);
            Json next = *target;
            // What stands beside a reference speaks for this place.
            const Json beside = leftOver(current, {"$ref"});
            for (const JsonMember &member : beside.members())
                next.set(member.key, member.value);
            current = next;
        }
        return current;
    }

    const Json *find(const QByteArray &ref) const
    {
        const Json *at = &m_root;
        for (QByteArray step : ref.mid(1).split('/')) {
            if (step.isEmpty())
                continue;
            step = QByteArray::fromPercentEncoding(step).replace("~1", "/").replace("~0", "~");
            bool isIndex = false;
            const int index = step.toInt(&isIndex);
            at = at->isArray() && isIndex ? &at->at(index) : &(*at)[QByteArrayView(step)];
        }
        return at->isObject() ? at : nullptr;
    }

    static QByteArray hinted(const QByteArray &description, const QByteArrayList &hints)
    {
        if (hints.isEmpty())
            return description;
        const QByteArray note = '(' + hints.join(", ") + ')';
        return description.isEmpty() ? note : description + ' ' + note;
    }

    Json reduce(const Json &written, int depth)
    {
        if (!written.isObject() || depth > MaxDepth || ++m_nodes > MaxNodes) {
            if (written.isObject())
                lose("depth");
            // `true` allows anything; the API wants a type.
            return Json::object({{"type", depth == 0 || written.isObject() ? "object" : "string"}});
        }
        QByteArrayList seen;
        Json schema = resolved(written, seen);
        m_open += seen;
        schema = merged(schema, depth);
        QByteArrayList hints;
        Json out = withBranches(schema, depth, hints);
        if (out.isNull())
            out = plain(schema, depth, hints);
        m_open.resize(m_open.size() - seen.size());
        return out;
    }

    /// `allOf`, `then` and `else` worked into the schema they stand in.
    Json merged(Json schema, int depth)
    {
        for (const char *key : {"allOf", "if", "then", "else"}) {
            const Json part = schema.take(key);
            if (part.isNull())
                continue;
            if (QByteArrayView(key) != "allOf")
                lose(key);
            if (QByteArrayView(key) == "if")
                continue;
            const Json list = part.isArray() ? part : Json::array({part});
            for (const Json &each : list.items())
                mergeInto(schema, each, depth, QByteArrayView(key) == "allOf");
        }
        return schema;
    }

    void mergeInto(Json &schema, const Json &written, int depth, bool withRequired)
    {
        if (!written.isObject() || depth > MaxDepth || ++m_nodes > MaxNodes)
            return;
        QByteArrayList seen;
        const Json part = merged(resolved(written, seen), depth + 1);
        for (const JsonMember &member : part.members()) {
            if (member.key == "required") {
                if (!withRequired)
                    continue;
                Json names = schema["required"];
                for (const Json &name : member.value.items()) {
                    if (!names.items().contains(name))
                        names.append(name);
                }
                schema.setIfPresent("required", names);
            } else if (member.key == "properties" && schema["properties"].isObject()) {
                Json properties = schema["properties"];
                addMissing(properties, member.value);
                schema.set("properties", properties);
            } else if (!schema.contains(member.key)) {
                schema.set(member.key, member.value);
            }
        }
    }

    /// A choice between schemas; null when there is none to keep.
    Json withBranches(Json &schema, int depth, QByteArrayList &hints)
    {
        Json branches = schema.take("anyOf");
        const Json oneOf = schema.take("oneOf");
        if (!branches.isArray())
            branches = oneOf;
        if (!branches.isArray())
            return {};
        Json real = Json::array();
        for (const Json &branch : branches.items()) {
            if (isNullType(branch))
                schema.set("nullable", true);
            else
                real.append(branch);
        }
        if (real.size() == 1) {
            mergeInto(schema, real.at(0), depth, true);
            // The branch may be a choice itself.
            return schema.contains("anyOf") || schema.contains("oneOf")
                       ? withBranches(schema, depth + 1, hints)
                       : Json();
        }
        if (schema["properties"].isObject() || real.size() == 0) {
            // An object that only varies in what it requires.
            for (const Json &branch : real.items())
                mergeInto(schema, branch, depth, false);
            lose("anyOf");
            return {};
        }
        // Nothing may stand beside `anyOf`.
        Json kept = Json::array();
        const QByteArray &description = schema["description"].toBytes();
        for (const Json &branch : real.items()) {
            Json one = branch;
            if (one.isObject() && !one.contains("type") && schema["type"].isString())
                one.set("type", schema["type"]);
            Json reduced = reduce(one, depth + 1);
            if (!reduced.contains("description") && !description.isEmpty())
                reduced.set("description", description);
            if (schema["nullable"].toBool())
                reduced.set("nullable", true);
            kept.append(reduced);
        }
        return Json::object({{"anyOf", kept}});
    }

    QByteArray knownType(const QByteArray &type, QByteArrayList &hints)
    {
        constexpr std::array<QByteArrayView, 7> Known{"string", "number", "integer", "boolean",
                                                      "array",  "object", "null"};
        if (isOne(Known, type))
            return type;
        lose("type");
        hints.append(type);
        return {};
    }

    QByteArray typeOf(const Json &schema, bool &nullable, QByteArrayList &hints)
    {
        const Json &type = schema["type"];
        if (type.isString())
            return knownType(type.toBytes().toLower(), hints);
        QByteArrayList types;
        for (const Json &each : type.items()) {
            if (each.toBytes() == "null")
                nullable = true;
            else
                types.append(each.toBytes().toLower());
        }
        if (types.size() > 1) {
            lose("type");
            hints.append("or " + types.mid(1).join(" or "));
        }
        if (!types.isEmpty())
            return knownType(types.first(), hints);
        if (schema["properties"].isObject() || schema.contains("additionalProperties"))
            return "object";
        if (schema.contains("items") || schema.contains("prefixItems"))
            return "array";
        return {};
    }

    Json plain(const Json &schema, int depth, QByteArrayList &hints)
    {
        bool nullable = schema["nullable"].toBool();
        QByteArray type = typeOf(schema, nullable, hints);
        Json values = Json::array();
        readEnum(schema, values, nullable);
        if (values.size() > 0)
            type = "string";
        else if (type.isEmpty() || type == "null")
            type = depth == 0 ? "object" : "string";
        Json out = Json::object({{"type", type}});
        if (values.size() > 0)
            out.set("enum", values);
        if (nullable)
            out.set("nullable", true);
        for (const JsonMember &member : schema.members())
            addKeyword(out, member, type, hints);
        if (type == "object")
            addProperties(out, schema, depth);
        else if (type == "array")
            out.set("items", itemsOf(schema, depth));
        const QByteArray description = hinted(schema["description"].toBytes(), hints);
        if (!description.isEmpty())
            out.set("description", description);
        return out;
    }

    void readEnum(const Json &schema, Json &values, bool &nullable)
    {
        Json all = schema["enum"].isArray() ? schema["enum"] : Json::array();
        if (schema.contains("const"))
            all.append(schema["const"]);
        for (const Json &value : all.items()) {
            if (value.isNull()) {
                nullable = true;
            } else if (const QByteArray text = textOf(value); !text.isEmpty()) {
                if (!value.isString())
                    lose("enum");
                if (!values.items().contains(Json(text)))
                    values.append(text);
            }
        }
    }

    void addKeyword(Json &out, const JsonMember &member, const QByteArray &type,
                    QByteArrayList &hints)
    {
        const QByteArrayView key = member.key;
        constexpr std::array<QByteArrayView, 12> Elsewhere{
            "type",  "enum",        "const",    "nullable",         "description", "properties",
            "items", "prefixItems", "required", "propertyOrdering", "default",     "$ref"};
        if (isOne(Elsewhere, key) || isOne(Silent, key))
            return;
        if (key == "minimum" || key == "maximum") {
            if (member.value.isNumber())
                out.set(key, member.value);
            return;
        }
        if (key == "format" && isKnownFormat(member.value.toBytes(), type)) {
            out.set(key, member.value);
            return;
        }
        lose(key);
        if (key == "format" || isOne(Hinted, key))
            hints.append(member.key + ": " + textOf(member.value).left(LongestHint));
    }

    static bool isKnownFormat(const QByteArray &format, const QByteArray &type)
    {
        if (type == "string")
            return format == "date-time" || format == "enum";
        if (type == "integer")
            return format == "int32" || format == "int64";
        return type == "number" && (format == "float" || format == "double");
    }

    void addProperties(Json &out, const Json &schema, int depth)
    {
        Json required = Json::array();
        for (const Json &name : schema["required"].items()) {
            if (name.isString() && schema["properties"].contains(name.toBytes()))
                required.append(name);
        }
        Json properties = Json::object();
        for (const JsonMember &member : schema["properties"].members()) {
            // Some servers mark the property itself as required.
            if (member.value["required"].isBool()) {
                if (member.value["required"].toBool() &&
                    !required.items().contains(Json(member.key)))
                    required.append(member.key);
                properties.set(member.key, reduce(leftOver(member.value, {"required"}), depth + 1));
            } else {
                properties.set(member.key, reduce(member.value, depth + 1));
            }
        }
        if (properties.size() > 0)
            out.set("properties", properties);
        if (required.size() > 0)
            out.set("required", required);
    }

    Json itemsOf(const Json &schema, int depth)
    {
        const Json &tuple =
            schema["prefixItems"].isArray() ? schema["prefixItems"] : schema["items"];
        if (!tuple.isArray())
            return tuple.isObject() ? reduce(tuple, depth + 1) : Json::object({{"type", "string"}});
        lose("prefixItems");
        Json kinds = Json::array();
        for (const Json &item : tuple.items()) {
            const Json kind = reduce(item, depth + 1);
            if (!kinds.items().contains(kind))
                kinds.append(kind);
        }
        if (kinds.size() == 0)
            return Json::object({{"type", "string"}});
        return kinds.size() == 1 ? kinds.at(0) : Json::object({{"anyOf", kinds}});
    }

    const Json &m_root;
    QByteArrayList m_open; ///< references that are being resolved further up
    int m_nodes = 0;
};

} // namespace

ReducedSchema reduceSchema(const Json &schema)
{
    Reducer reducer(schema);
    ReducedSchema reduced;
    reduced.schema = reducer.run();
    reduced.lost = reducer.lost;
    return reduced;
}

} // namespace omni::wire::gemini
