// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

namespace omni::wiretest {

/// A recorded Gemini request as a trip through the canonical form leaves it. What may change:
/// names in snake case become camel case; the declarations of several entries of `tools` stand in
/// one, in front of the API's own tools; an empty description, an empty `generationConfig` and a
/// tool mode without any function go unsaid; a turn without a role is the user's; a turn without
/// parts goes; a model's turn with calls and the model's turn behind it are one; thoughts that are
/// not asked for are said to be unwanted; the data of media is in the usual base64 alphabet.
/// Everything else must be equal, in order.
[[nodiscard]] base::Json normalRequest(const base::Json &request);

/// The same for an answer: a content without parts or role has its role, a candidate its index.
[[nodiscard]] base::Json normalAnswer(const base::Json &answer);

} // namespace omni::wiretest
