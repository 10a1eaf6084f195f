// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/framereader.h"

#include "core/net/jsonarrayreader.h"
#include "core/net/ssereader.h"

namespace omni::net {

std::unique_ptr<FrameReader> makeFrameReader(Framing framing)
{
    switch (framing) {
    case Framing::Ndjson:
        return std::make_unique<SseReader>(SseReader::Mode::Ndjson);
    case Framing::JsonArray:
        return std::make_unique<JsonArrayReader>();
    case Framing::Sse:
    case Framing::AwsEvents:
    case Framing::Connect:
        break;
    }
    return std::make_unique<SseReader>();
}

} // namespace omni::net
