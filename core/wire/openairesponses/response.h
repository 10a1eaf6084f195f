// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/openairesponses/itemwriter.h"

namespace omni::wire::openairesponses {

/// Why an answer of this state ended.
[[nodiscard]] chat::FinishReason finishOf(const base::Json &response, bool hasCalls);

/// The members of a response object that the canonical answer has no place for.
[[nodiscard]] base::Json responseLeftOver(const base::Json &response);

/// Lenient: what is missing is empty. Fails for an error body, a failed response and for anything
/// that has no output.
[[nodiscard]] base::Result<chat::ChatResponse> decodeResponse(const base::Json &body);
[[nodiscard]] QByteArray encodeResponse(const chat::ChatResponse &response, Losses *losses);

/// The part as this format says it, or nothing: an image becomes an image call.
[[nodiscard]] std::optional<chat::Part> sayable(const chat::Part &part, const QByteArray &id);

/// Gives the first text the log probabilities of the answer, which Chat keeps beside it.
void addLogprobs(std::span<chat::Part> parts, const base::Json &logprobs);

/// Writes the item that these parts make (see itemRanges) at its place in the output.
void writeOutputItem(JsonOut &out, std::span<const chat::Part> parts, const ItemHead &head);
/// The id of that item: its own, or one made for its place.
[[nodiscard]] QByteArray idOfItem(std::span<const chat::Part> parts, const QByteArray &responseId,
                                  int index);
/// The parts' own word for it, else `fallback`; reasoning has none.
[[nodiscard]] QByteArray statusOfItem(std::span<const chat::Part> parts,
                                      const QByteArray &fallback);

} // namespace omni::wire::openairesponses
