// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/httprequest.h"
#include "core/store/settings.h"

#include <chrono>

namespace omni::gateway {

/// The times of the settings, as values: looking them up by name shows in every request.
struct Budgets
{
    /// How long a client waits at most for the first content of its stream, attempts and waits
    /// together.
    std::chrono::milliseconds stream{};
    /// The same for the whole of an answer that is not streamed.
    std::chrono::milliseconds plain{};
    /// A waiting client of a stream hears something this often.
    std::chrono::milliseconds ping{};
    /// How long each step of one attempt may take.
    net::Timeouts attempt;

    [[nodiscard]] std::chrono::milliseconds of(bool isStream) const
    {
        return isStream ? stream : plain;
    }
};
[[nodiscard]] Budgets readBudgets(const store::Settings &settings);

} // namespace omni::gateway
