// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"

namespace omni::http {

void serveHealth(Call &call)
{
    static const QByteArray body =
        QByteArrayLiteral("{\"status\":\"ok\",\"version\":\"" OMNI_VERSION "\"}");
    call.reply->sendWhole(
        200, {{"content-type", "application/json"}, {"cache-control", "no-store"}}, body);
}

} // namespace omni::http
