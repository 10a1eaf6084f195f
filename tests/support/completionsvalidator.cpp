// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/completionsvalidator.h"

#include "core/net/ssereader.h"
#include "tests/support/faults.h"

#include <QSet>

namespace omni::test {

using base::Json;
using base::JsonMember;

namespace {

bool isPlainList(const Json &json, qsizetype most)
{
    if (!json.isArray() || json.size() == 0 || json.size() > most)
        return false;
    for (const Json &each : json.items()) {
        if (!each.isString())
            return false;
    }
    return true;
}

void inRange(Faults &faults, const Json &body, const char *key, double least, double most)
{
    const Json &value = body[key];
    faults.expect(value.isNull() ||
                      (value.isNumber() && value.toDouble() >= least && value.toDouble() <= most),
                  QString::fromLatin1(key), "out of range");
}

void checkLogprobs(Faults &faults, const Json &logprobs, const QString &path)
{
    if (logprobs.isNull())
        return;
    const qsizetype count = logprobs["tokens"].size();
    for (const char *key : {"token_logprobs", "top_logprobs", "text_offset"})
        faults.expect(logprobs[key].size() == count, path + u'.' + QLatin1String(key),
                      "another length than tokens");
}

void checkHead(Faults &faults, const Json &body, const QString &path)
{
    faults.expect(body["id"].toBytes().size() > 3, path + QStringLiteral(".id"), "missing");
    faults.expect(body["object"] == Json("text_completion"), path + QStringLiteral(".object"),
                  "not text_completion");
    faults.expect(body["created"].asInt().has_value(), path + QStringLiteral(".created"),
                  "missing");
    faults.expect(!body["model"].toBytes().isEmpty(), path + QStringLiteral(".model"), "missing");
    faults.expect(body["choices"].isArray(), path + QStringLiteral(".choices"), "missing");
}

void checkUsage(Faults &faults, const Json &usage)
{
    for (const char *key : {"prompt_tokens", "completion_tokens", "total_tokens"})
        faults.expect(usage[key].asInt().has_value(), QStringLiteral("usage.") + QLatin1String(key),
                      "missing");
}

bool isReason(const Json &reason)
{
    return reason == Json("stop") || reason == Json("length") || reason == Json("content_filter");
}

/// One stream, chunk after chunk.
class StreamCheck
{
public:
    StreamCheck(Faults &faults, bool wantsUsage)
        : m_faults(faults)
        , m_wantsUsage(wantsUsage)
    {}

    void chunk(const Json &json, const QString &path)
    {
        checkHead(m_faults, json, path);
        m_faults.expect(!m_hasUsage, path, "a chunk after the usage");
        if (m_id.isEmpty())
            m_id = json["id"].toBytes();
        m_faults.expect(json["id"].toBytes() == m_id, path, "another id");
        m_faults.expect(json.contains("usage") == m_wantsUsage, path, "usage where none is wanted");
        if (json["usage"].isObject()) {
            m_hasUsage = true;
            m_faults.expect(json["choices"].size() == 0, path, "choices beside the usage");
            checkUsage(m_faults, json["usage"]);
            return;
        }
        m_faults.expect(json["choices"].size() == 1, path, "not one choice");
        const Json choice = json["choices"].at(0);
        const qint64 index = choice["index"].toInt(-1);
        m_faults.expect(index >= 0 && !m_ended.contains(index), path, "an ended choice goes on");
        m_faults.expect(choice["text"].isString(), path, "no text");
        m_faults.expect(choice.contains("logprobs"), path, "no logprobs");
        checkLogprobs(m_faults, choice["logprobs"], path);
        const Json &reason = choice["finish_reason"];
        m_faults.expect(choice.contains("finish_reason") && (reason.isNull() || isReason(reason)),
                        path, "an unknown reason");
        m_seen.insert(index);
        if (!reason.isNull())
            m_ended.insert(index);
    }

    void end()
    {
        m_faults.expect(!m_seen.isEmpty() && m_seen == m_ended, QStringLiteral("end"),
                        "a choice without its reason");
        m_faults.expect(m_hasUsage == m_wantsUsage, QStringLiteral("end"), "usage");
    }

private:
    Faults &m_faults;
    bool m_wantsUsage;
    bool m_hasUsage = false;
    QByteArray m_id;
    QSet<qint64> m_seen;
    QSet<qint64> m_ended;
};

} // namespace

QStringList completionsRequestFaults(const Json &body)
{
    static const QSet<QByteArray> known{"model",
                                        "prompt",
                                        "suffix",
                                        "max_tokens",
                                        "temperature",
                                        "top_p",
                                        "n",
                                        "stream",
                                        "logprobs",
                                        "stream_options",
                                        "echo",
                                        "stop",
                                        "presence_penalty",
                                        "best_of",
                                        "frequency_penalty",
                                        "logit_bias",
                                        "user",
                                        "seed"};
    Faults faults;
    for (const JsonMember &member : body.members())
        faults.expect(known.contains(member.key), QString::fromUtf8(member.key), "unknown field");
    faults.expect(!body["model"].toBytes().isEmpty(), QStringLiteral("model"), "missing");
    const Json &prompt = body["prompt"];
    faults.expect(!prompt.toBytes().isEmpty() || isPlainList(prompt, 2048),
                  QStringLiteral("prompt"), "missing");
    faults.expect(body["stop"].isNull() || body["stop"].isString() || isPlainList(body["stop"], 4),
                  QStringLiteral("stop"), "neither a string nor up to four");
    inRange(faults, body, "temperature", 0, 2);
    inRange(faults, body, "top_p", 0, 1);
    inRange(faults, body, "presence_penalty", -2, 2);
    inRange(faults, body, "frequency_penalty", -2, 2);
    inRange(faults, body, "logprobs", 0, 5);
    inRange(faults, body, "n", 1, 128);
    inRange(faults, body, "max_tokens", 0, 1e9);
    faults.expect(body["stream_options"].isNull() || body["stream"].toBool(),
                  QStringLiteral("stream_options"), "without a stream");
    return faults.all;
}

QStringList completionsAnswerFaults(const Json &body)
{
    Faults faults;
    checkHead(faults, body, QStringLiteral("answer"));
    faults.expect(body["choices"].size() > 0, QStringLiteral("choices"), "empty");
    for (qsizetype i = 0; i < body["choices"].size(); ++i) {
        const Json choice = body["choices"].at(i);
        const QString path = item(QStringLiteral("choices"), i);
        faults.expect(choice["text"].isString(), path, "no text");
        faults.expect(choice["index"].toInt(-1) == i, path, "another index");
        faults.expect(isReason(choice["finish_reason"]), path, "an unknown reason");
        faults.expect(choice.contains("logprobs"), path, "no logprobs");
        checkLogprobs(faults, choice["logprobs"], path);
    }
    if (body.contains("usage"))
        checkUsage(faults, body["usage"]);
    return faults.all;
}

QStringList completionsStreamFaults(QByteArrayView sse, bool wantsUsage)
{
    Faults faults;
    StreamCheck stream(faults, wantsUsage);
    net::SseReader reader;
    bool isDone = false;
    qsizetype at = 0;
    for (const net::Frame &frame : reader.feed(sse)) {
        if (frame.isComment)
            continue;
        const QString path = item(QStringLiteral("chunks"), at++);
        faults.expect(!isDone, path, "something after [DONE]");
        isDone = frame.data == "[DONE]";
        if (isDone)
            continue;
        const auto json = Json::parse(frame.data);
        if (faults.expect(json && json->isObject(), path, "no JSON object"))
            stream.chunk(*json, path);
    }
    faults.expect(isDone, QStringLiteral("end"), "no [DONE]");
    stream.end();
    return faults.all;
}

} // namespace omni::test
