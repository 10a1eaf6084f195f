// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/response.h"
#include "core/wire/jsonout.h"

namespace omni::wire::openairesponses {

/// What a response object says from the beginning.
struct AnswerHead
{
    QByteArray id;
    QByteArray model;
    qint64 createdSeconds = 0;
    QByteArray serviceTier;
    base::Json rest; ///< the object's other members, as an upstream of this format wrote them
};

/// How far it has come.
struct AnswerState
{
    QByteArray status = "in_progress";
    QByteArray incompleteReason;
    QByteArray error;  ///< JSON text of the object, or empty
    QByteArray output; ///< the items, JSON text with commas
    const chat::Usage *usage = nullptr;
    bool isUpstreams = false; ///< status, error and the like stand in the head's rest
};

/// The whole object. Members that typed clients expect get OpenAI's defaults.
void writeResponse(JsonOut &out, const AnswerHead &head, const AnswerState &state);

/// The state that a finished answer is in.
[[nodiscard]] AnswerState finalState(chat::FinishReason reason);

[[nodiscard]] QByteArray responseId(const QByteArray &id, const QByteArray &fallback, bool isOwn);

/// An id for an item of this answer that has none, with the prefix of its kind.
[[nodiscard]] QByteArray itemId(const char *prefix, const QByteArray &responseId, int index);

} // namespace omni::wire::openairesponses
