// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QByteArray>

namespace omni::wire::gemini {

/// What account and attempt add to the body of a Code Assist request; empty fields are left out.
/// Gemini CLI sends `user_prompt_id` and `request.session_id`; Antigravity sends `userAgent`,
/// `requestType`, `requestId` and `request.sessionId`.
struct Envelope
{
    QByteArray project; ///< of the account: `cloudaicompanionProject`
    QByteArray userPromptId;
    QByteArray userAgent;      ///< `antigravity`
    QByteArray requestType;    ///< `agent`
    QByteArray requestId;      ///< `agent-<uuid>`, anew for each attempt
    QByteArray sessionId;      ///< the same for all turns of a conversation
    bool camelSession = false; ///< `sessionId`, else `session_id`
};

/// The model and a `generateContent` body as Code Assist takes them.
[[nodiscard]] QByteArray wrapRequest(const QByteArray &model, const QByteArray &body);

/// A wrapped body with what the envelope adds; every other byte as it was.
[[nodiscard]] QByteArray seal(const QByteArray &wrapped, const Envelope &envelope);

/// The answer inside an envelope; the body itself when there is none (an error, or a plain answer).
[[nodiscard]] const base::Json &unwrapped(const base::Json &body);

} // namespace omni::wire::gemini
