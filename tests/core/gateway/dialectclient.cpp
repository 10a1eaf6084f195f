// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/gateway/dialectclient.h"

#include "core/wire/formats.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/geminivalidator.h"
#include "tests/support/ollamavalidator.h"
#include "tests/support/openaivalidator.h"
#include "tests/support/responsesvalidator.h"

namespace omni::test {

using chat::Format;

DialectClient::DialectClient(GatewayHouse &house, Format dialect, bool stream)
    : m_house(house)
    , m_dialect(dialect)
    , m_stream(stream)
{
    m_talk.stream = stream;
    m_talk.includeUsage = stream;
    m_talk.maxOutputTokens = 4000;
}

void DialectClient::say(const QByteArray &text)
{
    chat::Message message{.role = chat::Role::User};
    message.parts.emplace_back(chat::TextPart{.text = text});
    m_talk.messages.push_back(std::move(message));
}

void DialectClient::offerTool()
{
    chat::ToolSpec tool{.name = "get_weather", .description = "The weather of a city"};
    tool.parameters = base::Json::parse(R"({"type":"object","properties":{"city":)"
                                        R"({"type":"string"}},"required":["city"]})")
                          .value_or(base::Json());
    m_talk.tools = {tool};
}

void DialectClient::giveResults(const QByteArray &text)
{
    chat::Message message{.role = chat::Role::Tool};
    for (const chat::ToolCallPart &call : calls()) {
        chat::ToolResultPart result{.callId = call.id, .name = call.name};
        result.content.emplace_back(chat::TextPart{.text = text});
        message.parts.emplace_back(std::move(result));
    }
    m_talk.messages.push_back(std::move(message));
}

bool DialectClient::turn(const QByteArray &model)
{
    m_talk.model = model;
    const auto encoded = wire::codecFor(m_dialect)->encodeRequest(m_talk, {});
    if (!encoded)
        return fail("the client cannot say it: " + encoded.error().detail.toUtf8());
    const Asked asked = m_house.send(m_house.request(m_dialect, encoded->body, model, m_stream));
    if (!waitUntil([&] { return asked.heard->isOver(); }))
        return fail("no answer");
    const Heard &heard = *asked.heard;
    if (heard.status != 200 || !heard.isEnded || heard.isStream != m_stream)
        return fail(QByteArray::number(heard.status) + ": " + heard.body +
                    "\nasked: " + encoded->body);
    const QStringList faults = answerFaults(m_dialect, heard);
    if (!faults.isEmpty())
        return fail(faults.join(u'\n').toUtf8() + "\nin: " + heard.body);
    if (!readAnswer(heard))
        return fail("the client cannot read: " + heard.body);
    m_talk.messages.push_back(m_answer.choices.front().message);
    m_talk.messages.back().role = chat::Role::Assistant;
    return true;
}

bool DialectClient::readAnswer(const Heard &heard)
{
    const wire::Codec &codec = *wire::codecFor(m_dialect);
    if (m_stream) {
        const chat::ResponseBuilder read = readStream(codec, heard.body);
        m_answer = read.response();
        return read.isFinished() && !read.error() && !m_answer.choices.empty();
    }
    auto read = codec.decodeResponse(heard.json());
    if (!read || read->choices.empty())
        return false;
    m_answer = std::move(*read);
    return true;
}

bool DialectClient::fail(const QByteArray &why)
{
    m_trouble = why;
    return false;
}

QByteArray DialectClient::text() const
{
    QByteArray text;
    for (const chat::Part &part : m_answer.choices.front().message.parts) {
        if (const auto *said = part.as<chat::TextPart>())
            text += said->text;
    }
    return text;
}

std::vector<chat::ToolCallPart> DialectClient::calls() const
{
    std::vector<chat::ToolCallPart> calls;
    for (const chat::Part &part : m_answer.choices.front().message.parts) {
        if (const auto *call = part.as<chat::ToolCallPart>())
            calls.push_back(*call);
    }
    return calls;
}

chat::FinishReason DialectClient::finish() const
{
    return m_answer.choices.front().finish;
}

chat::ResponseBuilder readStream(const wire::Codec &codec, const QByteArray &bytes)
{
    const auto frames = net::makeFrameReader(codec.framing());
    const auto decoder = codec.streamDecoder();
    chat::ResponseBuilder builder;
    const auto take = [&](const QList<net::Frame> &read) {
        for (const net::Frame &frame : read) {
            if (frame.isComment || decoder->isEnded())
                continue;
            for (const chat::StreamEvent &event : decoder->decode(frame.name, frame.data))
                builder.add(event);
        }
    };
    take(frames->feed(bytes));
    take(frames->finish());
    if (!decoder->isEnded() && !builder.error()) {
        for (const chat::StreamEvent &event : decoder->finish())
            builder.add(event);
    }
    return builder;
}

QStringList answerFaults(Format dialect, const Heard &heard)
{
    const bool stream = heard.isStream;
    switch (dialect) {
    case Format::OpenAiChat:
        return stream ? openAiStreamFaults(heard.body, true) : openAiAnswerFaults(heard.json());
    case Format::OpenAiResponses:
        return stream ? responsesStreamFaults(heard.body) : responsesAnswerFaults(heard.json());
    case Format::Anthropic:
        return stream ? anthropicStreamFaults(heard.body) : QStringList();
    case Format::Gemini:
        return stream ? geminiStreamFaults(heard.body) : geminiAnswerFaults(heard.json());
    default:
        return stream ? ollamaStreamFaults(heard.body) : ollamaAnswerFaults(heard.json());
    }
}

} // namespace omni::test
