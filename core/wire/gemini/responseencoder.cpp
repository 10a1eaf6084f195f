// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/response.h"

#include "core/wire/gemini/finish.h"
#include "core/wire/gemini/grounding.h"
#include "core/wire/gemini/partwriter.h"
#include "core/wire/gemini/usage.h"
#include "core/wire/gemini/words.h"

namespace omni::wire::gemini {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::Part;

namespace {

void writeParts(JsonOut &out, const Choice &choice, const QByteArray &path, Losses *losses)
{
    const auto &parts = choice.message.parts;
    QByteArray text;
    JsonOut list(text);
    list.beginArray();
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool isResult = parts[i].as<chat::ToolResultPart>() != nullptr;
        if ((isResult || !writePart(list, parts[i])) && losses)
            losses->append(Loss{path + ".content[" + QByteArray::number(qint64(i)) + ']',
                                "only its own format knows this part"});
    }
    list.endArray();
    // The API leaves an empty list out.
    if (text.size() > 2)
        out.key("parts").raw(text);
}

/// Pages that another vendor's answer cites.
Json foreignGrounding(const Choice &choice)
{
    Json all;
    for (const Part &part : choice.message.parts) {
        const auto *text = part.as<chat::TextPart>();
        if (!text || text->citationsFormat == Mine)
            continue;
        for (const Json &citation : text->citations.items())
            all.append(citation);
    }
    return groundingOf(all);
}

void writeCandidate(JsonOut &out, const Choice &choice, qsizetype index, Losses *losses)
{
    const Json &extra = choice.extensions.of(Mine);
    out.beginObject();
    out.key("content").beginObject();
    writeParts(out, choice, "choices[" + QByteArray::number(index) + ']', losses);
    out.textMember("role", "model");
    writeMembers(out, extra["content"]);
    out.endObject();
    out.textMember("finishReason", finishWord(choice.finish, extra["finishReason"].toBytes()));
    out.key("index").number(index);
    Json rest = leftOver(extra, {"finishReason", "usageMetadata", "promptFeedback", "content"});
    if (!rest.contains("groundingMetadata"))
        rest.setIfPresent("groundingMetadata", foreignGrounding(choice));
    if (!rest.contains("logprobsResult"))
        rest.setIfPresent("logprobsResult", logprobsResult(choice.logprobs));
    writeMembers(out, rest);
    out.endObject();
}

} // namespace

QByteArray encodeResponse(const ChatResponse &response, Losses *losses)
{
    static const Json none;
    const auto &choices = response.choices;
    const Json &extra = response.extensions.of(Mine);
    const Json &end = choices.empty() ? none : choices.front().extensions.of(Mine);
    const Json &feedback =
        extra["promptFeedback"].isNull() ? end["promptFeedback"] : extra["promptFeedback"];
    const bool refused = !feedback.isNull() && choices.size() == 1 &&
                         choices.front().message.parts.empty() && end["finishReason"].isNull();
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    if (!refused) {
        out.key("candidates").beginArray();
        for (size_t i = 0; i < choices.size(); ++i)
            writeCandidate(out, choices[i], qsizetype(i), losses);
        out.endArray();
    }
    if (!feedback.isNull())
        out.key("promptFeedback").value(feedback);
    Json usageRest = end["usageMetadata"];
    addMissing(usageRest, extra["usageMetadata"]);
    const Json usage = encodeUsage(response.usage, usageRest);
    if (!usage.isNull())
        out.key("usageMetadata").value(usage);
    out.textMember("modelVersion", response.model);
    out.textMemberIfSet("responseId", response.id);
    writeMembers(out, leftOver(extra, {"promptFeedback", "usageMetadata"}));
    out.endObject();
    return body;
}

} // namespace omni::wire::gemini
