// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/requestfacts.h"

#include "core/base/json.h"
#include "core/base/jsonbytes.h"

namespace omni::wire {

using base::ErrorCode;
using base::Json;
using base::JsonPatch;
using base::JsonSpan;
using chat::Format;

namespace {

constexpr qint64 BytesPerToken = 4;

base::Failure wrong(const char *field, const char *why)
{
    return base::fail(
        {.code = ErrorCode::InvalidRequest,
         .detail = QStringLiteral("%1: %2").arg(QLatin1String(field), QLatin1String(why)),
         .field = QString::fromLatin1(field)});
}

QByteArray quoted(const QByteArray &text)
{
    QByteArray out;
    base::appendJsonString(out, text);
    return out;
}

/// The client's stream options plus the wish for usage.
QByteArray withUsage(QByteArrayView body, const RequestFacts &facts)
{
    Json options;
    for (const JsonSpan &span : facts.spans) {
        if (span.key == "stream_options")
            options = Json::parse(body.sliced(span.valueBegin, span.valueEnd - span.valueBegin))
                          .value_or(Json());
    }
    options.set("include_usage", true);
    return options.toJson();
}

/// What the upstream wants of every body: some fields gone, some added.
QList<JsonPatch> patchesOf(const chat::Traits &traits)
{
    QList<JsonPatch> patches;
    if (!traits.refusedFields.isEmpty()) {
        for (const QByteArray &field : traits.refusedFields.split(',')) {
            if (!field.trimmed().isEmpty())
                patches.append({field.trimmed(), {}});
        }
    }
    if (traits.extraBody.isEmpty())
        return patches;
    if (const auto extra = Json::parse(traits.extraBody)) {
        for (const base::JsonMember &member : extra->members())
            patches.append({member.key, member.value.toJson()});
    }
    return patches;
}

/// An array with something in it.
bool isFilledArray(QByteArrayView value)
{
    return value.startsWith('[') && value.sliced(1).trimmed().size() > 1;
}

base::Result<void> readSpan(RequestFacts &facts, const JsonSpan &span, QByteArrayView value)
{
    if (span.key == "model") {
        const auto model = Json::parse(value);
        if (!model || !model->isString() || model->toBytes().isEmpty())
            return wrong("model", "a model's name is wanted, as a string");
        facts.model = model->toBytes();
    } else if (span.key == "stream") {
        if (value != "true" && value != "false" && value != "null")
            return wrong("stream", "true or false is wanted");
        facts.stream = value == "true";
    } else if (span.key == "stream_options") {
        if (const auto options = Json::parse(value))
            facts.includeUsage = (*options)["include_usage"].toBool();
    } else if (span.key == "tools" || span.key == "functions") {
        facts.hasTools = facts.hasTools || isFilledArray(value);
    }
    return {};
}

} // namespace

base::Result<RequestFacts> readFacts(Format format, QByteArrayView body)
{
    auto spans = base::scanTopLevel(body);
    if (!spans)
        return base::fail(spans.error());
    RequestFacts facts;
    facts.spans = *spans;
    for (const JsonSpan &span : facts.spans) {
        const QByteArrayView value = body.sliced(span.valueBegin, span.valueEnd - span.valueBegin);
        if (auto good = readSpan(facts, span, value); !good)
            return base::fail(good.error());
    }
    if (facts.model.isEmpty())
        return wrong("model", "is required: name a model, an alias or a combo");
    const char *imageMark = format == Format::Anthropic ? "\"image\"" : "\"image_url\"";
    facts.hasImages = base::containsBytes(body, imageMark);
    facts.inputTokens = body.size() / BytesPerToken;
    return facts;
}

QByteArray patchRequest(Format format, QByteArrayView body, const RequestFacts &facts,
                        const QByteArray &upstreamModel, const chat::Traits &traits)
{
    QList<JsonPatch> patches;
    if (facts.model != upstreamModel)
        patches.append(JsonPatch{"model", quoted(upstreamModel)});
    // Usage is asked for even when the client did not: it is what we count by.
    if (format == Format::OpenAiChat && facts.stream) {
        if (!traits.streamUsage)
            patches.append(JsonPatch{"stream_options", {}});
        else if (!facts.includeUsage)
            patches.append(JsonPatch{"stream_options", withUsage(body, facts)});
    }
    patches += patchesOf(traits);
    return patches.isEmpty() ? body.toByteArray() : base::patchTopLevel(body, facts.spans, patches);
}

QByteArray withTraits(const QByteArray &body, const chat::Traits &traits)
{
    const QList<JsonPatch> patches = patchesOf(traits);
    if (patches.isEmpty())
        return body;
    const auto spans = base::scanTopLevel(body);
    return spans ? base::patchTopLevel(body, *spans, patches) : body;
}

bool isUsageOnlyChunk(Format format, QByteArrayView data)
{
    // Nearly every chunk ends here, unscanned.
    if (format != Format::OpenAiChat || !data.contains("\"usage\""))
        return false;
    const auto spans = base::scanTopLevel(data);
    if (!spans)
        return false;
    bool hasUsage = false;
    bool hasNoChoice = false;
    for (const JsonSpan &span : *spans) {
        const QByteArrayView value = data.sliced(span.valueBegin, span.valueEnd - span.valueBegin);
        if (span.key == "usage")
            hasUsage = value.startsWith('{');
        else if (span.key == "choices")
            hasNoChoice = value.startsWith('[') && value.sliced(1).trimmed() == "]";
    }
    return hasUsage && hasNoChoice;
}

QByteArray patchModelInAnswer(Format format, const QByteArray &json, const QByteArray &clientModel)
{
    const auto spans = base::scanTopLevel(json);
    if (!spans)
        return json;
    const auto valueOf = [&](const JsonSpan &span) {
        return QByteArrayView(json).sliced(span.valueBegin, span.valueEnd - span.valueBegin);
    };
    const QByteArray wanted = quoted(clientModel);
    for (const JsonSpan &span : *spans) {
        if (span.key == "model" && json.at(span.valueBegin) == '"') {
            if (valueOf(span) == wanted)
                return json;
            return base::patchTopLevel(json, *spans, {{"model", wanted}});
        }
        // Anthropic's message_start carries the whole message.
        if (format == Format::Anthropic && span.key == "message" &&
            json.at(span.valueBegin) == '{') {
            const QByteArray message = valueOf(span).toByteArray();
            const QByteArray patched = patchModelInAnswer(format, message, clientModel);
            if (patched == message)
                return json;
            return base::patchTopLevel(json, *spans, {{"message", patched}});
        }
    }
    return json;
}

} // namespace omni::wire
