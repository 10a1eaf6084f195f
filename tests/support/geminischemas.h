// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace omni::test {

/// What stands in a schema that the API's own subset does not have, or that contradicts itself.
[[nodiscard]] QStringList geminiSchemaFaults(const base::Json &schema, const QString &path);

} // namespace omni::test
