// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/format.h"

#include <QByteArrayView>

#include <optional>

namespace omni::wire {

enum class BodyUse
{
    Request,
    Response,
    Stream
};

struct Detected
{
    chat::Format format = chat::Format::OpenAiChat;
    BodyUse use = BodyUse::Request;
    bool operator==(const Detected &) const = default;
};

/// Which format a body is in and what it is for, by what only that format has. Nothing when it has
/// none of the signs. A request that several formats share (a list of plain messages) counts as
/// OpenAI Chat, as most are.
[[nodiscard]] std::optional<Detected> detectFormat(QByteArrayView body);

} // namespace omni::wire
