// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/response.h"

#include "core/wire/openaierror.h"
#include "core/wire/openairesponses/usage.h"

#include <algorithm>

namespace omni::wire::openairesponses {

using base::Json;
using chat::ChatResponse;
using chat::Choice;
using chat::FinishReason;
using chat::Part;

namespace {

constexpr int StatusOfFailedResponse = 200;

/// Chat's shape of the log probabilities that stand in the texts.
Json logprobsOf(const std::vector<Part> &parts)
{
    Json tokens;
    for (const Part &part : parts) {
        for (const Json &token : part.extensions.of(Mine)["logprobs"].items())
            tokens.append(token);
    }
    return tokens.isNull() ? Json() : Json::object({{"content", tokens}, {"refusal", Json()}});
}

} // namespace

FinishReason finishOf(const Json &response, bool hasCalls)
{
    const QByteArray &status = response["status"].toBytes();
    if (status == "incomplete") {
        const QByteArray &reason = response["incomplete_details"]["reason"].toBytes();
        return reason == "content_filter" ? FinishReason::ContentFilter : FinishReason::Length;
    }
    if (status == "in_progress" || status == "queued" || status == "cancelled")
        return FinishReason::Unknown;
    return hasCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

Json responseLeftOver(const Json &response)
{
    Json rest = leftOver(response, {"id", "created_at", "model", "output", "usage", "output_text"});
    if (rest["object"].toBytes() == "response")
        rest.remove("object");
    // Its being there tells that the object came from an upstream of this format.
    if (!rest["status"].isString())
        rest.set("status", "completed");
    rest.setIfPresent("usage", usageLeftOver(response["usage"]));
    return rest;
}

base::Result<ChatResponse> decodeResponse(const Json &body)
{
    const bool hasFailed = body["status"].toBytes() == "failed" && body["error"].isObject();
    if (!body.isObject() || hasFailed || (isOpenAiErrorBody(body) && !body["output"].isArray()))
        return base::fail(decodeOpenAiErrorJson(StatusOfFailedResponse, body));
    if (!body["output"].isArray())
        return base::fail(base::ErrorCode::UpstreamFailed,
                          QStringLiteral("the upstream's answer is no response: `output` is "
                                         "missing"));
    ChatResponse response;
    response.id = body["id"].toBytes();
    response.model = body["model"].toBytes();
    response.createdSeconds = body["created_at"].asInt();
    response.usage = decodeUsage(body["usage"]);
    response.serviceTier = body["service_tier"].toBytes();
    Choice choice;
    choice.message.role = chat::Role::Assistant;
    for (const Json &item : body["output"].items())
        appendItem(choice.message.parts, item);
    const auto &parts = choice.message.parts;
    const bool hasCalls = std::any_of(
        parts.begin(), parts.end(), [](const Part &part) { return part.as<chat::ToolCallPart>(); });
    choice.finish = finishOf(body, hasCalls);
    choice.logprobs = logprobsOf(parts);
    response.choices.push_back(std::move(choice));
    response.extensions.put(Mine, responseLeftOver(body));
    return response;
}

} // namespace omni::wire::openairesponses
