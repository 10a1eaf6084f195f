// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/cursor/errors.h"

#include "core/net/connectreader.h"
#include "core/wire/upstreamerror.h"

#include <array>

namespace omni::wire::cursor {

using base::Error;
using base::ErrorCode;
using base::Json;

namespace {

struct Known
{
    const char *name;
    int status;
    ErrorCode code;
};

/// The names and their statuses are those of the Connect protocol.
constexpr std::array<Known, 16> Codes{{
    {"canceled", 499, ErrorCode::Cancelled},
    {"unknown", 500, ErrorCode::UpstreamFailed},
    {"invalid_argument", 400, ErrorCode::InvalidRequest},
    {"deadline_exceeded", 504, ErrorCode::Timeout},
    {"not_found", 404, ErrorCode::NotFound},
    {"already_exists", 409, ErrorCode::InvalidRequest},
    {"permission_denied", 403, ErrorCode::Forbidden},
    {"resource_exhausted", 429, ErrorCode::RateLimited},
    {"failed_precondition", 400, ErrorCode::InvalidRequest},
    {"aborted", 409, ErrorCode::UpstreamFailed},
    {"out_of_range", 400, ErrorCode::InvalidRequest},
    {"unimplemented", 501, ErrorCode::Unsupported},
    {"internal", 500, ErrorCode::UpstreamFailed},
    {"unavailable", 503, ErrorCode::Overloaded},
    {"data_loss", 500, ErrorCode::UpstreamFailed},
    {"unauthenticated", 401, ErrorCode::Unauthorized},
}};

/// The words for people stand deep inside; `message` is often just "Error".
QByteArray messageOf(const Json &error)
{
    const Json &shown = error["details"].at(0)["debug"]["details"];
    const QByteArray &title = shown["title"].toBytes();
    const QByteArray &detail = shown["detail"].toBytes();
    if (!title.isEmpty() && !detail.isEmpty())
        return title + ": " + detail;
    if (!title.isEmpty() || !detail.isEmpty())
        return title + detail;
    return error["message"].toBytes();
}

} // namespace

Error connectError(const Json &error, int status)
{
    const QByteArray message = messageOf(error);
    Error out{.code = codeOfStatus(status), .upstreamStatus = status};
    for (const Known &known : Codes) {
        if (error["code"].toBytes() != known.name)
            continue;
        out.code = known.code;
        if (status < 400)
            out.upstreamStatus = known.status;
    }
    out.code = refinedByWords(out.code, message);
    out.detail = upstreamWords(message);
    if (out.detail.isEmpty())
        out.detail =
            QStringLiteral("the upstream answered %1 without saying why").arg(out.upstreamStatus);
    return out;
}

Error decodeError(int status, QByteArrayView body)
{
    auto json = Json::parse(body);
    if (!json) {
        net::ConnectReader reader;
        for (const net::Frame &frame : reader.feed(body))
            json = Json::parse(frame.data);
    }
    if (!json || !json->isObject())
        return errorOfForeignBody(status, body);
    return connectError((*json)["error"].isObject() ? (*json)["error"] : *json, status);
}

} // namespace omni::wire::cursor
