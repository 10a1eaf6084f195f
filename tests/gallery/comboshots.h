// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/gallery/dialogs.h"

namespace omni::gallery {

/// States of the Combos page that are reached by clicks.
[[nodiscard]] QList<DialogRow> comboRows();

} // namespace omni::gallery
