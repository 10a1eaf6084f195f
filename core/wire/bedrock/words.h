// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/response.h"

namespace omni::wire::bedrock {

inline constexpr auto Mine = chat::Format::BedrockConverse;

/// The short name of a media type where Converse takes it (`png`, `pdf`, `txt`); empty elsewhere.
[[nodiscard]] QByteArray imageFormat(const QByteArray &mediaType);
[[nodiscard]] QByteArray documentFormat(const QByteArray &mediaType);
[[nodiscard]] QByteArray mediaTypeOfImage(const QByteArray &format);
[[nodiscard]] QByteArray mediaTypeOfDocument(const QByteArray &format);

[[nodiscard]] chat::FinishReason finishOf(const QByteArray &stopReason);
/// `inputTokens` leaves the cached ones out.
[[nodiscard]] chat::Usage usageOf(const base::Json &usage);

} // namespace omni::wire::bedrock
