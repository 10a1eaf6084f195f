// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/tools.h"

#include "core/wire/gemini/schema.h"
#include "core/wire/gemini/words.h"

namespace omni::wire::gemini {

using base::Json;
using chat::ToolChoice;
using chat::ToolSpec;

namespace {

bool decodeFunction(FieldReader &in, const Json &written, const FieldPath &where, ToolSpec &spec)
{
    if (!written.isObject())
        return in.wrong(where, "an object is wanted");
    const Json declaration = camelKeys(written);
    if (!in.text(declaration["name"], where["name"], spec.name) ||
        !in.text(declaration["description"], where["description"], spec.description))
        return false;
    if (spec.name.isEmpty())
        return in.wrong(where["name"], "is required, as a string");
    const Json &whole = declaration["parametersJsonSchema"];
    const Json &reduced = declaration["parameters"];
    if (!whole.isNull() && !reduced.isNull())
        return in.wrong(where["parametersJsonSchema"], "cannot stand beside parameters");
    if (!reduced.isNull() && !in.object(reduced, where["parameters"]))
        return false;
    Json rest = leftOver(declaration, {"name", "description", "parametersJsonSchema"});
    spec.parameters = reduced.isNull() ? whole : toJsonSchema(reduced);
    spec.extensions.put(Mine, rest);
    return true;
}

bool decodeEntry(FieldReader &in, const Json &written, const FieldPath &where,
                 std::vector<ToolSpec> &specs)
{
    if (!written.isObject())
        return in.wrong(where, "an object is wanted");
    const Json entry = camelKeys(written);
    for (const base::JsonMember &member : entry.members()) {
        if (member.key != "functionDeclarations") {
            ToolSpec spec{.kind = chat::ToolKind::BuiltIn, .name = member.key};
            spec.builtIn = Json::object({member});
            spec.builtInFormat = Mine;
            specs.push_back(std::move(spec));
            continue;
        }
        const FieldPath at = where["functionDeclarations"];
        if (!in.array(member.value, at)) {
            if (in.failed())
                return false;
            continue;
        }
        for (qsizetype i = 0; i < member.value.size(); ++i) {
            ToolSpec spec;
            if (!decodeFunction(in, member.value.at(i), at.at(i), spec))
                return false;
            specs.push_back(std::move(spec));
        }
    }
    return true;
}

bool decodeNames(FieldReader &in, const Json &names, const FieldPath &where, ToolChoice &choice)
{
    if (names.isNull())
        return true;
    if (!in.array(names, where))
        return false;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!names.at(i).isString())
            return in.wrong(where.at(i), "a string is wanted");
        choice.names.push_back(names.at(i).toBytes());
    }
    return true;
}

} // namespace

bool decodeTools(FieldReader &in, const Json &tools, const FieldPath &where,
                 std::vector<ToolSpec> &specs)
{
    if (tools.isNull())
        return true;
    if (!in.array(tools, where))
        return false;
    for (qsizetype i = 0; i < tools.size(); ++i) {
        if (!decodeEntry(in, tools.at(i), where.at(i), specs))
            return false;
    }
    return true;
}

bool decodeToolConfig(FieldReader &in, const Json &written, const FieldPath &where,
                      chat::ChatRequest &request, Json &rest)
{
    if (written.isNull())
        return true;
    if (!in.object(written, where))
        return false;
    const Json whole = camelKeys(written);
    Json left = leftOver(whole, {"functionCallingConfig"});
    const FieldPath at = where["functionCallingConfig"];
    const Json calling = camelKeys(whole["functionCallingConfig"]);
    QByteArray mode;
    ToolChoice &choice = request.toolChoice;
    if (!calling.isNull() && !in.object(calling, at))
        return false;
    if (!in.text(calling["mode"], at["mode"], mode) ||
        !decodeNames(in, calling["allowedFunctionNames"], at["allowedFunctionNames"], choice))
        return false;
    mode = mode.toUpper();
    const bool named = !choice.names.empty();
    using Mode = ToolChoice::Mode;
    if (mode == "NONE")
        choice.mode = Mode::None;
    else if (mode == "ANY")
        choice.mode = !named ? Mode::Any : choice.names.size() == 1 ? Mode::Named : Mode::Allowed;
    else if (mode == "AUTO" || mode == "VALIDATED")
        choice.mode = named ? Mode::Allowed : Mode::Auto;
    else if (!mode.isEmpty() && mode != "MODE_UNSPECIFIED")
        return in.wrong(at["mode"], "must be AUTO, ANY, NONE or VALIDATED");
    if (named && mode != "ANY" && mode != "VALIDATED")
        return in.wrong(at["allowedFunctionNames"], "can stand with mode ANY or VALIDATED only");
    choice.required = mode == "ANY" && named;
    if (choice.mode != Mode::Named && choice.mode != Mode::Allowed)
        choice.required = false;
    Json kept = leftOver(calling, {"mode", "allowedFunctionNames"});
    if (mode == "VALIDATED")
        kept.set("mode", mode);
    left.setIfPresent("functionCallingConfig", kept);
    rest.setIfPresent("toolConfig", left);
    return true;
}

} // namespace omni::wire::gemini
