// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/programs.h"

#include "core/http/requesthead.h"

#include <array>

namespace omni::http {

namespace {

struct Row
{
    const char *prefix; ///< of the User-Agent, any case
    const char *program;
};

/// Longer prefixes before shorter ones of the same start.
constexpr std::array Rows{
    Row{"claude-cli", "Claude Code"},
    Row{"claude-code", "Claude Code"},
    Row{"codex_cli", "Codex"},
    Row{"codex_vscode", "Codex"},
    Row{"codex", "Codex"},
    Row{"GeminiCLI", "Gemini CLI"},
    Row{"opencode", "OpenCode"},
    Row{"cline", "Cline"},
    Row{"Kilo-Code", "Kilo Code"},
    Row{"RooCode", "Roo Code"},
    Row{"Roo-Code", "Roo Code"},
    Row{"continue", "Continue"},
    Row{"Cursor", "Cursor"},
    Row{"aider", "Aider"},
    Row{"litellm", "LiteLLM"},
    Row{"QwenCode", "Qwen Code"},
    Row{"goose", "Goose"},
    Row{"Zed", "Zed"},
    Row{"droid", "Droid"},
    Row{"factory-cli", "Droid"},
    Row{"GitHubCopilot", "GitHub Copilot"},
    Row{"Anthropic/Python", "Anthropic SDK (Python)"},
    Row{"AsyncAnthropic/Python", "Anthropic SDK (Python)"},
    Row{"Anthropic/JS", "Anthropic SDK (JavaScript)"},
    Row{"OpenAI/Python", "OpenAI SDK (Python)"},
    Row{"AsyncOpenAI/Python", "OpenAI SDK (Python)"},
    Row{"OpenAI/JS", "OpenAI SDK (JavaScript)"},
    Row{"curl", "curl"},
};

constexpr qsizetype MaxName = 40;

} // namespace

QString programOf(QByteArrayView userAgent)
{
    for (const Row &row : Rows) {
        const QByteArrayView prefix(row.prefix);
        if (userAgent.size() >= prefix.size() &&
            equalsIgnoringCase(userAgent.first(prefix.size()), prefix))
            return QString::fromLatin1(row.program);
    }
    const auto end = std::find_if(userAgent.begin(), userAgent.end(),
                                  [](char c) { return c == '/' || c == ' ' || c == ';'; });
    const qsizetype size = end - userAgent.begin();
    return QString::fromLatin1(userAgent.first(std::min(size, MaxName)));
}

} // namespace omni::http
