// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/streamdecoder.h"

#include "core/wire/gemini/errors.h"
#include "core/wire/gemini/finish.h"
#include "core/wire/gemini/grounding.h"
#include "core/wire/gemini/partdecoder.h"
#include "core/wire/gemini/response.h"
#include "core/wire/gemini/usage.h"
#include "core/wire/gemini/words.h"
#include "core/wire/toolnames.h"

namespace omni::wire::gemini {

using base::ErrorCode;
using base::Json;
using chat::Part;
using chat::StreamEvents;
using namespace chat::event;

namespace {

base::Error upstreamFault(const QString &what)
{
    return {.code = ErrorCode::UpstreamFailed, .detail = what, .upstreamStatus = 502};
}

} // namespace

StreamEvents StreamDecoder::decode(QByteArrayView, QByteArrayView data)
{
    m_events.clear();
    if (m_ended || data.isEmpty() || data == "[DONE]")
        return {};
    auto json = Json::parse(data);
    if (!json)
        json = Json::parse(m_halves.join(data));
    if (!json) {
        fail(upstreamFault(QStringLiteral("the upstream sent a stream event that is no JSON")));
        return std::move(m_events);
    }
    // An error may come wrapped in a list.
    return decodeChunk(json->isArray() && json->size() == 1 ? json->at(0) : *json);
}

StreamEvents StreamDecoder::decodeChunk(const Json &chunk)
{
    m_events.clear();
    if (!chunk.isObject())
        fail(upstreamFault(
            QStringLiteral("the upstream sent a stream event that is no JSON object")));
    else if (!chunk["error"].isNull())
        fail(errorInAnswer(chunk));
    else
        onChunk(chunk);
    return std::move(m_events);
}

StreamEvents StreamDecoder::finish()
{
    m_events.clear();
    if (m_ended)
        return {};
    m_ended = true;
    const bool finished = std::any_of(m_choices.begin(), m_choices.end(),
                                      [](const auto &choice) { return choice.second.isFinished; });
    if (!m_started) {
        fail(upstreamFault(QStringLiteral("the upstream sent an empty stream")));
    } else if (finished || (!m_feedback.isNull() && m_choices.empty())) {
        if (m_choices.empty())
            m_choices[0];
        tellUsage();
        for (const auto &[index, choice] : m_choices)
            end(index);
    } else {
        fail({.code = ErrorCode::Network,
              .detail = QStringLiteral("the upstream's stream ended in the middle of the answer"),
              .upstreamStatus = 502});
    }
    return std::move(m_events);
}

void StreamDecoder::start(const Json &chunk)
{
    if (m_started)
        return;
    m_started = true;
    m_id = chunk["responseId"].toBytes();
    Started started{.id = m_id,
                    .model = chunk["modelVersion"].toBytes(),
                    .createdSeconds = createdSecondsOf(chunk)};
    started.extensions.put(Mine, leftOver(chunk, {"candidates", "responseId", "modelVersion",
                                                  "usageMetadata", "promptFeedback"}));
    m_events.emplace_back(std::move(started));
}

void StreamDecoder::onChunk(const Json &chunk)
{
    start(chunk);
    if (!chunk["promptFeedback"].isNull())
        m_feedback = chunk["promptFeedback"];
    const Json &candidates = chunk["candidates"];
    for (qsizetype i = 0; i < candidates.size() && !m_ended; ++i)
        onCandidate(candidates.at(i), int(candidates.at(i)["index"].toInt(i)));
    // The last word counts, even where it is less than an earlier one; zero only holds the place.
    for (const base::JsonMember &member : chunk["usageMetadata"].members()) {
        if (!m_usage.contains(member.key) || member.value.toInt(1) != 0)
            m_usage.set(member.key, member.value);
    }
}

/// Not before the end: what the chunks count on the way may shrink again.
void StreamDecoder::tellUsage()
{
    const chat::Usage usage = decodeUsage(m_usage).usage;
    if (!usage.isEmpty())
        m_events.emplace_back(UsageChanged{usage});
}

void StreamDecoder::onCandidate(const Json &candidate, int index)
{
    constexpr int MostChoices = 64;
    if (index < 0 || index >= MostChoices) {
        fail(upstreamFault(QStringLiteral("the upstream numbers its candidates wildly")));
        return;
    }
    const Json &parts = candidate["content"]["parts"];
    for (const Json &part : parts.items()) {
        if (!onPart(part, index))
            return;
    }
    Choice &choice = m_choices[index];
    // What came before counts as far as nothing newer says otherwise.
    const Json rest = candidateRest(candidate);
    for (const base::JsonMember &member : rest.members()) {
        const bool isEmpty = member.value.isObject() && member.value.size() == 0;
        if (!isEmpty || !choice.rest.contains(member.key))
            choice.rest.set(member.key, member.value);
    }
    const QByteArray &reason = candidate["finishReason"].toBytes();
    if (!reason.isEmpty()) {
        choice.finish = reason;
        choice.isFinished = true;
    }
}

bool StreamDecoder::onPart(const Json &written, int index)
{
    const Json part = camelKeys(written);
    if (part["text"].isString() && part["functionCall"].isNull()) {
        onText(part, index, part["thought"].toBool());
        return true;
    }
    const Json &call = part["functionCall"];
    const bool inPieces =
        call.isObject() &&
        (call.contains("partialArgs") || call.contains("willContinue") || call["name"].isNull());
    if (inPieces) {
        onPartialCall(part, index);
        return true;
    }
    flushCall(index);
    FieldReader in;
    Part decoded;
    if (!decodePart(in, part, FieldPath()["part"], decoded)) {
        fail(upstreamFault(QStringLiteral("the upstream sent a malformed part: ") +
                           in.error->detail));
        return false;
    }
    openWhole(std::move(decoded), index);
    return true;
}

void StreamDecoder::onText(const Json &part, int index, bool isThought)
{
    const QByteArray &text = part["text"].toBytes();
    const QByteArray &signature = part["thoughtSignature"].toBytes();
    if (text.isEmpty() && signature.isEmpty())
        return;
    flushCall(index);
    if (isThought) {
        const int open = openAs(Kind::Thought, index);
        if (!text.isEmpty())
            m_events.emplace_back(PartGrew{open, Field::Text, text});
        // A signature is the last of its thought; what follows is another one.
        if (!signature.isEmpty()) {
            m_events.emplace_back(PartGrew{open, Field::Signature, signature, 0, Mine});
            close(m_choices[index]);
        }
        return;
    }
    if (!text.isEmpty())
        m_events.emplace_back(PartGrew{openAs(Kind::Text, index), Field::Text, text});
    // A finished text's signature stands behind it, in a part that says nothing.
    if (!signature.isEmpty())
        openWhole(Part(chat::OpaquePart{
                      Mine, Json::object({{"text", ""}, {"thoughtSignature", signature}})}),
                  index);
}

void StreamDecoder::onPartialCall(const Json &part, int index)
{
    const Json wire = camelKeys(part["functionCall"]);
    Choice &choice = m_choices[index];
    const QByteArray &name = wire["name"].toBytes();
    if (!name.isEmpty()) {
        flushCall(index);
        chat::ToolCallPart call{.id = wire["id"].toBytes(), .name = name};
        call.signature = part["thoughtSignature"].toBytes();
        if (!call.signature.isEmpty())
            call.signatureOrigin = Mine;
        choice.call = Part(std::move(call));
        choice.args = {};
    }
    if (!choice.call)
        return;
    choice.args.add(wire["partialArgs"]);
    if (!wire["willContinue"].toBool())
        flushCall(index);
}

void StreamDecoder::flushCall(int index)
{
    Choice &choice = m_choices[index];
    if (!choice.call)
        return;
    Part part = std::move(*choice.call);
    choice.call.reset();
    part.as<chat::ToolCallPart>()->arguments = choice.args.whole().toJson();
    openWhole(std::move(part), index);
}

void StreamDecoder::openWhole(Part part, int index)
{
    Choice &choice = m_choices[index];
    close(choice);
    if (const auto *call = part.as<chat::ToolCallPart>()) {
        if (call->id.isEmpty())
            setMadeId(part, makeCallId("call_", m_id, choice.calls, call->name));
        ++choice.calls;
    }
    const int number = m_parts++;
    m_events.emplace_back(PartOpened{number, std::move(part), index});
    m_events.emplace_back(PartClosed{number});
}

int StreamDecoder::openAs(Kind kind, int index)
{
    Choice &choice = m_choices[index];
    if (choice.kind == kind)
        return choice.open;
    close(choice);
    choice.kind = kind;
    choice.open = m_parts++;
    Part part =
        kind == Kind::Text ? Part(chat::TextPart{}) : Part(chat::ReasoningPart{.origin = Mine});
    m_events.emplace_back(PartOpened{choice.open, std::move(part), index});
    return choice.open;
}

void StreamDecoder::close(Choice &choice)
{
    if (choice.kind != Kind::None)
        m_events.emplace_back(PartClosed{choice.open});
    choice.kind = Kind::None;
    choice.open = -1;
}

void StreamDecoder::end(int index)
{
    flushCall(index);
    Choice &choice = m_choices[index];
    if (choice.kind == Kind::Text) {
        const Json citations = citationsOf(choice.rest);
        for (const Json &citation : citations.items())
            m_events.emplace_back(
                PartGrew{choice.open, Field::Citation, citation.toJson(), 0, Mine});
    }
    close(choice);
    const DecodedFinish finish = decodeFinish(choice.finish, choice.calls > 0);
    Finished finished{.reason = finish.reason, .choice = index};
    if (!m_feedback.isNull() && !choice.isFinished)
        finished.reason = chat::FinishReason::ContentFilter;
    Json rest = choice.rest;
    if (!finish.word.isEmpty())
        rest.set("finishReason", finish.word);
    if (index == 0) {
        rest.setIfPresent("usageMetadata", decodeUsage(m_usage).rest);
        rest.setIfPresent("promptFeedback", m_feedback);
    }
    finished.extensions.put(Mine, rest);
    finished.logprobs = openAiLogprobs(choice.rest["logprobsResult"]);
    m_events.emplace_back(std::move(finished));
}

void StreamDecoder::fail(base::Error error)
{
    tellUsage();
    m_events.emplace_back(Failed{std::move(error)});
    m_ended = true;
}

} // namespace omni::wire::gemini
