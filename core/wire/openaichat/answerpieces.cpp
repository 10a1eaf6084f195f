// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openaichat/answerpieces.h"

#include "core/wire/openaichat/pieces.h"

#include <algorithm>

namespace omni::wire::openaichat {

using base::Json;
using chat::Format;

qsizetype charactersIn(QByteArrayView utf8)
{
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char byte) { return (uchar(byte) & 0xC0U) != 0x80U; });
}

Json annotationOf(const Json &citation, std::optional<Format> format, qsizetype begin,
                  qsizetype end)
{
    if (format == Format::OpenAiChat)
        return citation;
    if (!citation["url"].isString())
        return {};
    // Responses tells the place inside the part; others only that the part cites the page.
    const qint64 first = citation["start_index"].toInt(0);
    const qint64 last = citation["end_index"].toInt(end - begin);
    Json inner = Json::object({{"url", citation["url"]},
                               {"title", citation["title"].toBytes()},
                               {"start_index", begin + first},
                               {"end_index", begin + last}});
    return Json::object({{"type", "url_citation"}, {"url_citation", std::move(inner)}});
}

Json reasoningDetailOf(const chat::ReasoningPart &part, int index)
{
    if (part.origin != Format::Anthropic || (part.signature.isEmpty() && part.encrypted.isEmpty()))
        return {};
    Json detail = Json::object();
    if (!part.encrypted.isEmpty()) {
        detail.set("type", "reasoning.encrypted");
        detail.set("data", part.encrypted);
    } else {
        detail.set("type", "reasoning.text");
        detail.set("text", part.text);
        detail.set("signature", part.signature);
    }
    detail.set("format", AnthropicDetails);
    detail.set("index", index);
    return detail;
}

} // namespace omni::wire::openaichat
