// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/part.h"

#include <QByteArrayView>

#include <algorithm>
#include <initializer_list>

namespace omni::wire::anthropic {

inline constexpr auto Mine = chat::Format::Anthropic;

/// The tool that stands in for native structured output. Its call is the answer's text, so both
/// decoders know it by this name.
inline constexpr char JsonOutputTool[] = "omniroute_json_output";

/// The members that are not named here, in order; null when there are none.
inline base::Json leftOver(const base::Json &object, std::initializer_list<QByteArrayView> known)
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

} // namespace omni::wire::anthropic
