// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/awserror.h"

#include "core/wire/upstreamerror.h"

#include <array>

namespace omni::wire {

using base::Error;
using base::ErrorCode;
using base::Json;

namespace {

struct Known
{
    const char *name; ///< in lower case, without `exception`
    int status;
    ErrorCode code;
};

/// The status is what the services answer with outside a stream.
constexpr std::array<Known, 17> Exceptions{{
    {"throttling", 429, ErrorCode::RateLimited},
    {"toomanyrequests", 429, ErrorCode::RateLimited},
    {"servicequotaexceeded", 402, ErrorCode::QuotaExhausted},
    {"contentlengthexceeded", 400, ErrorCode::ContextTooLong},
    {"validation", 400, ErrorCode::InvalidRequest},
    {"invalidstate", 400, ErrorCode::InvalidRequest},
    {"conflict", 409, ErrorCode::InvalidRequest},
    {"resourcenotfound", 404, ErrorCode::NotFound},
    {"accessdenied", 403, ErrorCode::Forbidden},
    {"unrecognizedclient", 401, ErrorCode::Unauthorized},
    {"expiredtoken", 401, ErrorCode::Unauthorized},
    {"modelnotready", 503, ErrorCode::Overloaded},
    {"serviceunavailable", 503, ErrorCode::Overloaded},
    {"modeltimeout", 504, ErrorCode::Timeout},
    {"modelerror", 502, ErrorCode::UpstreamFailed},
    {"modelstreamerror", 502, ErrorCode::UpstreamFailed},
    {"internalserver", 500, ErrorCode::UpstreamFailed},
}};

/// `com.amazon.coral#ThrottlingException:http://…` → `throttling`.
QByteArray shortName(QByteArrayView name)
{
    QByteArray out = name.toByteArray().toLower();
    if (const qsizetype hash = out.lastIndexOf('#'); hash >= 0)
        out = out.mid(hash + 1);
    if (const qsizetype colon = out.indexOf(':'); colon >= 0)
        out.truncate(colon);
    for (const char *ending : {"exception", "error"}) {
        if (out.endsWith(ending)) {
            out.chop(qsizetype(qstrlen(ending)));
            break;
        }
    }
    return out;
}

const Known *knownException(const QByteArray &name)
{
    for (const Known &known : Exceptions) {
        if (name == known.name)
            return &known;
    }
    return nullptr;
}

QByteArray messageOf(const Json &body)
{
    for (const char *key : {"message", "Message", "errorMessage"}) {
        if (!body[key].toBytes().isEmpty())
            return body[key].toBytes();
    }
    return {};
}

/// A refused token comes as "access denied", with words that say so.
bool isAboutToken(const QByteArray &message)
{
    const QByteArray lower = message.toLower();
    return lower.contains("token") && (lower.contains("invalid") || lower.contains("expired"));
}

} // namespace

Error awsException(QByteArrayView name, const Json &body, int status)
{
    const QByteArray message = messageOf(body);
    const Known *known = knownException(shortName(name));
    Error error;
    error.upstreamStatus = status >= 400 ? status : known ? known->status : 502;
    ErrorCode code = known ? known->code : codeOfStatus(error.upstreamStatus);
    if (code == ErrorCode::Forbidden && isAboutToken(message))
        code = ErrorCode::Unauthorized;
    error.code = refinedByWords(code, message);
    error.detail = upstreamWords(message);
    error.retryAfter = retryHint(body, message);
    if (error.detail.isEmpty())
        error.detail = name.isEmpty()
                           ? QStringLiteral("the upstream answered %1 without saying why")
                                 .arg(error.upstreamStatus)
                           : upstreamWords(name);
    return error;
}

Error decodeAwsError(int status, QByteArrayView body)
{
    const auto json = Json::parse(body);
    if (!json || !json->isObject())
        return errorOfForeignBody(status, body);
    const QByteArray &type = (*json)["__type"].toBytes();
    return awsException(type.isEmpty() ? (*json)["code"].toBytes() : type, *json, status);
}

} // namespace omni::wire
