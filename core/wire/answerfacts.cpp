// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/answerfacts.h"

#include "core/base/json.h"
#include "core/wire/anthropic/usage.h"
#include "core/wire/openaichat/usage.h"

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
    AnswerFacts facts{.usage = isChat ? openaichat::decodeUsage(usage)
                                      : anthropic::decodeUsage(usage).usage,
                      .spans = std::move(*spans)};
    // Some upstreams put it elsewhere.
    if (facts.usage.isEmpty())
        return std::nullopt;
    return facts;
}

QByteArray patchModel(const QByteArray &body, const AnswerFacts &facts,
                      const QByteArray &clientModel)
{
    for (const JsonSpan &span : facts.spans) {
        if (span.key != "model" || body.at(span.valueBegin) != '"')
            continue;
        QByteArray wanted;
        base::appendJsonString(wanted, clientModel);
        if (valueOf(body, span) == wanted)
            return body;
        return base::patchTopLevel(body, facts.spans, {{"model", wanted}});
    }
    return body;
}

} // namespace omni::wire
