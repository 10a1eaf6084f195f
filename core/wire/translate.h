// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

namespace omni::wire {

struct TranslateOptions
{
    QByteArray model;  ///< replaces the model's name; empty = the one in the input
    qsizetype cut = 0; ///< a stream is fed in pieces of so many bytes; 0 = at once
};

struct Translation
{
    QByteArray bytes;
    Losses losses;
};

/// What the gateway would send to an upstream of `to` for a client's request in `from`, with the
/// traits of the format's own vendor. InvalidRequest with the field for a wrong request,
/// Unsupported for a format without a codec. Pure.
[[nodiscard]] base::Result<Translation> translateRequest(chat::Format from, chat::Format to,
                                                         QByteArrayView bytes,
                                                         const TranslateOptions &options);

/// What a client of `to` would get for an upstream's answer in `from`; an error body becomes an
/// error body.
[[nodiscard]] base::Result<Translation> translateResponse(chat::Format from, chat::Format to,
                                                          QByteArrayView bytes,
                                                          const TranslateOptions &options);

/// The same for a stream of server-sent events. A stream that fails ends in the error event of
/// `to`.
[[nodiscard]] base::Result<Translation> translateStream(chat::Format from, chat::Format to,
                                                        QByteArrayView bytes,
                                                        const TranslateOptions &options);

} // namespace omni::wire
