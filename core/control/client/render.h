// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/control/command.h"
#include "core/control/finding.h"

namespace omni::control {

/// What a person reads instead of the JSON: data for the standard output, remarks for standard
/// error.
struct Rendered
{
    QString out;
    QString err;
};

struct Style
{
    bool hasColour = false;
};

[[nodiscard]] Rendered render(const Command &command, const base::Json &data, const Style &style);
/// One more line of a stream.
[[nodiscard]] QString renderItem(const base::Json &item, const Style &style);
[[nodiscard]] QString renderFindings(const QList<Finding> &findings, const Style &style);

} // namespace omni::control
