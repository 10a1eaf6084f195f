// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/codec.h"

namespace omni::wire {

void completeAnswer(chat::ChatResponse &response, chat::Format client,
                    const StreamEncoder::Options &options)
{
    if (response.id.isEmpty())
        response.id = options.fallbackId;
    if (!response.createdSeconds)
        response.createdSeconds = options.createdSeconds;
    response.model = options.model;
    if (response.extensions.of(client).isNull())
        response.extensions.put(client, options.echo);
}

} // namespace omni::wire
