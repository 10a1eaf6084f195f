// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/betas.h"

#include "core/wire/anthropic/words.h"

#include <array>

namespace omni::wire::anthropic {

using base::Json;

namespace {

struct Beta
{
    const char *feature; ///< start of a tool's type, of an edit's type, or a top-level field
    const char *name;
};

constexpr std::array ToolBetas{Beta{"code_execution_20250522", "code-execution-2025-05-22"},
                               Beta{"code_execution_20250825", "code-execution-2025-08-25"},
                               Beta{"computer_20250124", "computer-use-2025-01-24"},
                               Beta{"computer_20251124", "computer-use-2025-11-24"},
                               Beta{"web_fetch_20250910", "web-fetch-2025-09-10"},
                               Beta{"memory_", "context-management-2025-06-27"},
                               Beta{"tool_search_tool_", "advanced-tool-use-2025-11-20"},
                               Beta{"mcp_toolset", "mcp-client-2025-11-20"}};
constexpr char ContextBeta[] = "context-management-2025-06-27";
constexpr char CompactBeta[] = "compact-2026-01-12";
constexpr char OldMcpBeta[] = "mcp-client-2025-04-04";
constexpr char FilesBeta[] = "files-api-2025-04-14";
constexpr char InterleavedBeta[] = "interleaved-thinking-2025-05-14";

bool usesFiles(const std::vector<chat::Part> &parts)
{
    for (const chat::Part &part : parts) {
        if (const auto *media = part.as<chat::MediaPart>(); media && !media->fileId.isEmpty())
            return true;
        if (const auto *result = part.as<chat::ToolResultPart>();
            result && usesFiles(result->content))
            return true;
        if (const auto *opaque = part.as<chat::OpaquePart>();
            opaque && opaque->json["type"].toBytes() == "container_upload")
            return true;
    }
    return false;
}

void add(QByteArray &list, QByteArrayView name)
{
    if (list.split(',').contains(name.toByteArray()))
        return;
    if (!list.isEmpty())
        list += ',';
    list.append(name);
}

} // namespace

QByteArray betasFor(const chat::ChatRequest &request, const Conversation &conversation,
                    const ThinkingPlan &thinking, const ToolPlan &tools)
{
    QByteArray list;
    if (thinking.mode == ThinkingPlan::Mode::Manual && !tools.tools.empty())
        add(list, InterleavedBeta);
    for (const chat::ToolSpec &tool : tools.tools) {
        const QByteArray &type = tool.builtIn["type"].toBytes();
        for (const Beta &beta : ToolBetas) {
            if (!type.isEmpty() && type.startsWith(beta.feature))
                add(list, beta.name);
        }
    }
    const Json &extra = request.extensions.of(Mine);
    for (const Json &edit : extra["context_management"]["edits"].items())
        add(list, edit["type"].toBytes().startsWith("compact_") ? CompactBeta : ContextBeta);
    if (extra.contains("mcp_servers") && !list.contains("mcp-client-"))
        add(list, OldMcpBeta);
    for (const Turn &turn : conversation.turns) {
        if (usesFiles(turn.parts))
            add(list, FilesBeta);
    }
    return list;
}

} // namespace omni::wire::anthropic
