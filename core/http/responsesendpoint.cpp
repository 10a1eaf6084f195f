// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"

namespace omni::http {

void serveResponseCancel(Call &call)
{
    call.reply->sendError(
        {.code = base::ErrorCode::InvalidRequest,
         .detail = u"\"%1\" cannot be cancelled: responses in the background are not offered here. "
                   "Close the connection to end a response."_qs.arg(
                       QString::fromUtf8(call.route.argument))},
        400);
}

} // namespace omni::http
