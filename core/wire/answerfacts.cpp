// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/answerfacts.h"

#include "core/base/json.h"
#include "core/base/jsonbytes.h"
#include "core/wire/anthropic/usage.h"
#include "core/wire/openaiusage.h"

#include <array>

namespace omni::wire {

using base::Json;
using base::JsonSpan;
using chat::Format;

namespace {

QByteArrayView valueOf(QByteArrayView body, const JsonSpan &span)
{
    return body.sliced(span.valueBegin, span.valueEnd - span.valueBegin);
}

/// An array with an object in it.
bool holdsObjects(QByteArrayView value)
{
    return value.startsWith('[') && value.sliced(1).trimmed().startsWith('{');
}

QByteArrayView valueBehind(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == ':'))
        ++at;
    return text.sliced(at);
}

/// Bytes of the string that `name` (with its quotes) has first; 0 when it has none.
qsizetype stringOf(QByteArrayView text, QByteArrayView name)
{
    const qsizetype at = text.indexOf(name);
    const QByteArrayView value = at < 0 ? QByteArrayView() : valueBehind(text, at + name.size());
    if (!value.startsWith('"'))
        return 0;
    qsizetype end = 1;
    while (end < value.size() && value[end] != '"')
        end += value[end] == '\\' ? 2 : 1;
    return end - 1;
}

bool isNullEverywhere(QByteArrayView text, QByteArrayView name)
{
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (!valueBehind(text, at + name.size()).startsWith("null"))
            return false;
    }
    return true;
}

/// The length of the text in `choices` when that is all the chunk has. Words inside the text may
/// look like fields: then the answer is 0 once too often.
qsizetype chatText(QByteArrayView choices)
{
    constexpr std::array<QByteArrayView, 4> OtherSigns{"_call", "reasoning", "annotations",
                                                       "audio"};
    const bool saysMore = std::any_of(OtherSigns.begin(), OtherSigns.end(), [&](const auto &sign) {
        return base::containsBytes(choices, sign);
    });
    const bool saysText = !saysMore && isNullEverywhere(choices, "\"finish_reason\"") &&
                          isNullEverywhere(choices, "\"refusal\"");
    return saysText ? stringOf(choices, "\"content\"") : 0;
}

qsizetype anthropicText(QByteArrayView delta)
{
    return delta.contains("\"text_delta\"") ? stringOf(delta, "\"text\"") : 0;
}

} // namespace

std::optional<AnswerFacts> readAnswer(Format format, QByteArrayView body)
{
    const bool isChat = format == Format::OpenAiChat;
    if (!isChat && format != Format::Anthropic)
        return std::nullopt;
    auto spans = base::scanTopLevel(body);
    if (!spans)
        return std::nullopt;
    bool hasContent = false;
    Json usage;
    for (const JsonSpan &span : *spans) {
        const QByteArrayView value = valueOf(body, span);
        if (span.key == "error")
            return std::nullopt;
        if (span.key == (isChat ? "choices" : "content"))
            hasContent = holdsObjects(value);
        else if (span.key == "type" && value != "\"message\"")
            return std::nullopt;
        else if (span.key == "usage" && value.startsWith('{'))
            usage = Json::parse(value).value_or(Json());
    }
    if (!hasContent)
        return std::nullopt;
    AnswerFacts facts{.usage =
                          isChat ? decodeOpenAiUsage(usage) : anthropic::decodeUsage(usage).usage,
                      .spans = std::move(*spans)};
    // Some upstreams put it elsewhere.
    if (facts.usage.isEmpty())
        return std::nullopt;
    return facts;
}

std::optional<TextDelta> readTextDelta(Format format, QByteArrayView name, QByteArrayView data)
{
    const bool isChat = format == Format::OpenAiChat;
    if (isChat ? !name.isEmpty() : format != Format::Anthropic || name != "content_block_delta")
        return std::nullopt;
    auto spans = base::scanTopLevel(data);
    if (!spans)
        return std::nullopt;
    QByteArrayView delta;
    for (const JsonSpan &span : *spans) {
        const QByteArrayView value = valueOf(data, span);
        if (span.key == (isChat ? "choices" : "delta"))
            delta = value;
        else if (span.key == "error" || (span.key == "usage" && value != "null") ||
                 span.key == "x_groq")
            return std::nullopt;
    }
    const qsizetype length = isChat ? chatText(delta) : anthropicText(delta);
    if (length == 0)
        return std::nullopt;
    return TextDelta{.textBytes = length, .spans = std::move(*spans)};
}

QByteArray patchModel(const QByteArray &body, const QList<JsonSpan> &spans,
                      const QByteArray &clientModel)
{
    for (const JsonSpan &span : spans) {
        if (span.key != "model" || body.at(span.valueBegin) != '"')
            continue;
        QByteArray wanted;
        base::appendJsonString(wanted, clientModel);
        if (valueOf(body, span) == wanted)
            return body;
        return base::patchTopLevel(body, spans, {{"model", wanted}});
    }
    return body;
}

} // namespace omni::wire
