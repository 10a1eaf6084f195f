// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

#include <QByteArrayView>

namespace omni::wire {

/// What a bare HTTP status of an upstream means, when its body says no more.
[[nodiscard]] base::ErrorCode codeOfStatus(int status);

/// What a word of an error's `type`, `code` or `status` means (`insufficient_quota`,
/// `overloaded_error`, `RESOURCE_EXHAUSTED`); nothing when it is unknown.
[[nodiscard]] std::optional<base::ErrorCode> codeOfName(QByteArrayView name);

/// For a body that is not of the format at all: a web page, nothing, half a JSON. The body itself
/// never goes on (reliability.md F09).
[[nodiscard]] base::Error errorOfForeignBody(int status, QByteArrayView body);

/// The upstream's words for a log or a client: UTF-8 repaired, at most 2 KiB.
[[nodiscard]] QString upstreamWords(QByteArrayView text);

/// Vendors tell a too long prompt and an empty purse from other refusals only in prose; this reads
/// it once for all of them. Gives `code` back when the words say nothing more.
[[nodiscard]] base::ErrorCode refinedByWords(base::ErrorCode code, QByteArrayView message);

/// A delay in an error's body: `retry_after` or `resets_in_seconds` (numbers), or "try again in
/// 1.5s" in its message.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryHint(const base::Json &error,
                                                                 QByteArrayView message);

} // namespace omni::wire
