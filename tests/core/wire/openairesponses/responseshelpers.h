// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/formats.h"
#include "tests/core/wire/recordings.h"

namespace omni::wiretest {

inline const wire::Codec &responses()
{
    return *wire::codecFor(chat::Format::OpenAiResponses);
}

/// JSON with single quotes, for readable cases.
inline QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

/// A request with every shorthand written out, so that two ways to say one thing are equal.
[[nodiscard]] base::Json writtenOut(const base::Json &request);

/// The request as a client wrote it, decoded and encoded again.
[[nodiscard]] base::Json roundTrip(const base::Json &request, const wire::Traits &traits,
                                   wire::Losses *losses = nullptr);

} // namespace omni::wiretest
