// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/wholereader.h"

#include "core/base/json.h"
#include "core/gateway/streamreaders.h"
#include "core/wire/answerfacts.h"
#include "core/wire/requestfacts.h"
#include "core/wire/toolrestorer.h"

#include <algorithm>
#include <array>

namespace omni::gateway {

using base::ErrorCode;
using base::Json;

namespace {

/// Some gateways wrap an error into a 200.
constexpr int StatusOfDisguisedError = 502;

bool isDisguisedError(const Json &body)
{
    const Json &error = body["error"];
    const bool saysError = body["type"].toBytes() == "error";
    const bool hasError = error.isObject() || (error.isString() && !error.toBytes().isEmpty());
    constexpr std::array<const char *, 6> Contents{"choices",    "content", "output",
                                                   "candidates", "message", "response"};
    return (hasError || saysError) &&
           std::none_of(Contents.begin(), Contents.end(),
                        [&body](const char *name) { return body.contains(name); });
}

} // namespace

AnswerPiece WholeReader::feed(const QByteArray &data)
{
    if (m_body.isEmpty())
        m_body = data;
    else
        m_body += data;
    return {};
}

base::Result<chat::ChatResponse> WholeReader::decode()
{
    auto json = Json::parse(m_body);
    if (!json && !m_body.isValidUtf8()) {
        // One broken character must not cost the whole answer (F18).
        m_body = QString::fromUtf8(m_body).toUtf8();
        json = Json::parse(m_body);
    }
    if (!json)
        return base::fail(
            ErrorCode::UpstreamFailed,
            QStringLiteral("the upstream's answer is no valid JSON (%1)").arg(json.error().detail));
    if (isDisguisedError(*json)) {
        base::Error error = m_spec.upstream->decodeError(StatusOfDisguisedError, m_body);
        return base::fail(error);
    }
    auto response = m_spec.upstream->decodeResponse(*json);
    if (!response) {
        base::Error error = response.error();
        error.code = ErrorCode::UpstreamFailed;
        return base::fail(error);
    }
    if (response->choices.empty())
        return base::fail(emptyAnswer());
    return response;
}

AnswerPiece WholeReader::finish()
{
    AnswerPiece piece;
    if (m_body.trimmed().isEmpty()) {
        piece.error = emptyAnswer();
        return piece;
    }
    if (m_spec.isRaw && !m_spec.clientStreams) {
        if (const auto facts = wire::readAnswer(m_spec.client->format(), m_body)) {
            m_usage = facts->usage;
            piece.hasContent = piece.isEnd = true;
            piece.bytes = wire::patchModel(m_body, facts->spans, m_spec.encoding.model);
            return piece;
        }
    }
    if (isManyLines())
        return readAsStream();
    auto response = decode();
    if (!response) {
        piece.error = response.error();
        return piece;
    }
    m_usage = response->usage;
    if (m_spec.signatures && !m_spec.isRaw)
        m_spec.signatures->remember(*response);
    piece.hasContent = true;
    piece.isEnd = true;
    if (!m_spec.isRaw || m_spec.clientStreams)
        wire::ToolRestorer(m_spec.renamedTools).restore(*response);
    if (m_spec.clientStreams) {
        stream(*response, piece);
    } else if (m_spec.isRaw) {
        piece.bytes =
            wire::patchModelInAnswer(m_spec.client->format(), m_body, m_spec.encoding.model);
    } else {
        wire::completeAnswer(*response, m_spec.client->format(), m_spec.encoding);
        piece.bytes = m_spec.client->encodeResponse(*response, &m_losses);
    }
    return piece;
}

bool WholeReader::isManyLines() const
{
    return m_spec.upstream->framing() == net::Framing::Ndjson && m_body.trimmed().contains('\n') &&
           !Json::parse(m_body);
}

AnswerPiece WholeReader::readAsStream()
{
    TranslatedStreamReader lines(m_spec, net::Framing::Ndjson);
    AnswerPiece piece = lines.feed(m_body);
    if (!piece.error && !piece.isEnd)
        piece = lines.finish();
    m_usage = lines.usage();
    m_losses = lines.losses();
    return piece;
}

void WholeReader::stream(const chat::ChatResponse &response, AnswerPiece &piece)
{
    const auto encoder = m_spec.client->streamEncoder(m_spec.encoding);
    if (m_spec.alreadyStarted)
        (void)encoder->encode(*m_spec.alreadyStarted);
    for (const chat::StreamEvent &event : chat::eventsOf(response)) {
        note(event);
        if (m_spec.alreadyStarted && std::holds_alternative<chat::event::Started>(event))
            continue;
        piece.bytes += encoder->encode(event);
    }
    piece.bytes += encoder->finish();
    m_losses = encoder->losses();
}

} // namespace omni::gateway
