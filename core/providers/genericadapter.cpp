// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/genericadapter.h"

#include "core/base/json.h"
#include "core/health/failure.h"
#include "core/wire/formats.h"
#include "core/wire/openairesponses/state.h"
#include "core/wire/passthrough.h"
#include "core/wire/tokencounts.h"

#include <QDateTime>

#include <algorithm>

namespace omni::providers {

using base::ErrorCode;

namespace {

constexpr const char *BetaHeader = "anthropic-beta";

/// Both lists of features, each once.
QByteArray joinFeatures(const QByteArray &a, const QByteArray &b)
{
    QList<QByteArray> all;
    for (const QByteArray &list : {a, b}) {
        for (const QByteArray &raw : list.split(',')) {
            const QByteArray feature = raw.trimmed();
            if (!feature.isEmpty() && !all.contains(feature))
                all.append(feature);
        }
    }
    return all.join(',');
}

net::UrlClass urlClassOf(const catalog::Provider &provider, const auth::Account &account)
{
    const bool isOurs = !provider.isUserMade && !provider.isLocal && account.baseUrl.isEmpty();
    return isOurs ? net::UrlClass::Builtin : net::UrlClass::Operator;
}

QByteArray resetHeader(const net::HeaderList &headers)
{
    for (const char *name :
         {"anthropic-ratelimit-unified-reset", "x-ratelimit-reset", "ratelimit-reset",
          "x-ratelimit-reset-requests", "x-ratelimit-reset-tokens"}) {
        if (const QByteArray value = net::headerValue(headers, name); !value.isEmpty())
            return value;
    }
    return {};
}

/// The fields of an OpenAI request that the traits rule out; they can be dropped without a look at
/// the rest.
chat::Traits withRefusals(chat::Traits traits, bool isChat)
{
    if (!traits.sampling)
        traits.refusedFields += ",temperature,top_p,presence_penalty,frequency_penalty";
    if (!traits.reasoningEffort)
        traits.refusedFields += isChat ? ",reasoning_effort" : ",reasoning";
    if (!traits.parallelToolCalls)
        traits.refusedFields += ",parallel_tool_calls";
    return traits;
}

/// The type of the format's streams.
QByteArray acceptedStream(chat::Format format)
{
    switch (wire::codecFor(format)->framing()) {
    case net::Framing::Ndjson:
        return QByteArrayLiteral("application/x-ndjson");
    case net::Framing::AwsEvents:
        return QByteArrayLiteral("application/vnd.amazon.eventstream");
    case net::Framing::Connect:
        return QByteArrayLiteral("application/connect+proto");
    case net::Framing::Sse:
    case net::Framing::JsonArray:
        break;
    }
    return QByteArrayLiteral("text/event-stream");
}

/// The fields that are about to be cut from the client's body.
wire::Losses refusedFields(const Call &call, const chat::Traits &traits)
{
    wire::Losses losses;
    if (traits.refusedFields.isEmpty())
        return losses;
    const QList<QByteArray> refused = traits.refusedFields.split(',');
    for (const auto &span : call.facts.spans) {
        if (refused.contains(span.key))
            losses.append({span.key, "the upstream refuses this field"});
    }
    return losses;
}

base::Result<void> encodeBody(const Call &call, chat::ChatRequest request,
                              const chat::Traits &traits, Outgoing &out)
{
    if (out.format != chat::Format::OpenAiResponses) {
        if (auto fault = wire::openairesponses::foreignFault(request))
            return base::fail(*fault);
    }
    request.model = call.model;
    auto encoded = wire::codecFor(out.format)->encodeRequest(request, traits);
    if (!encoded)
        return base::fail(encoded.error());
    out.http.body = std::move(encoded->body);
    out.losses = std::move(encoded->losses);
    out.renamedTools = std::move(encoded->renamedTools);
    for (const auto &[name, value] : encoded->headers)
        setHeader(out.http.headers, name, value);
    return {};
}

base::Result<void> fillBody(const Call &call, const chat::Traits &traits, Outgoing &out)
{
    if (!out.isPassThrough) {
        if (!call.request)
            return base::fail(ErrorCode::Internal,
                              QStringLiteral("a request in another dialect was not decoded"));
        return encodeBody(call, *call.request, traits, out);
    }
    if (!wire::needsOtherWords(out.format, call.body, call.facts, traits)) {
        const bool isChat = out.format == chat::Format::OpenAiChat;
        const bool isOpenAis = isChat || out.format == chat::Format::OpenAiResponses;
        const chat::Traits effective = isOpenAis ? withRefusals(traits, isChat) : traits;
        out.losses = refusedFields(call, effective);
        out.http.body =
            wire::patchRequest(call.dialect, call.body, call.facts, call.model, effective);
        return {};
    }
    const auto json = base::Json::parse(call.body);
    if (!json)
        return base::fail(json.error());
    auto decoded = wire::codecFor(out.format)->decodeRequest(*json);
    if (!decoded)
        return base::fail(decoded.error());
    if (auto encoded = encodeBody(call, std::move(decoded->request), traits, out); !encoded)
        return encoded;
    out.isPassThrough = out.renamedTools.isEmpty();
    return {};
}

} // namespace

void setHeader(net::HeaderList &headers, const QByteArray &name, const QByteArray &value)
{
    for (auto &[known, old] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        old = name.compare(BetaHeader, Qt::CaseInsensitive) == 0 ? joinFeatures(old, value) : value;
        return;
    }
    headers.emplaceBack(name, value);
}

base::Result<Outgoing> GenericAdapter::build(const Call &call) const
{
    const catalog::Provider &provider = call.provider;
    if (!provider.format || !wire::codecFor(*provider.format))
        return base::fail(ErrorCode::Unsupported,
                          QStringLiteral("%1 speaks a format that this version does not know yet")
                              .arg(provider.name));
    const catalog::Model *known = provider.model(call.model);
    if (known && known->id != call.model) {
        Call named = call;
        named.model = known->id;
        return build(named);
    }
    const bool isCount = call.kind == Call::Kind::CountTokens;
    const bool hasOwnStreamPath = call.facts.stream && !provider.streamPath.isEmpty();
    const QByteArray &path = isCount            ? provider.countTokensPath
                             : hasOwnStreamPath ? provider.streamPath
                                                : provider.chatPath;
    if (path.isEmpty())
        return base::fail(ErrorCode::Unsupported,
                          QStringLiteral("%1 has no such operation").arg(provider.name));
    Outgoing out;
    out.format = *provider.format;
    out.isPassThrough = !call.request && isPassThrough(provider, call.dialect);
    out.http.url = endpointUrl(provider, call.account, pathForModel(path, call.model));
    out.http.urlClass = urlClassOf(provider, call.account);
    out.http.allowPlainHttp = provider.allowPlainHttp;
    if (!call.account.proxy.isEmpty())
        out.http.proxy = base::Secret(call.account.proxy.toUtf8());
    out.http.headers = requestHeaders(provider, call.credential);
    setHeader(out.http.headers, QByteArrayLiteral("content-type"),
              QByteArrayLiteral("application/json"));
    const chat::Traits &traits = provider.traitsFor(call.model);
    const bool streams = call.facts.stream || traits.extraBody.contains("\"stream\":true");
    setHeader(out.http.headers, QByteArrayLiteral("accept"),
              streams ? acceptedStream(*provider.format) : QByteArrayLiteral("application/json"));
    if (out.isPassThrough) {
        for (const auto &[name, value] : call.passHeaders)
            setHeader(out.http.headers, name, value);
    }
    // Only where another gateway may stand: vendors need not know about us.
    if (provider.isUserMade)
        setHeader(out.http.headers, QByteArrayLiteral("x-omniroute-hop"),
                  QByteArray::number(call.hops + 1));
    if (auto filled = fillBody(call, traits, out); !filled)
        return base::fail(filled.error());
    if (isCount && !out.isPassThrough)
        out.http.body = wire::countBody(out.format, out.http.body, call.model);
    return out;
}

base::Error GenericAdapter::decodeError(const catalog::Provider &provider, int status,
                                        const net::HeaderList &headers, QByteArrayView body,
                                        const QDateTime &now) const
{
    const wire::Codec *codec = wire::codecFor(provider.format.value_or(chat::Format::OpenAiChat));
    base::Error error = codec->decodeError(status, body);
    error.upstreamStatus = status;
    const bool isLimit = error.code == ErrorCode::RateLimited ||
                         error.code == ErrorCode::QuotaExhausted ||
                         error.code == ErrorCode::Overloaded;
    if (!isLimit)
        return error;
    const QByteArray after = net::headerValue(headers, "retry-after");
    const QByteArray afterMs = net::headerValue(headers, "retry-after-ms");
    const QByteArray reset = resetHeader(headers);
    if (const auto delay = health::retryDelay({after, afterMs, reset}, now))
        error.retryAfter = delay;
    return error;
}

} // namespace omni::providers
