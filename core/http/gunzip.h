// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/http/limits.h"

#include <QByteArray>

namespace omni::http {

/// One gzip stream with nothing behind it. InvalidRequest when it is broken; ContextTooLong when it
/// grows beyond the limits, whatever it would have become.
[[nodiscard]] base::Result<QByteArray> gunzip(const QByteArray &packed, const Limits &limits);

} // namespace omni::http
