// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/format.h"
#include "core/wire/codec.h"
#include "core/wire/requestfacts.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace omni::gateway {

enum class Operation
{
    Chat,
    CountTokens,
    Compact ///< Responses: a conversation is to be made short
};

/// What the http room hands over after all its checks: a request of an authorised client.
struct InboundRequest
{
    Operation operation = Operation::Chat;
    chat::Format dialect = chat::Format::OpenAiChat;
    /// The client's codec where the dialect has several forms (Ollama's generate); null = the
    /// dialect's own. What has another form never goes on as it came.
    const wire::Codec *form = nullptr;
    /// What the URL says where the dialect puts that there (Gemini).
    wire::UrlWish url;
    /// A stream is wanted as one JSON array that grows (Gemini without `alt=sse`).
    bool wantsArray = false;
    QByteArray body;
    /// `x-request-id` of the answer.
    QByteArray requestId;
    /// Id and name of the client key; empty when keys are not required.
    QString clientKeyId;
    QString clientKeyName;
    /// Globs of model ids this key may use; empty = all.
    QStringList allowedModels;
    /// From `/v1/providers/{provider}/…`; else empty.
    QString forcedProvider;
    /// From `x-omniroute-account`; else empty.
    QString forcedAccount;
    /// From `x-session-id` and its relatives; else empty.
    QByteArray sessionId;
    /// The program, from User-Agent: "Claude Code", "Codex", …; for the Live list.
    QString program;
    /// Client headers that may be passed on to an upstream of the same dialect (`anthropic-beta`,
    /// `anthropic-version`, `openai-beta`).
    QList<std::pair<QByteArray, QByteArray>> passHeaders;
    /// The client wants to hear what translation could not carry (`x-omniroute-debug: losses`).
    bool tellsLosses = false;
    QString peer;
    /// Gateways of our kind that the request already came through (`x-omniroute-hop`). What goes
    /// upstream carries one more, so that a loop of gateways ends.
    int hops = 0;
};

} // namespace omni::gateway
