// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/fields.h"
#include "core/wire/jsonout.h"

namespace omni::wire::gemini {

/// `generationConfig`; what only this format knows goes to `rest.generationConfig`.
bool decodeConfig(FieldReader &in, const base::Json &config, const FieldPath &where,
                  chat::ChatRequest &request, base::Json &rest);

/// How the answer's form is asked for.
struct ShapePlan
{
    QByteArray mimeType;
    base::Json schema;        ///< whole JSON schema
    base::Json reducedSchema; ///< or in the API's own subset
};

/// `generationConfig` again, if there is anything to say in it.
void writeConfig(JsonOut &out, const chat::ChatRequest &request, const Traits &traits,
                 const ShapePlan &shape, const base::Json &thinking, Losses &losses);

} // namespace omni::wire::gemini
