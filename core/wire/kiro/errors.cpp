// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/kiro/errors.h"

#include "core/wire/awserror.h"

namespace omni::wire::kiro {

using base::Error;
using base::ErrorCode;
using base::Json;

Error refined(Error error, const Json &body)
{
    // Not documented: these words are reported by users of public gateways.
    const QByteArray &reason = body["reason"].toBytes();
    if (reason.contains("CONTENT_LENGTH"))
        error.code = ErrorCode::ContextTooLong;
    else if (reason.contains("MONTHLY") || reason.contains("OVERAGE"))
        error.code = ErrorCode::QuotaExhausted;
    else if (reason.contains("CAPACITY"))
        error.code = ErrorCode::Overloaded;
    return error;
}

Error decodeError(int status, QByteArrayView body)
{
    return refined(decodeAwsError(status, body), Json::parse(body).value_or(Json()));
}

} // namespace omni::wire::kiro
