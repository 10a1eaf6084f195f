// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"

namespace omni::wire {

/// A UUID for upstreams that want to be told which conversation a request belongs to: made from the
/// client's cache key, else from the conversation's first user turn, so that later turns have the
/// same. `salt` makes further ones of the same conversation.
[[nodiscard]] QByteArray conversationId(const chat::ChatRequest &request,
                                        const QByteArray &salt = {});

} // namespace omni::wire
