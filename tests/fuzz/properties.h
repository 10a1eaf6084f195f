// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::fuzz {

// What must hold for any input. Each ends the process, with a line that says what broke.

/// The parser and the scanner agree, and what was parsed is written and read again unchanged.
void json(QByteArrayView input);
/// A request that decodes can be said to every format, as JSON; in its own format it decodes again.
void request(const wire::Codec &codec, QByteArrayView input);
/// An answer that decodes can be told to every client, whole and as a stream.
void response(const wire::Codec &codec, QByteArrayView input);
/// An error body of any kind becomes an error in every client's words.
void error(const wire::Codec &codec, QByteArrayView input);
/// The first byte says how the rest is cut. The events are a legal sequence, the same however the
/// bytes arrive, and every client's encoder takes them.
void stream(const wire::Codec &codec, QByteArrayView input);

} // namespace omni::fuzz
