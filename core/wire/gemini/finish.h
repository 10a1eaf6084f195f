// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/response.h"

namespace omni::wire::gemini {

struct DecodedFinish
{
    chat::FinishReason reason = chat::FinishReason::Unknown;
    QByteArray word; ///< kept where the canonical reason would not give it back
};

/// `finishReason`. The API has no word for tool calls: they tell themselves.
[[nodiscard]] DecodedFinish decodeFinish(const QByteArray &word, bool hasCalls);

/// `word` is what an upstream of this format had said; empty when it was another.
[[nodiscard]] QByteArray finishWord(chat::FinishReason reason, const QByteArray &word);

} // namespace omni::wire::gemini
