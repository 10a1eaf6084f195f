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

/// Where the model's name stands in the body.
void addModel(QList<JsonPatch> &patches, Format format, QByteArrayView body,
              const RequestFacts &facts, const QByteArray &upstreamModel)
{
    if (format != Format::Gemini) {
        if (facts.model != upstreamModel)
            patches.append(JsonPatch{"model", quoted(upstreamModel)});
        return;
    }
    // Its place is the URL; some bodies repeat it, counts of tokens one level deeper.
    const QByteArray resource = quoted("models/" + upstreamModel);
    for (const JsonSpan &span : facts.spans) {
        const QByteArrayView value = body.sliced(span.valueBegin, span.valueEnd - span.valueBegin);
        if (span.key == "model")
            patches.append(JsonPatch{"model", resource});
        if (span.key != "generateContentRequest")
            continue;
        if (const auto inner = base::scanTopLevel(value))
            patches.append(
                JsonPatch{span.key, base::patchTopLevel(value, *inner, {{"model", resource}})});
    }
}

/// An array with something in it.
bool isFilledArray(QByteArrayView value)
{
    return value.startsWith('[') && value.sliced(1).trimmed().size() > 1;
}

/// The formats that ask for usage with `stream_options`.
bool hasStreamOptions(Format format)
{
    return format == Format::OpenAiChat || format == Format::OpenAiCompletions;
}

/// How a picture shows in a body of this format.
const char *imageMark(Format format)
{
    switch (format) {
    case Format::Anthropic:
        return "\"image\"";
    case Format::OpenAiResponses:
        return "\"input_image\"";
    case Format::Gemini:
        return "\"image/";
    case Format::Ollama:
        return "\"images\"";
    default:
        return "\"image_url\"";
    }
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
        if (value != "null")
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

base::Result<RequestFacts> readFacts(Format format, QByteArrayView body, const UrlWish &url)
{
    auto spans = base::scanTopLevel(body);
    if (!spans)
        return base::fail(spans.error());
    RequestFacts facts;
    facts.spans = *spans;
    facts.stream = format == Format::Ollama;
    for (const JsonSpan &span : facts.spans) {
        // What the URL says counts; in the body it is an ornament.
        if ((span.key == "model" && !url.model.isEmpty()) || (span.key == "stream" && url.stream))
            continue;
        const QByteArrayView value = body.sliced(span.valueBegin, span.valueEnd - span.valueBegin);
        if (auto good = readSpan(facts, span, value); !good)
            return base::fail(good.error());
    }
    if (!url.model.isEmpty())
        facts.model = url.model;
    facts.stream = url.stream.value_or(facts.stream);
    if (facts.model.isEmpty())
        return wrong("model", "is required: name a model, an alias or a combo");
    facts.hasImages = base::containsBytes(body, imageMark(format));
    facts.inputTokens = body.size() / BytesPerToken;
    return facts;
}

QByteArray patchRequest(Format format, QByteArrayView body, const RequestFacts &facts,
                        const QByteArray &upstreamModel, const chat::Traits &traits)
{
    QList<JsonPatch> patches;
    addModel(patches, format, body, facts, upstreamModel);
    // Usage is asked for even when the client did not: it is what we count by.
    if (hasStreamOptions(format) && facts.stream) {
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
    if (!hasStreamOptions(format) || !data.contains("\"usage\""))
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

namespace {

/// The member that holds a whole answer inside an event.
const char *wrapperOf(Format format)
{
    switch (format) {
    case Format::Anthropic:
        return "message"; // message_start
    case Format::OpenAiResponses:
        return "response";
    default:
        return nullptr;
    }
}

} // namespace

QByteArray patchModelInAnswer(Format format, const QByteArray &json, const QByteArray &clientModel)
{
    const auto spans = base::scanTopLevel(json);
    if (!spans)
        return json;
    const auto valueOf = [&](const JsonSpan &span) {
        return QByteArrayView(json).sliced(span.valueBegin, span.valueEnd - span.valueBegin);
    };
    const char *name = format == Format::Gemini ? "modelVersion" : "model";
    const char *wrapper = wrapperOf(format);
    const QByteArray wanted = quoted(clientModel);
    for (const JsonSpan &span : *spans) {
        if (span.key == name && json.at(span.valueBegin) == '"') {
            if (valueOf(span) == wanted)
                return json;
            return base::patchTopLevel(json, *spans, {{name, wanted}});
        }
        if (wrapper && span.key == wrapper && json.at(span.valueBegin) == '{') {
            const QByteArray inner = valueOf(span).toByteArray();
            const QByteArray patched = patchModelInAnswer(format, inner, clientModel);
            if (patched == inner)
                return json;
            return base::patchTopLevel(json, *spans, {{wrapper, patched}});
        }
    }
    return json;
}

} // namespace omni::wire
