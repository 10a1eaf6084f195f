// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace omni::base {

/// One gzip stream with nothing behind it. InvalidRequest when it is broken; ContextTooLong when it
/// grows beyond `most` bytes, whatever it would have become.
[[nodiscard]] Result<QByteArray> gunzip(QByteArrayView packed, qint64 most);

} // namespace omni::base
