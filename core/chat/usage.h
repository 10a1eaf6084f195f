// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <optional>

namespace omni::chat {

using TokenCount = qint64;

/// What the upstream says it counted. An absent counter is unknown, never zero.
struct Usage
{
    /// Everything that was read: fresh, cached and cache-written input together.
    std::optional<TokenCount> input;
    std::optional<TokenCount> cachedRead;
    std::optional<TokenCount> cacheWrite;
    /// Parts of `cacheWrite` by life time.
    std::optional<TokenCount> cacheWrite5m;
    std::optional<TokenCount> cacheWrite1h;
    /// Everything that was written, reasoning included.
    std::optional<TokenCount> output;
    std::optional<TokenCount> reasoning;
    std::optional<TokenCount> audioInput;
    std::optional<TokenCount> audioOutput;
    std::optional<TokenCount> imageInput;
    /// Tokens that tools of the provider put into the prompt; part of `input`.
    std::optional<TokenCount> toolInput;
    std::optional<TokenCount> acceptedPrediction;
    std::optional<TokenCount> rejectedPrediction;
    /// Searches that the provider ran and bills by the piece.
    std::optional<qint64> webSearches;
    /// The upstream's own total where it differs from input + output.
    std::optional<TokenCount> total;
    /// We counted, the upstream did not.
    bool isEstimated = false;

    [[nodiscard]] bool isEmpty() const { return !input && !output && !total; }
    /// Takes over every counter that `later` knows; streams report cumulative figures.
    void mergeCumulative(const Usage &later);

    bool operator==(const Usage &) const = default;
};

} // namespace omni::chat
