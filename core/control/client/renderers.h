// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/client/render.h"

/// One function an answer; the table that uses them stands in render.cpp.
namespace omni::control::renderers {

[[nodiscard]] Rendered nothing(const base::Json &data, const Style &style);
[[nodiscard]] Rendered status(const base::Json &data, const Style &style);
[[nodiscard]] Rendered stop(const base::Json &data, const Style &style);

[[nodiscard]] Rendered providerList(const base::Json &data, const Style &style);
[[nodiscard]] Rendered providerShow(const base::Json &data, const Style &style);
[[nodiscard]] Rendered accountList(const base::Json &data, const Style &style);
[[nodiscard]] Rendered accountAdded(const base::Json &data, const Style &style);
[[nodiscard]] Rendered accountChanged(const base::Json &data, const Style &style);
[[nodiscard]] Rendered accountRemoved(const base::Json &data, const Style &style);
[[nodiscard]] Rendered check(const base::Json &data, const Style &style);

[[nodiscard]] Rendered modelList(const base::Json &data, const Style &style);
[[nodiscard]] Rendered modelAdded(const base::Json &data, const Style &style);
[[nodiscard]] Rendered alias(const base::Json &data, const Style &style);
[[nodiscard]] Rendered comboList(const base::Json &data, const Style &style);
[[nodiscard]] Rendered comboSaved(const base::Json &data, const Style &style);
[[nodiscard]] Rendered comboRemoved(const base::Json &data, const Style &style);
[[nodiscard]] Rendered comboUsed(const base::Json &data, const Style &style);
[[nodiscard]] Rendered plan(const base::Json &data, const Style &style);

[[nodiscard]] Rendered keyList(const base::Json &data, const Style &style);
[[nodiscard]] Rendered keyMade(const base::Json &data, const Style &style);
[[nodiscard]] Rendered keyRevoked(const base::Json &data, const Style &style);

[[nodiscard]] Rendered logs(const base::Json &data, const Style &style);
[[nodiscard]] QString logLine(const base::Json &item, const Style &style);
[[nodiscard]] Rendered trace(const base::Json &data, const Style &style);
[[nodiscard]] Rendered settingList(const base::Json &data, const Style &style);
[[nodiscard]] Rendered settingValue(const base::Json &data, const Style &style);
[[nodiscard]] Rendered settingChanged(const base::Json &data, const Style &style);

} // namespace omni::control::renderers
