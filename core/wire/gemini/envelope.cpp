// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/envelope.h"

#include "core/base/jsonscan.h"
#include "core/wire/jsonout.h"

namespace omni::wire::gemini {

using base::JsonPatch;

namespace {

QByteArray quoted(const QByteArray &text)
{
    QByteArray out;
    base::appendJsonString(out, text);
    return out;
}

QByteArray patched(const QByteArray &body, const QList<JsonPatch> &patches)
{
    const auto spans = base::scanTopLevel(body);
    return spans ? base::patchTopLevel(body, *spans, patches) : body;
}

} // namespace

QByteArray wrapRequest(const QByteArray &model, const QByteArray &body)
{
    QByteArray wrapped;
    wrapped.reserve(body.size() + model.size() + 32);
    JsonOut out(wrapped);
    out.beginObject();
    out.textMember("model", model);
    out.key("request").raw(body);
    out.endObject();
    return wrapped;
}

QByteArray seal(const QByteArray &wrapped, const Envelope &envelope)
{
    QList<JsonPatch> patches;
    const auto add = [&](const char *key, const QByteArray &value) {
        if (!value.isEmpty())
            patches.append({key, quoted(value)});
    };
    add("project", envelope.project);
    add("user_prompt_id", envelope.userPromptId);
    add("userAgent", envelope.userAgent);
    add("requestType", envelope.requestType);
    add("requestId", envelope.requestId);
    if (!envelope.sessionId.isEmpty()) {
        const auto spans = base::scanTopLevel(wrapped);
        if (!spans)
            return wrapped;
        const char *key = envelope.camelSession ? "sessionId" : "session_id";
        for (const base::JsonSpan &span : *spans) {
            if (span.key != "request")
                continue;
            const QByteArray inner = wrapped.mid(span.valueBegin, span.valueEnd - span.valueBegin);
            patches.append({"request", patched(inner, {{key, quoted(envelope.sessionId)}})});
        }
    }
    return patches.isEmpty() ? wrapped : patched(wrapped, patches);
}

const base::Json &unwrapped(const base::Json &body)
{
    // A plain answer has its candidates at the top, whatever else it is called.
    const base::Json &inner = body["response"];
    return inner.isObject() && !body.contains("candidates") ? inner : body;
}

} // namespace omni::wire::gemini
