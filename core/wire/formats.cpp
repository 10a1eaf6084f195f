// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"

#include "core/wire/anthropic/codec.h"
#include "core/wire/bedrock/codec.h"
#include "core/wire/cursor/codec.h"
#include "core/wire/gemini/codeassistcodec.h"
#include "core/wire/gemini/codec.h"
#include "core/wire/kiro/codec.h"
#include "core/wire/ollama/codec.h"
#include "core/wire/openaichat/codec.h"
#include "core/wire/openaicompletions/codec.h"
#include "core/wire/openairesponses/codec.h"

#include <array>

namespace omni::wire {

namespace {

struct Row
{
    chat::Format format;
    const Codec &(*codec)();
};

/// One row a format.
constexpr std::array Rows{
    Row{chat::Format::Anthropic, anthropic::codec},
    Row{chat::Format::CodeAssist, gemini::codeAssistCodec},
    Row{chat::Format::Gemini, gemini::codec},
    Row{chat::Format::OpenAiChat, openaichat::codec},
    Row{chat::Format::Ollama, ollama::codec},
    Row{chat::Format::OpenAiResponses, openairesponses::codec},
    Row{chat::Format::OpenAiCompletions, openaicompletions::codec},
    Row{chat::Format::BedrockConverse, bedrock::codec},
    Row{chat::Format::Kiro, kiro::codec},
    Row{chat::Format::Cursor, cursor::codec},
};

} // namespace

const Codec *codecFor(chat::Format format)
{
    for (const Row &row : Rows) {
        if (row.format == format)
            return &row.codec();
    }
    return nullptr;
}

} // namespace omni::wire
