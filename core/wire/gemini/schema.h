// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QByteArrayList>

namespace omni::wire::gemini {

/// The API's own schema subset as JSON Schema: types in lower case, `nullable` as a type, numbers
/// that were written as text.
[[nodiscard]] base::Json toJsonSchema(const base::Json &reduced);

struct ReducedSchema
{
    base::Json schema;
    /// Keywords that had to go; what they meant stands in descriptions where that is possible.
    QByteArrayList lost;
};

/// One JSON schema in the subset that `parameters` and `responseSchema` take. Names of properties
/// are never taken for keywords. References are resolved; cycles and endless growth end in a plain
/// object.
[[nodiscard]] ReducedSchema reduceSchema(const base::Json &schema);

/// Stands alone in the schema of a function without parameters where an empty one is refused; taken
/// out of the arguments again.
inline constexpr char PlaceholderProperty[] = "omniroute_placeholder";

} // namespace omni::wire::gemini
