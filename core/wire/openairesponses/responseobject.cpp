// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/responseobject.h"

#include "core/wire/openairesponses/usage.h"
#include "core/wire/openairesponses/words.h"

#include <array>

namespace omni::wire::openairesponses {

using base::Json;
using base::JsonMember;
using chat::FinishReason;

namespace {

struct Default
{
    const char *key;
    const char *value;
};

constexpr std::array<Default, 20> Defaults{{
    {"background", "false"},
    {"instructions", "null"},
    {"max_output_tokens", "null"},
    {"max_tool_calls", "null"},
    {"metadata", "{}"},
    {"parallel_tool_calls", "true"},
    {"previous_response_id", "null"},
    {"prompt_cache_key", "null"},
    {"reasoning", R"({"effort":null,"summary":null})"},
    {"safety_identifier", "null"},
    {"service_tier", R"("default")"},
    {"store", "false"},
    {"temperature", "1.0"},
    {"text", R"({"format":{"type":"text"}})"},
    {"tool_choice", R"("auto")"},
    {"tools", "[]"},
    {"top_logprobs", "0"},
    {"top_p", "1.0"},
    {"truncation", R"("disabled")"},
    {"user", "null"},
}};

constexpr std::array StateKeys{"status", "error", "incomplete_details", "usage", "completed_at"};

bool isStateKey(const QByteArray &key)
{
    return std::any_of(StateKeys.begin(), StateKeys.end(),
                       [&](const char *mine) { return key == mine; });
}

void writeState(JsonOut &out, const AnswerState &state)
{
    out.textMember("status", state.status);
    out.key("error").raw(state.error.isEmpty() ? QByteArrayView("null")
                                               : QByteArrayView(state.error));
    out.key("incomplete_details");
    if (state.incompleteReason.isEmpty()) {
        out.null();
        return;
    }
    out.beginObject();
    out.textMember("reason", state.incompleteReason);
    out.endObject();
}

} // namespace

void writeResponse(JsonOut &out, const AnswerHead &head, const AnswerState &state)
{
    const Json &rest = head.rest;
    const bool isOwn = rest["status"].isString();
    const bool keepsState = isOwn && state.isUpstreams;
    out.beginObject();
    out.textMember("id", head.id);
    out.textMember("object", "response");
    out.key("created_at").number(head.createdSeconds);
    if (!keepsState) {
        writeState(out, state);
    } else {
        for (const char *key : {"error", "incomplete_details"}) {
            if (!rest.contains(key))
                out.key(key).null();
        }
    }
    out.textMember("model", head.model);
    out.key("output").beginArray();
    if (!state.output.isEmpty())
        out.raw(state.output);
    out.endArray();
    out.key("usage");
    if (state.usage && !state.usage->isEmpty())
        writeUsage(out, *state.usage, rest["usage"]);
    else
        out.null();
    for (const JsonMember &member : rest.members()) {
        if (member.key != "usage" && (keepsState || !isStateKey(member.key)))
            out.key(member.key).value(member.value);
    }
    if (!head.serviceTier.isEmpty() && !rest.contains("service_tier"))
        out.textMember("service_tier", head.serviceTier);
    // Typed clients expect them of whoever answers.
    if (!rest.contains("object")) {
        for (const Default &each : Defaults) {
            const bool isTier = QByteArrayView(each.key) == "service_tier";
            if (!rest.contains(each.key) && !(isTier && !head.serviceTier.isEmpty()))
                out.key(each.key).raw(each.value);
        }
    }
    out.endObject();
}

AnswerState finalState(FinishReason reason)
{
    AnswerState state;
    state.status = "completed";
    if (reason == FinishReason::Length || reason == FinishReason::ContentFilter) {
        state.status = "incomplete";
        state.incompleteReason =
            reason == FinishReason::Length ? "max_output_tokens" : "content_filter";
    }
    return state;
}

QByteArray responseId(const QByteArray &id, const QByteArray &fallback, bool isOwn)
{
    const QByteArray &known = id.isEmpty() ? fallback : id;
    if (known.startsWith("resp_") || (isOwn && !id.isEmpty()))
        return known;
    return "resp_" + known;
}

QByteArray itemId(const char *prefix, const QByteArray &responseId, int index)
{
    const QByteArray base = responseId.startsWith("resp_") ? responseId.mid(5) : responseId;
    return prefix + base + '_' + QByteArray::number(index);
}

} // namespace omni::wire::openairesponses
