// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/tools.h"

#include "core/wire/anthropic/blockdecoder.h"
#include "core/wire/anthropic/words.h"

namespace omni::wire::anthropic {

using base::Json;
using chat::ToolChoice;
using chat::ToolSpec;

namespace {

bool decodeTool(FieldReader &in, const Json &tool, const FieldPath &where, ToolSpec &spec)
{
    if (!tool.isObject())
        return in.wrong(where, "an object is wanted");
    QByteArray type;
    if (!in.text(tool["type"], where["type"], type) ||
        !in.text(tool["name"], where["name"], spec.name) ||
        !decodeCacheMark(in, tool["cache_control"], where["cache_control"], spec.cache))
        return false;
    if (!type.isEmpty() && type != "custom") {
        spec.kind = chat::ToolKind::BuiltIn;
        spec.builtIn = leftOver(tool, {"cache_control"});
        spec.builtInFormat = Mine;
        return true;
    }
    if (spec.name.isEmpty())
        return in.wrong(where["name"], "is required, as a string");
    if (!tool["input_schema"].isObject())
        return in.wrong(where["input_schema"], "an object is wanted");
    spec.parameters = tool["input_schema"];
    if (!in.text(tool["description"], where["description"], spec.description) ||
        !in.boolean(tool["strict"], where["strict"], spec.strict))
        return false;
    spec.extensions.put(
        Mine, leftOver(tool, {"name", "input_schema", "description", "strict", "cache_control"}));
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
    specs.reserve(size_t(tools.size()));
    for (qsizetype i = 0; i < tools.size(); ++i) {
        ToolSpec spec;
        if (!decodeTool(in, tools.at(i), where.at(i), spec))
            return false;
        specs.push_back(std::move(spec));
    }
    return true;
}

bool decodeToolChoice(FieldReader &in, const Json &choice, const FieldPath &where,
                      chat::ChatRequest &request)
{
    if (choice.isNull())
        return true;
    if (!choice.isObject())
        return in.wrong(where, "an object is wanted");
    const QByteArray &type = choice["type"].toBytes();
    using Mode = ToolChoice::Mode;
    if (type == "auto") {
        request.toolChoice.mode = Mode::Auto;
    } else if (type == "any") {
        request.toolChoice.mode = Mode::Any;
    } else if (type == "none") {
        request.toolChoice.mode = Mode::None;
    } else if (type == "tool") {
        request.toolChoice.mode = Mode::Named;
        QByteArray name;
        if (!in.text(choice["name"], where["name"], name))
            return false;
        if (name.isEmpty())
            return in.wrong(where["name"], "is required, as a string");
        request.toolChoice.names = {name};
    } else {
        return in.wrong(where["type"], "must be auto, any, tool or none");
    }
    std::optional<bool> disabled;
    if (!in.boolean(choice["disable_parallel_tool_use"], where["disable_parallel_tool_use"],
                    disabled))
        return false;
    if (disabled)
        request.parallelToolCalls = !*disabled;
    return true;
}

} // namespace omni::wire::anthropic
