// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/chat/usage.h"

namespace omni::chat {

void Usage::mergeCumulative(const Usage &later)
{
    const auto take = [](auto &mine, const auto &theirs) {
        if (theirs && (!mine || *theirs > *mine))
            mine = theirs;
    };
    take(input, later.input);
    take(cachedRead, later.cachedRead);
    take(cacheWrite, later.cacheWrite);
    take(cacheWrite5m, later.cacheWrite5m);
    take(cacheWrite1h, later.cacheWrite1h);
    take(output, later.output);
    take(reasoning, later.reasoning);
    take(audioInput, later.audioInput);
    take(audioOutput, later.audioOutput);
    take(imageInput, later.imageInput);
    take(toolInput, later.toolInput);
    take(acceptedPrediction, later.acceptedPrediction);
    take(rejectedPrediction, later.rejectedPrediction);
    take(webSearches, later.webSearches);
    take(total, later.total);
    isEstimated = isEstimated || later.isEstimated;
}

} // namespace omni::chat
