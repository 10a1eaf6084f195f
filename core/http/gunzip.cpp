// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/gunzip.h"

#include "core/base/gunzip.h"

namespace omni::http {

base::Result<QByteArray> gunzip(const QByteArray &packed, const Limits &limits)
{
    const qint64 byRatio =
        std::max<qint64>(limits.inflateFreeBytes, packed.size() * limits.inflateRatio);
    return base::gunzip(packed, std::min(limits.inflatedBytes, byRatio));
}

} // namespace omni::http
