// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/part.h"

#include <optional>

namespace omni::wire {

struct DataUrl
{
    QByteArray mediaType;
    QByteArray data; ///< base64
};

/// `data:image/png;base64,…` taken apart; nothing for any other URL, and for a data URL that is not
/// base64.
[[nodiscard]] std::optional<DataUrl> splitDataUrl(QByteArrayView url);
[[nodiscard]] QByteArray makeDataUrl(QByteArrayView mediaType, QByteArrayView base64);

/// What the first bytes of base64 data say it is (`image/png`, `application/pdf`, …); empty when
/// unknown. For sources that forgot or mistook the type.
[[nodiscard]] QByteArray mediaTypeOf(QByteArrayView base64);

/// What the end of a URL's path says it is; empty when it says nothing.
[[nodiscard]] QByteArray mediaTypeOfUrl(const QByteArray &url);

/// A visible stand-in for a part that the target cannot take, e.g. `[image: https://…]`.
[[nodiscard]] QByteArray noteFor(const chat::MediaPart &media);

} // namespace omni::wire
