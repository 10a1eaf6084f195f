// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/chat/part.h"

namespace omni::chat {

const base::Json &Extensions::of(Format format) const
{
    static const base::Json none;
    for (const auto &[owner, object] : objects) {
        if (owner == format)
            return object;
    }
    return none;
}

void Extensions::put(Format format, base::Json object)
{
    if (object.isNull() || (object.isObject() && object.size() == 0))
        return;
    for (auto &[owner, mine] : objects) {
        if (owner == format) {
            mine = std::move(object);
            return;
        }
    }
    objects.emplace_back(format, std::move(object));
}

} // namespace omni::chat
