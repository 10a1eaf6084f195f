// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/boundreasoning.h"

#include "core/base/json.h"
#include "core/base/jsonscan.h"

#include <algorithm>
#include <array>

namespace omni::wire {

using base::Json;
using base::JsonPatch;
using base::JsonSpan;

namespace {

/// In lower case.
constexpr std::array Refusals{"invalid_encrypted_content", "encrypted content", "encrypted_content",
                              "invalid `signature`", "thinking block"};

bool isReasoning(const Json &value)
{
    const QByteArray &type = value["type"].toBytes();
    return type == "reasoning" || type == "thinking" || type == "redacted_thinking";
}

/// The list without reasoning; what its messages hold counts too. A message that was nothing else
/// goes with it.
Json cleaned(const Json &list, bool &changed)
{
    Json kept = Json::array();
    for (const Json &value : list.items()) {
        if (isReasoning(value)) {
            changed = true;
            continue;
        }
        if (!value["content"].isArray() || value["role"].toBytes() != "assistant") {
            kept.append(value);
            continue;
        }
        bool inside = false;
        Json message = value;
        message.set("content", cleaned(value["content"], inside));
        changed = changed || inside;
        if (!inside || message["content"].size() > 0)
            kept.append(std::move(message));
    }
    return kept;
}

} // namespace

bool refusesReasoning(const base::Error &error)
{
    if (error.code != base::ErrorCode::InvalidRequest || error.upstreamStatus == 0)
        return false;
    const QByteArray words = error.detail.toLower().toUtf8();
    return std::any_of(Refusals.begin(), Refusals.end(),
                       [&](const char *word) { return words.contains(word); });
}

QByteArray withoutReasoning(chat::Format format, const QByteArray &body)
{
    const bool isResponses = format == chat::Format::OpenAiResponses;
    if (!isResponses && format != chat::Format::Anthropic)
        return body;
    const auto spans = base::scanTopLevel(body);
    if (!spans)
        return body;
    const QByteArrayView key = isResponses ? "input" : "messages";
    for (const JsonSpan &span : *spans) {
        if (span.key != key)
            continue;
        const auto list = Json::parse(
            QByteArrayView(body).sliced(span.valueBegin, span.valueEnd - span.valueBegin));
        bool changed = false;
        const Json kept = list ? cleaned(*list, changed) : Json();
        if (!changed)
            return body;
        QList<JsonPatch> patches{{span.key, kept.toJson()}};
        // Claude thinks on in a tool loop only where its last turn began with thinking.
        if (!isResponses)
            patches.append(JsonPatch{"thinking", {}});
        return base::patchTopLevel(body, *spans, patches);
    }
    return body;
}

} // namespace omni::wire
