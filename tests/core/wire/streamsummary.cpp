// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/wire/streamsummary.h"

namespace omni::wiretest {

namespace {

QByteArray wordOf(const chat::Part &part)
{
    if (const auto *text = part.as<chat::TextPart>())
        return "text(" + text->text + ')';
    if (const auto *thought = part.as<chat::ReasoningPart>())
        return "reasoning(" + thought->text + thought->encrypted + ')';
    if (const auto *refusal = part.as<chat::RefusalPart>())
        return "refusal(" + refusal->text + ')';
    if (const auto *call = part.as<chat::ToolCallPart>())
        return "call(" + (call->id.size() == 29 ? QByteArray("made") : call->id) + ' ' +
               call->name + ' ' + call->arguments + ')';
    return "other";
}

} // namespace

chat::ResponseBuilder built(const chat::StreamEvents &events)
{
    chat::ResponseBuilder builder;
    for (const chat::StreamEvent &event : events)
        builder.add(event);
    return builder;
}

QByteArray summary(const chat::StreamEvents &events)
{
    const chat::ResponseBuilder builder = built(events);
    if (builder.error())
        return "failed " + base::errorCodeName(builder.error()->code).toLatin1();
    QList<QByteArray> words;
    for (const chat::Choice &choice : builder.response().choices) {
        for (const chat::Part &part : choice.message.parts)
            words.append(wordOf(part));
        words.append('#' + QByteArray::number(int(choice.finish)));
    }
    return words.join(' ');
}

QByteArray ending(chat::FinishReason reason)
{
    return '#' + QByteArray::number(int(reason));
}

QByteArray sseOf(const QList<QByteArray> &data)
{
    QByteArray out;
    for (const QByteArray &line : data)
        out += "data: " + line + "\n\n";
    return out;
}

QByteArray chatDelta(const QByteArray &json, const QByteArray &finish)
{
    return R"({"id":"c1","object":"chat.completion.chunk","created":7,"model":"m","choices":[)"
           R"({"index":0,"delta":)" +
           json + R"(,"finish_reason":)" + finish + "}]}";
}

} // namespace omni::wiretest
