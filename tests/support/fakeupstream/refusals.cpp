// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"

namespace omni::test {

using base::Json;

namespace {

QByteArray geminiStatus(int status)
{
    switch (status) {
    case 401:
        return "UNAUTHENTICATED";
    case 403:
        return "PERMISSION_DENIED";
    case 404:
        return "NOT_FOUND";
    case 402:
    case 429:
        return "RESOURCE_EXHAUSTED";
    case 500:
        return "INTERNAL";
    case 504:
        return "DEADLINE_EXCEEDED";
    default:
        return status >= 500 ? "UNAVAILABLE" : "INVALID_ARGUMENT";
    }
}

} // namespace

Answer refuseGemini(int status, const QByteArray &message)
{
    return jsonAnswer(status,
                      Json::object({{"error", Json::object({{"code", status},
                                                            {"message", message},
                                                            {"status", geminiStatus(status)}})}}));
}

Answer refuseOllama(int status, const QByteArray &message)
{
    return jsonAnswer(status, Json::object({{"error", message}}));
}

Answer refuse(Dialect dialect, int status, const char *openAiCode, const char *anthropicType,
              const QByteArray &message, const QByteArray &field)
{
    switch (dialect) {
    case Dialect::Anthropic:
        return refuseAnthropic(status, anthropicType, message);
    case Dialect::Gemini:
        return refuseGemini(status, message);
    case Dialect::Ollama:
        return refuseOllama(status, message);
    case Dialect::OpenAi:
    case Dialect::Responses:
        break;
    }
    return refuseOpenAi(status, openAiCode, message, field);
}

QByteArray errorEventOf(Dialect dialect, const Answer &refusal)
{
    switch (dialect) {
    case Dialect::Anthropic:
        return sseEvent("error", refusal.body());
    case Dialect::Ollama:
        return refusal.body() + '\n';
    case Dialect::Responses: {
        Json event = Json::object({{"type", "error"}, {"sequence_number", 99}});
        event.set("error", Json::parse(refusal.body()).value_or(Json())["error"]);
        return sseEvent("error", event.toJson());
    }
    case Dialect::OpenAi:
    case Dialect::Gemini:
        break;
    }
    return sseEvent({}, refusal.body());
}

} // namespace omni::test
