// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/gallery/dialogs.h"

namespace omni::gallery {

/// What the Providers page shows after clicks.
[[nodiscard]] QList<DialogRow> providerDialogRows();

} // namespace omni::gallery
