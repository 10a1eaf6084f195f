// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/jsonout.h"

#include <algorithm>
#include <initializer_list>

namespace omni::wire {

/// The members that are not named here, in order; null when there are none.
[[nodiscard]] inline base::Json leftOver(const base::Json &object,
                                         std::initializer_list<QByteArrayView> known)
{
    base::Json rest;
    for (const base::JsonMember &member : object.members()) {
        if (std::find(known.begin(), known.end(), QByteArrayView(member.key)) == known.end())
            rest.set(member.key, member.value);
    }
    return rest;
}

/// Adds the members of `extra` that `target` does not have, in nested objects too.
inline void addMissing(base::Json &target, const base::Json &extra)
{
    for (const base::JsonMember &member : extra.members()) {
        if (!target.contains(member.key)) {
            target.set(member.key, member.value);
        } else if (target[QByteArrayView(member.key)].isObject() && member.value.isObject()) {
            base::Json inner = target[QByteArrayView(member.key)];
            addMissing(inner, member.value);
            target.set(member.key, inner);
        }
    }
}

/// The members of an extension object, behind what was already written.
inline void writeMembers(JsonOut &out, const base::Json &object)
{
    for (const base::JsonMember &member : object.members())
        out.key(member.key).value(member.value);
}

} // namespace omni::wire
