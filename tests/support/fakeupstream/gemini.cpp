// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"
#include "tests/support/geminivalidator.h"

namespace omni::test {

using base::Json;

namespace {

Json usage()
{
    return Json::object({{"promptTokenCount", FakeUsage::Input},
                         {"cachedContentTokenCount", FakeUsage::Cached},
                         {"candidatesTokenCount", FakeUsage::Output - FakeUsage::Reasoning},
                         {"thoughtsTokenCount", FakeUsage::Reasoning},
                         {"totalTokenCount", FakeUsage::Input + FakeUsage::Output}});
}

Json answer(const Ask &ask, const Json &parts, bool isLast)
{
    Json candidate = Json::object(
        {{"content", Json::object({{"parts", parts}, {"role", "model"}})}, {"index", 0}});
    if (isLast)
        candidate.set("finishReason", "STOP");
    Json json = Json::object({{"candidates", Json::array({candidate})}});
    if (isLast)
        json.set("usageMetadata", usage());
    json.set("modelVersion", ask.model);
    json.set("responseId", "fake0001");
    return json;
}

Json thought(const QByteArray &text)
{
    return Json::object({{"text", text}, {"thought", true}});
}

/// The API gives calls no ids, and signs the first one of a turn.
Json callPart(const SaidCall &call, bool isSigned)
{
    Json part = Json::object(
        {{"functionCall", Json::object({{"name", call.name},
                                        {"args", Json::parse(call.arguments).value_or(Json())}})}});
    if (isSigned)
        part.set("thoughtSignature", FakeSignature);
    return part;
}

QList<QByteArray> chunksOf(const Ask &ask, const Said &said)
{
    QList<QByteArray> chunks;
    const auto add = [&](const Json &part) {
        chunks.append(answer(ask, Json::array({part}), false).toJson());
    };
    for (const QByteArray &word : words(said.thinking))
        add(thought(word));
    for (const QByteArray &word : words(said.text))
        add(Json::object({{"text", word}}));
    for (qsizetype i = 0; i < said.calls.size(); ++i)
        add(callPart(said.calls.at(i), i == 0));
    chunks.append(answer(ask, Json::array({Json::object({{"text", ""}})}), true).toJson());
    return chunks;
}

QByteArray textOfParts(const Json &parts)
{
    QByteArray text;
    for (const Json &part : parts.items())
        text += part["text"].toBytes();
    return text;
}

} // namespace

std::optional<Refusal> checkGemini(const Received &request)
{
    if (!request.json.isObject())
        return Refusal{{}, "Invalid JSON payload received."};
    const bool isCount = request.path.endsWith(":countTokens");
    const Json &counted = request.json["generateContentRequest"];
    if (isCount && counted.isObject() &&
        counted["model"].toBytes() != "models/" + readGemini(request).model)
        return Refusal{"generateContentRequest.model", "model mismatch"};
    Json body = isCount && counted.isObject() ? counted : request.json;
    body.remove("model");
    const QStringList faults = geminiRequestFaults(body, {.signedCalls = !isCount});
    return faults.isEmpty() ? std::nullopt
                            : std::optional(Refusal{{}, faults.constFirst().toUtf8()});
}

Ask readGemini(const Received &request)
{
    Ask ask;
    const qsizetype from = request.path.indexOf("/models/") + 8;
    const qsizetype to = request.path.lastIndexOf(':');
    ask.model = QByteArray::fromPercentEncoding(request.path.mid(from, to - from));
    ask.stream = request.path.endsWith(":streamGenerateContent");
    ask.wantsArray = !request.query.contains("alt=sse");
    for (const Json &tool : request.json["tools"].items()) {
        for (const Json &function : tool["functionDeclarations"].items()) {
            const Json &schema = function["parametersJsonSchema"];
            ask.tools.append(
                {function["name"].toBytes(), schema.isNull() ? function["parameters"] : schema});
        }
    }
    for (const Json &content : request.json["contents"].items()) {
        ask.toolResult.reset();
        if (content["role"].toBytes() == "model")
            continue;
        if (const QByteArray text = textOfParts(content["parts"]); !text.isEmpty())
            ask.lastUserText = text;
        for (const Json &part : content["parts"].items()) {
            const Json &response = part["functionResponse"]["response"];
            if (!response.isObject())
                continue;
            // Whatever it is called, one text is the text.
            const Json &only = response.size() == 1 ? response.members().first().value : response;
            ask.toolResult = only.isString() ? only.toBytes() : response.toJson();
        }
    }
    return ask;
}

Answer sayGemini(const Ask &ask, const Said &said)
{
    if (!ask.stream) {
        Json parts = Json::array();
        if (!said.thinking.isEmpty())
            parts.append(thought(said.thinking));
        if (!said.text.isEmpty())
            parts.append(Json::object({{"text", said.text}}));
        for (qsizetype i = 0; i < said.calls.size(); ++i)
            parts.append(callPart(said.calls.at(i), i == 0));
        return jsonAnswer(200, answer(ask, parts, true));
    }
    QList<QByteArray> pieces;
    for (const QByteArray &chunk : chunksOf(ask, said)) {
        if (ask.wantsArray)
            pieces.append((pieces.isEmpty() ? "[" : ",\r\n") + chunk);
        else
            pieces.append("data: " + chunk + "\r\n\r\n");
    }
    if (ask.wantsArray)
        pieces.last().append("\n]\n");
    Answer answer = streamAnswer(pieces);
    if (ask.wantsArray)
        answer.setHeader("content-type", "application/json; charset=UTF-8");
    return answer;
}

} // namespace omni::test
