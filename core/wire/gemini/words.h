// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"
#include "core/wire/members.h"

namespace omni::wire::gemini {

inline constexpr auto Mine = chat::Format::Gemini;

/// In front of model names where the API lists them.
inline constexpr char ModelPrefix[] = "models/";

/// The object with its own keys in camel case: the API takes `inline_data` for `inlineData`
/// everywhere. Deeper levels are left alone, since some of them are the client's data.
[[nodiscard]] base::Json camelKeys(const base::Json &object);

/// A file that lies at Google and means nothing elsewhere.
[[nodiscard]] bool isGoogleFile(const QByteArray &uri);

/// Says "the signature was made elsewhere, do not check it"; the API documents it for histories of
/// other models. Base64, as the field is bytes.
inline constexpr char DummySignature[] = "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=";

/// What another vendor bound to its thinking, in the form this format's clients bring back: their
/// libraries decode and encode the field as base64.
[[nodiscard]] QByteArray packSignature(const chat::ReasoningPart &part);
/// True when the signature was packed by us; the part's opaque fields and origin are set then.
bool unpackSignature(const QByteArray &signature, chat::ReasoningPart &part);

} // namespace omni::wire::gemini
