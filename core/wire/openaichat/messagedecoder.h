// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/wire/fields.h"

namespace omni::wire::openaichat {

/// `messages` of a request. False with the reader's error set when one is wrong.
bool readMessages(FieldReader &reader, const base::Json &list, const FieldPath &at,
                  std::vector<chat::Message> &out);

} // namespace omni::wire::openaichat
