// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"

namespace omni::wire {

/// For upstreams without a system role: all system text, joined, in front of the first user
/// message, whose other parts stay; a user message of its own when there is none.
void foldSystemTurns(std::vector<chat::Message> &messages);

/// For upstreams without native schemas: one more system turn that asks for the schema in words.
void askForShape(std::vector<chat::Message> &messages, const chat::ResponseShape &shape);

} // namespace omni::wire
