// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/reasoningcarrier.h"

namespace omni::wire {

using base::Json;

namespace {

constexpr char Prefix[] = "omr1.";
constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

void setIfAny(Json &object, const char *key, const QByteArray &value)
{
    if (!value.isEmpty())
        object.set(key, value);
}

} // namespace

QByteArray packReasoning(const chat::ReasoningPart &part)
{
    Json fields = Json::object();
    setIfAny(fields, "signature", part.signature);
    setIfAny(fields, "encrypted", part.encrypted);
    setIfAny(fields, "id", part.id);
    if (part.text.isEmpty() && !part.summary.empty())
        fields.set("summary", true);
    const QByteArray origin = part.origin ? chat::formatName(*part.origin) : QByteArray("unknown");
    return Prefix + origin + '.' + fields.toJson().toBase64(Encoding);
}

bool unpackReasoning(const QByteArray &packed, chat::ReasoningPart &part)
{
    if (!packed.startsWith(Prefix))
        return false;
    const qsizetype begin = qsizetype(sizeof(Prefix)) - 1;
    const qsizetype dot = packed.indexOf('.', begin);
    if (dot < 0)
        return false;
    const auto fields = Json::parse(QByteArray::fromBase64(packed.mid(dot + 1), Encoding));
    if (!fields || !fields->isObject())
        return false;
    part.origin = chat::formatFromName(packed.mid(begin, dot - begin));
    part.signature = (*fields)["signature"].toBytes();
    part.encrypted = (*fields)["encrypted"].toBytes();
    part.id = (*fields)["id"].toBytes();
    if ((*fields)["summary"].toBool()) {
        part.summary = {part.text};
        part.text.clear();
    }
    return true;
}

QByteArray shownThinking(const chat::ReasoningPart &reasoning)
{
    QByteArray shown = reasoning.text;
    if (!shown.isEmpty())
        return shown;
    for (const QByteArray &summary : reasoning.summary) {
        if (!shown.isEmpty())
            shown += "\n\n";
        shown += summary;
    }
    return shown;
}

} // namespace omni::wire
