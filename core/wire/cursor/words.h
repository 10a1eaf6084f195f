// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/format.h"

/// Field numbers and values (9router `cursorProtobuf.js`; not one of them is official).
namespace omni::wire::cursor {

inline constexpr auto Mine = chat::Format::Cursor;

/// Tools are offered as those of an MCP server of this name; theirs must look like
/// `mcp_<server>_<tool>`.
inline constexpr char ServerName[] = "custom";
inline constexpr char ToolPrefix[] = "mcp_custom_";
/// Between a call's id and the model's own id for it.
inline constexpr char ModelCallMark[] = "\nmc_";

namespace field {

namespace request {
inline constexpr int Messages = 1, Unknown2 = 2, Instruction = 3, Unknown4 = 4, Model = 5,
                     WebTool = 8, Unknown13 = 13, Setting = 15, Unknown19 = 19, Conversation = 23,
                     Metadata = 26, IsAgentic = 27, SupportedTools = 29, MessageIds = 30,
                     McpTools = 34, LargeContext = 35, Unknown38 = 38, Mode = 46, Unknown47 = 47,
                     DisableTools = 48, ThinkingLevel = 49, Unknown51 = 51, Unknown53 = 53,
                     ModeName = 54;
}

namespace message {
inline constexpr int Content = 1, Role = 2, Id = 13, ToolResults = 18, IsAgentic = 29, Mode = 47,
                     SupportedTools = 51;
}

namespace result {
inline constexpr int CallId = 1, Name = 2, Index = 3, RawArguments = 5, Result = 8, ToolCall = 11,
                     ModelCallId = 12;
}

/// Of `result::Result`.
namespace toolanswer {
inline constexpr int Tool = 1, McpResult = 28, CallId = 35, ModelCallId = 48, Index = 49;
inline constexpr int McpName = 1, McpText = 2;
inline constexpr int McpTool = 19; ///< value of `Tool`
} // namespace toolanswer

/// In answers, and inside a result.
namespace toolcall {
inline constexpr int Tool = 1, Id = 3, Name = 9, RawArguments = 10, IsLast = 11, IsLastToo = 15,
                     McpParams = 27;
inline constexpr int McpTools = 1, McpName = 1, McpArguments = 3, McpServer = 4;
} // namespace toolcall

namespace answer {
inline constexpr int ToolCall = 1, Response = 2;
inline constexpr int Text = 1, Thinking = 25, ThinkingText = 1;
} // namespace answer

} // namespace field

} // namespace omni::wire::cursor
