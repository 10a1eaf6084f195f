// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/exchange.h"

#include "core/base/json.h"
#include "core/wire/boundreasoning.h"
#include "core/wire/openairesponses/compaction.h"

namespace omni::gateway {

namespace responses = wire::openairesponses;

/// Writes out what the request refers to, so that any upstream can answer it.
void Exchange::expandState()
{
    if (m_request.dialect != chat::Format::OpenAiResponses)
        return;
    m_written = m_request.body;
    auto expanded = m_gateway.responses().expand(m_request.clientKeyId, m_request.body);
    if (expanded)
        m_request.body = std::move(*expanded);
    else
        m_unknownState = expanded.error();
}

std::optional<base::Error> Exchange::refusedState()
{
    if (m_request.dialect != chat::Format::OpenAiResponses)
        return std::nullopt;
    for (const base::JsonSpan &span : m_facts.spans) {
        const QByteArrayView value =
            QByteArrayView(m_request.body).sliced(span.valueBegin, span.valueEnd - span.valueBegin);
        if (span.key == "background" && value == "true")
            return base::Error{.code = base::ErrorCode::InvalidRequest,
                               .detail = QStringLiteral("responses in the background are not "
                                                        "offered here; leave `background` out"),
                               .field = QStringLiteral("background")};
        if (span.key == "conversation" && value != "null")
            m_unknownState =
                base::Error{.code = base::ErrorCode::InvalidRequest,
                            .detail = QStringLiteral("only an upstream that keeps conversations "
                                                     "can go on with one; send the items, or "
                                                     "`previous_response_id`"),
                            .field = QStringLiteral("conversation")};
    }
    return std::nullopt;
}

/// Reasoning is bound to the account that made it. Who cannot read it refuses the whole request:
/// then the same target is asked once more without it.
bool Exchange::forgetsReasoning(const base::Error &error)
{
    if (m_hasForgotten || !wire::refusesReasoning(error))
        return false;
    QByteArray body = wire::withoutReasoning(m_request.dialect, m_request.body);
    auto facts = wire::readFacts(m_request.dialect, body, m_request.url);
    if (!facts || body == m_request.body)
        return false;
    m_hasForgotten = true;
    m_request.body = std::move(body);
    m_facts = std::move(*facts);
    m_decoded.reset();
    return true;
}

/// `bytes` is the whole answer, or the last of a stream: its terminal event holds everything.
void Exchange::keepAnswer(const QByteArray &bytes)
{
    if (m_written.isEmpty() || m_compacting)
        return;
    ResponseStore &store = m_gateway.responses();
    if (!m_facts.stream)
        return store.put(m_request.clientKeyId, m_written, bytes);
    responses::ResponseTap tap;
    tap.feed(bytes);
    if (!tap.response().isEmpty())
        store.put(m_request.clientKeyId, m_written, tap.response());
}

QByteArray Exchange::compacted(const QByteArray &answer) const
{
    const auto json = base::Json::parse(answer);
    const auto summary = json ? m_client->decodeResponse(*json)
                              : base::Result<chat::ChatResponse>(base::fail(json.error()));
    return summary ? responses::compactionBody(*m_compacting, *summary) : answer;
}

} // namespace omni::gateway
