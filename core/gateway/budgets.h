// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/httprequest.h"
#include "core/store/settings.h"

#include <chrono>

namespace omni::gateway {

/// How long a client waits at most for its answer (a stream: for its first content), attempts and
/// waits together.
[[nodiscard]] std::chrono::milliseconds budget(const store::Settings &settings, bool stream);
/// A waiting client of a stream hears something this often.
[[nodiscard]] std::chrono::milliseconds pingInterval(const store::Settings &settings);

/// How long each step of one attempt may take.
[[nodiscard]] net::Timeouts attemptTimeouts(const store::Settings &settings);

} // namespace omni::gateway
