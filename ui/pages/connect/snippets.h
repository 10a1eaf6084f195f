// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace omni::ui::pages::connect {

enum class Language
{
    Curl,
    Python,
    JavaScript,
    Shell
};

enum class ShellKind
{
    Bash, ///< also zsh
    Fish,
    PowerShell,
    Cmd
};

enum class Dialect
{
    OpenAi,
    Anthropic
};

struct SnippetWish
{
    Language language = Language::Curl;
    ShellKind shell = ShellKind::Bash;
    Dialect dialect = Dialect::OpenAi;
    QString baseUrl; ///< `http://127.0.0.1:20128`
    QString key;
    QString model;
};

/// Text to paste into a file or a terminal; works as it stands once the key is real.
[[nodiscard]] QString snippet(const SnippetWish &wish);

} // namespace omni::ui::pages::connect
