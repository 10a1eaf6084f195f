// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/response.h"

#include <QByteArray>

#include <optional>

namespace omni::wire::openairesponses {

/// `/responses/compact` for upstreams that have no such operation: any model is asked for a
/// summary, which travels in a compaction item that only we can read.

/// The request for the summary: the same conversation and model, no tools, no stream.
[[nodiscard]] chat::ChatRequest summaryRequest(const chat::ChatRequest &request);

/// The answer for the client: the user's own messages of `request`, then the summary.
[[nodiscard]] QByteArray compactionBody(const chat::ChatRequest &request,
                                        const chat::ChatResponse &summary);

/// The summary in an item's `encrypted_content`; nothing when another made it.
[[nodiscard]] std::optional<QByteArray> unpackSummary(const QByteArray &content);
[[nodiscard]] QByteArray packSummary(const QByteArray &summary);

/// How a summary is told to a model that goes on from it.
[[nodiscard]] QByteArray toldSummary(const QByteArray &summary);

} // namespace omni::wire::openairesponses
