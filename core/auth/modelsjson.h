// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/catalog/provider.h"

namespace omni::auth {

/// The models of an account as its row has them. Traits are the catalog's and are not kept.
[[nodiscard]] QByteArray modelsJson(const QList<catalog::Model> &models);
/// What cannot be read is left out.
[[nodiscard]] QList<catalog::Model> modelsFromJson(const QByteArray &text);

} // namespace omni::auth
