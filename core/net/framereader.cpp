// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/framereader.h"

#include "core/net/awseventreader.h"
#include "core/net/connectreader.h"
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
    case Framing::AwsEvents:
        return std::make_unique<AwsEventReader>();
    case Framing::Connect:
        return std::make_unique<ConnectReader>();
    case Framing::Sse:
        break;
    }
    return std::make_unique<SseReader>();
}

} // namespace omni::net
