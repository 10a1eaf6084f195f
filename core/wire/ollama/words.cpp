// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/words.h"

#include "core/wire/toolnames.h"

#include <QDateTime>

namespace omni::wire::ollama {

using base::Json;
using chat::FinishReason;

QByteArray doneReason(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Unknown:
        return {};
    case FinishReason::Length:
        return "length";
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::ToolCalls:
    case FinishReason::ContentFilter:
    case FinishReason::Pause:
    case FinishReason::Error:
        break;
    }
    return "stop";
}

FinishReason finishOf(const QByteArray &doneReason, bool hasCalls)
{
    if (doneReason == "length")
        return FinishReason::Length;
    if (hasCalls)
        return FinishReason::ToolCalls;
    return doneReason == "stop" ? FinishReason::Stop : FinishReason::Unknown;
}

QByteArray createdAt(const chat::Extensions &extensions, std::optional<qint64> seconds)
{
    const Json &written = extensions.of(Mine)["created_at"];
    if (written.isString())
        return written.toBytes();
    return QDateTime::fromSecsSinceEpoch(seconds.value_or(0), Qt::UTC)
        .toString(Qt::ISODate)
        .toLatin1();
}

std::optional<qint64> secondsOf(const QByteArray &createdAt)
{
    // Qt reads milliseconds at most, and the seconds are all that is wanted.
    QByteArray text = createdAt;
    if (const qsizetype dot = text.indexOf('.'); dot >= 0) {
        qsizetype end = dot + 1;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        text.remove(dot, end - dot);
    }
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

chat::Usage usageOf(const Json &answer)
{
    chat::Usage usage;
    usage.input = answer["prompt_eval_count"].asInt();
    usage.output = answer["eval_count"].asInt();
    return usage;
}

chat::ToolCallPart toolCallOf(const Json &call, const QByteArray &seed, int position)
{
    const Json &function = call["function"];
    chat::ToolCallPart part;
    part.name = function["name"].toBytes();
    const Json &arguments = function["arguments"];
    // Some servers that imitate Ollama write the arguments' text.
    part.arguments = arguments.isString() ? arguments.toBytes()
                     : arguments.isNull() ? QByteArray("{}")
                                          : arguments.toJson();
    part.id = call["id"].toBytes();
    if (part.id.isEmpty())
        part.id = makeCallId("call_", seed, position, part.name);
    return part;
}

} // namespace omni::wire::ollama
