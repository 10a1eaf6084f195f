// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/streamevent.h"

namespace omni::wiretest {

[[nodiscard]] chat::ResponseBuilder built(const chat::StreamEvents &events);

/// The answer in one line, for tables: `reasoning(hm) text(hi) call(id name {}) #3`, the number
/// being the finish reason; `failed <code>` for a stream that failed.
[[nodiscard]] QByteArray summary(const chat::StreamEvents &events);
/// How a finish reason stands in a summary.
[[nodiscard]] QByteArray ending(chat::FinishReason reason);

/// `data:` events of these texts.
[[nodiscard]] QByteArray sseOf(const QList<QByteArray> &data);
/// An OpenAI Chat chunk with this delta.
[[nodiscard]] QByteArray chatDelta(const QByteArray &json, const QByteArray &finish = "null");

} // namespace omni::wiretest
