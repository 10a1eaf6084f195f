// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/codeassistadapter.h"

#include "core/wire/conversationid.h"
#include "core/wire/gemini/envelope.h"

#include <QUuid>

namespace omni::providers {

base::Result<Outgoing> CodeAssistAdapter::build(const Call &call) const
{
    auto out = GenericAdapter::build(call);
    if (!out || call.kind != Call::Kind::Chat)
        return out;
    const QByteArray once = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    wire::gemini::Envelope envelope{.project = call.credential.details["project"].toBytes()};
    if (call.request)
        envelope.sessionId = wire::conversationId(*call.request);
    if (call.provider.traits.validatedTools) { // Antigravity
        envelope.userAgent = "antigravity";
        envelope.requestType = "agent";
        envelope.requestId = "agent-" + once;
        envelope.camelSession = true;
    } else {
        envelope.userPromptId = once;
    }
    out->http.body = wire::gemini::seal(out->http.body, envelope);
    return out;
}

} // namespace omni::providers
