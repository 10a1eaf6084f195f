// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire {

/// The arguments as the text of a JSON object, whatever the model wrote: nothing becomes `{}`,
/// free text is wrapped, broken JSON is kept under `_raw`.
[[nodiscard]] QByteArray argumentsAsObject(const chat::ToolCallPart &call);

/// A tool's schema for upstreams that demand `type: object` at the root.
[[nodiscard]] base::Json objectSchema(const base::Json &schema, const QByteArray &path,
                                      Losses &losses);

/// The schema of a function that stands in for a free-form tool: one text, `input`. A grammar goes
/// into its description, since nobody checks it any more.
[[nodiscard]] base::Json freeFormSchema(const base::Json &grammar = {});

} // namespace omni::wire
