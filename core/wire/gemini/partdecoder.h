// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/fields.h"

namespace omni::wire::gemini {

/// One part of a content; a kind nobody else knows becomes an opaque part. The ids of calls and
/// results may be empty afterwards: the API does not demand them. False with the reader's error
/// when the part is malformed.
bool decodePart(FieldReader &in, const base::Json &json, const FieldPath &where, chat::Part &part);

/// True for a call or result whose id we made: it goes back to this format without one.
[[nodiscard]] bool hasMadeId(const chat::Part &part);
/// Gives a call or result an id of our making.
void setMadeId(chat::Part &part, const QByteArray &id);

/// What `executableCode` and `codeExecutionResult` look like to those who know neither.
[[nodiscard]] QByteArray codeAsText(const base::Json &part);

} // namespace omni::wire::gemini
