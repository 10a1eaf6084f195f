// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/format.h"
#include "core/chat/usage.h"

#include <optional>

namespace omni::wire {

/// The chat request inside a body that asks how many tokens it has, ready for the codec.
[[nodiscard]] base::Json countedRequest(chat::Format format, const base::Json &body);

/// The body that asks an upstream of this format for a count, made of an encoded chat request.
[[nodiscard]] QByteArray countBody(chat::Format format, const QByteArray &request,
                                   const QByteArray &model);

/// The count in an upstream's answer; nothing when it is none.
[[nodiscard]] std::optional<chat::TokenCount> readCount(chat::Format format, QByteArrayView body);

/// The answer a client of this format gets.
[[nodiscard]] QByteArray writeCount(chat::Format format, chat::TokenCount count);

} // namespace omni::wire
