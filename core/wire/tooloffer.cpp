// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/tooloffer.h"

#include <algorithm>

namespace omni::wire {

using chat::ChatRequest;
using chat::ToolChoice;
using chat::ToolKind;
using chat::ToolSpec;
using Mode = ToolChoice::Mode;

namespace {

bool isNamed(const ToolChoice &choice, const ToolSpec &tool)
{
    return std::find(choice.names.begin(), choice.names.end(), tool.name) != choice.names.end();
}

void noteForce(const ToolChoice &choice, Losses &losses)
{
    if (choice.mode == Mode::Any || choice.mode == Mode::Named || choice.required)
        losses.append(Loss{"tool_choice", "the upstream cannot be made to call a tool"});
}

} // namespace

base::Result<std::vector<const ToolSpec *>> offeredTools(const ChatRequest &request, Losses &losses)
{
    const ToolChoice &choice = request.toolChoice;
    std::vector<const ToolSpec *> offered;
    if (request.tools.empty() || choice.mode == Mode::None)
        return offered;
    noteForce(choice, losses);
    if (request.parallelToolCalls == false)
        losses.append(Loss{"parallel_tool_calls", "the upstream has no such switch"});
    const bool isPicked = choice.mode == Mode::Named || choice.mode == Mode::Allowed;
    for (size_t i = 0; i < request.tools.size(); ++i) {
        const ToolSpec &tool = request.tools[i];
        if (isPicked && !isNamed(choice, tool))
            continue;
        if (tool.kind != ToolKind::BuiltIn) {
            offered.push_back(&tool);
            continue;
        }
        const QByteArray path = "tools[" + QByteArray::number(qint64(i)) + ']';
        if (isPicked)
            return base::fail({.code = base::ErrorCode::Unsupported,
                               .detail = QStringLiteral("the upstream has no tool %1")
                                             .arg(QString::fromUtf8(tool.name)),
                               .field = QString::fromUtf8(path)});
        losses.append(Loss{path, "a tool that only its own provider runs"});
    }
    return offered;
}

} // namespace omni::wire
