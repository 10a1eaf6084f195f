// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace omni::chat {

/// A vendor's wire format: what a client speaks to us or we speak to an upstream.
enum class Format
{
    OpenAiChat,
    OpenAiResponses,
    Anthropic,
    Gemini,
    Ollama,
    CodeAssist,
    Kiro,
    Cursor,
    OpenAiCompletions, ///< the legacy `/v1/completions`
    BedrockConverse
};
constexpr int FormatCount = int(Format::BedrockConverse) + 1;

/// The name used on the command line and in files, e.g. `openai-chat`.
QByteArray formatName(Format format);
std::optional<Format> formatFromName(QByteArrayView name);

} // namespace omni::chat
