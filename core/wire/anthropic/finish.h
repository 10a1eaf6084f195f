// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/response.h"

namespace omni::wire::anthropic {

/// How an answer ended, out of a message or the `delta` of `message_delta`.
struct DecodedFinish
{
    chat::FinishReason reason = chat::FinishReason::Unknown;
    QByteArray stopSequence;
    /// The word itself where the canonical one says less.
    QByteArray word;
};
/// `hasCalls`: an answer that calls tools ended for that, whatever the word is.
[[nodiscard]] DecodedFinish decodeFinish(const base::Json &object, bool hasCalls);

struct FinishFacts
{
    chat::FinishReason reason = chat::FinishReason::Unknown;
    QByteArray word; ///< as kept by `decodeFinish`
    bool hasCalls = false;
    bool hasRefusal = false;
};
[[nodiscard]] QByteArray stopReason(const FinishFacts &facts);

} // namespace omni::wire::anthropic
