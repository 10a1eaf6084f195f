// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/chat/part.h"
#include "core/wire/fields.h"

namespace omni::wire::anthropic {

/// The same media in a form that Anthropic takes: data URLs taken apart, media types found in the
/// first bytes, text files as text. Unsupported, with the field, for what has no place there.
[[nodiscard]] base::Result<chat::MediaPart> legalMedia(chat::MediaPart media,
                                                       const FieldPath &where);

} // namespace omni::wire::anthropic
