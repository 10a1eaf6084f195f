// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/usage/trace.h"

#include "core/base/json.h"

#include <array>

namespace omni::usage {

using base::Json;

namespace {

constexpr std::array<const char *, 4> Outcomes{"answered", "failed", "skipped", "cancelled"};

Json count(const std::optional<qint64> &value)
{
    return value ? Json(*value) : Json();
}

Json textsJson(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.append(Json(text));
    return list;
}

void appendMember(QByteArray &out, const char *key, QByteArrayView value)
{
    out += out.endsWith('{') ? "\"" : ",\"";
    out += key;
    out += "\":";
    base::appendJsonString(out, value);
}

void appendMember(QByteArray &out, const char *key, qint64 value)
{
    out += ",\"";
    out += key;
    out += "\":";
    out += QByteArray::number(value);
}

} // namespace

// Written for every request: as text at once, not as a tree.
QByteArray attemptsJson(const QList<AttemptRecord> &attempts)
{
    QByteArray out;
    out.reserve(2 + 256 * attempts.size());
    out += '[';
    for (const AttemptRecord &attempt : attempts) {
        out += out.size() > 1 ? ",{" : "{";
        appendMember(out, "provider", attempt.provider.toUtf8());
        appendMember(out, "account_id", attempt.accountId.toUtf8());
        appendMember(out, "account", attempt.account.toUtf8());
        appendMember(out, "model", attempt.model);
        appendMember(out, "outcome", Outcomes.at(size_t(attempt.outcome)));
        appendMember(out, "reason", attempt.reason.toUtf8());
        appendMember(out, "detail", attempt.detail.toUtf8());
        appendMember(out, "status", attempt.status);
        appendMember(out, "started_ms", attempt.startedMs);
        appendMember(out, "duration_ms", attempt.durationMs);
        if (!attempt.losses.isEmpty())
            out += ",\"losses\":" + textsJson(attempt.losses).toJson();
        out += '}';
    }
    out += ']';
    return out;
}

QList<AttemptRecord> attemptsFromJson(const QByteArray &text)
{
    QList<AttemptRecord> attempts;
    const auto list = Json::parse(text);
    if (!list)
        return attempts;
    for (const Json &item : list->items()) {
        AttemptRecord attempt;
        attempt.provider = item["provider"].toText();
        attempt.accountId = item["account_id"].toText();
        attempt.account = item["account"].toText();
        attempt.model = item["model"].toBytes();
        for (size_t i = 0; i < Outcomes.size(); ++i) {
            if (item["outcome"].toBytes() == Outcomes.at(i))
                attempt.outcome = AttemptRecord::Outcome(i);
        }
        attempt.reason = item["reason"].toText();
        attempt.detail = item["detail"].toText();
        attempt.status = int(item["status"].toInt());
        attempt.startedMs = item["started_ms"].toInt();
        attempt.durationMs = item["duration_ms"].toInt();
        for (const Json &loss : item["losses"].items())
            attempt.losses.append(loss.toText());
        attempts.append(attempt);
    }
    return attempts;
}

base::Json recordJson(const ExchangeRecord &record)
{
    Json json = Json::object(
        {{"id", Json(record.id)},
         {"started_ms", Json(record.startedMs)},
         {"client_key", Json(record.clientKeyName)},
         {"program", Json(record.program)},
         {"dialect", Json(chat::formatName(record.dialect))},
         {"requested_model", Json(record.requestedModel)},
         {"combo", Json(record.combo)},
         {"stream", Json(record.stream)},
         {"status", Json(record.status)},
         {"provider", Json(record.provider)},
         {"account", Json(record.account)},
         {"model", Json(record.model)},
         {"attempts", *Json::parse(attemptsJson(record.attempts))},
         {"usage", Json::object({{"input_tokens", count(record.usage.input)},
                                 {"cached_tokens", count(record.usage.cachedRead)},
                                 {"cache_write_tokens", count(record.usage.cacheWrite)},
                                 {"output_tokens", count(record.usage.output)},
                                 {"reasoning_tokens", count(record.usage.reasoning)},
                                 {"estimated", Json(record.usage.isEstimated)}})},
         {"cost_micros", count(record.costMicros)},
         {"first_byte_ms", record.firstByteMs < 0 ? Json() : Json(record.firstByteMs)},
         {"total_ms", Json(record.totalMs)},
         {"losses", textsJson(record.losses)}});
    if (record.error)
        json.set("error", Json::object({{"code", Json(base::errorCodeName(record.error->code))},
                                        {"detail", Json(record.error->detail)}}));
    return json;
}

} // namespace omni::usage
