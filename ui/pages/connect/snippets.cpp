// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/connect/snippets.h"

namespace omni::ui::pages::connect {

namespace {

bool isAnthropic(const SnippetWish &wish)
{
    return wish.dialect == Dialect::Anthropic;
}

QString filled(QString text, const SnippetWish &wish)
{
    return text.replace(QLatin1String("$URL"), wish.baseUrl)
        .replace(QLatin1String("$KEY"), wish.key)
        .replace(QLatin1String("$MODEL"), wish.model);
}

QString curl(const SnippetWish &wish)
{
    if (isAnthropic(wish))
        return QStringLiteral(
            "curl $URL/v1/messages \\\n"
            "  -H 'x-api-key: $KEY' \\\n"
            "  -H 'anthropic-version: 2023-06-01' \\\n"
            "  -H 'content-type: application/json' \\\n"
            "  -d '{\"model\": \"$MODEL\", \"max_tokens\": 256,\n"
            "       \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}'");
    return QStringLiteral("curl $URL/v1/chat/completions \\\n"
                          "  -H 'authorization: Bearer $KEY' \\\n"
                          "  -H 'content-type: application/json' \\\n"
                          "  -d '{\"model\": \"$MODEL\",\n"
                          "       \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}'");
}

QString python(const SnippetWish &wish)
{
    if (isAnthropic(wish))
        return QStringLiteral("from anthropic import Anthropic\n\n"
                              "client = Anthropic(base_url=\"$URL\", api_key=\"$KEY\")\n"
                              "answer = client.messages.create(\n"
                              "    model=\"$MODEL\", max_tokens=256,\n"
                              "    messages=[{\"role\": \"user\", \"content\": \"Hello\"}])\n"
                              "print(answer.content[0].text)");
    return QStringLiteral("from openai import OpenAI\n\n"
                          "client = OpenAI(base_url=\"$URL/v1\", api_key=\"$KEY\")\n"
                          "answer = client.chat.completions.create(\n"
                          "    model=\"$MODEL\",\n"
                          "    messages=[{\"role\": \"user\", \"content\": \"Hello\"}])\n"
                          "print(answer.choices[0].message.content)");
}

QString javaScript(const SnippetWish &wish)
{
    if (isAnthropic(wish))
        return QStringLiteral(
            "import Anthropic from \"@anthropic-ai/sdk\";\n\n"
            "const client = new Anthropic({ baseURL: \"$URL\", apiKey: \"$KEY\" });\n"
            "const answer = await client.messages.create({\n"
            "  model: \"$MODEL\", max_tokens: 256,\n"
            "  messages: [{ role: \"user\", content: \"Hello\" }],\n"
            "});\n"
            "console.log(answer.content[0].text);");
    return QStringLiteral("import OpenAI from \"openai\";\n\n"
                          "const client = new OpenAI({ baseURL: \"$URL/v1\", apiKey: \"$KEY\" });\n"
                          "const answer = await client.chat.completions.create({\n"
                          "  model: \"$MODEL\",\n"
                          "  messages: [{ role: \"user\", content: \"Hello\" }],\n"
                          "});\n"
                          "console.log(answer.choices[0].message.content);");
}

QString variable(ShellKind shell, const QString &name, const QString &value)
{
    switch (shell) {
    case ShellKind::Fish:
        return QStringLiteral("set -gx %1 '%2'").arg(name, value);
    case ShellKind::PowerShell:
        return QStringLiteral("$env:%1 = '%2'").arg(name, value);
    case ShellKind::Cmd:
        return QStringLiteral("set \"%1=%2\"").arg(name, value);
    case ShellKind::Bash:
        break;
    }
    return QStringLiteral("export %1='%2'").arg(name, value);
}

QString shell(const SnippetWish &wish)
{
    QStringList lines;
    if (isAnthropic(wish)) {
        lines.append(variable(wish.shell, QStringLiteral("ANTHROPIC_BASE_URL"), wish.baseUrl));
        lines.append(variable(wish.shell, QStringLiteral("ANTHROPIC_AUTH_TOKEN"), wish.key));
        lines.append(variable(wish.shell, QStringLiteral("ANTHROPIC_MODEL"), wish.model));
    } else {
        lines.append(variable(wish.shell, QStringLiteral("OPENAI_BASE_URL"),
                              wish.baseUrl + QStringLiteral("/v1")));
        lines.append(variable(wish.shell, QStringLiteral("OPENAI_API_KEY"), wish.key));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString snippet(const SnippetWish &wish)
{
    switch (wish.language) {
    case Language::Curl:
        return filled(curl(wish), wish);
    case Language::Python:
        return filled(python(wish), wish);
    case Language::JavaScript:
        return filled(javaScript(wish), wish);
    case Language::Shell:
        break;
    }
    return shell(wish);
}

} // namespace omni::ui::pages::connect
