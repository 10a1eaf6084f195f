// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/chat/format.h"

#include <array>

namespace omni::chat {

namespace {

constexpr std::array<const char *, FormatCount> Names{"openai-chat",
                                                      "openai-responses",
                                                      "anthropic",
                                                      "gemini",
                                                      "ollama",
                                                      "code-assist",
                                                      "kiro",
                                                      "cursor",
                                                      "openai-completions",
                                                      "bedrock-converse"};

} // namespace

QByteArray formatName(Format format)
{
    return QByteArray(Names.at(size_t(format)));
}

std::optional<Format> formatFromName(QByteArrayView name)
{
    for (size_t i = 0; i < Names.size(); ++i) {
        if (name == QByteArrayView(Names.at(i)))
            return Format(i);
    }
    return std::nullopt;
}

} // namespace omni::chat
