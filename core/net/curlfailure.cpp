// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/curlfailure.h"

namespace omni::net {

namespace {

using base::Error;
using base::ErrorCode;
using Fault = CurlJob::Fault;

Error timeout(const char *what, std::chrono::milliseconds limit, const QString &host)
{
    return {.code = ErrorCode::Timeout,
            .detail = QStringLiteral("%1: %2 (limit %3 ms)")
                          .arg(host, QLatin1StringView(what))
                          .arg(limit.count())};
}

Error describeFault(const CurlFailure &failure, const QString &host)
{
    switch (failure.fault) {
    case Fault::ConnectTimeout:
        return timeout("no connection in time", failure.timeouts.connect, host);
    case Fault::FirstByteTimeout:
        return timeout("no first byte of the answer in time", failure.timeouts.firstByte, host);
    case Fault::IdleTimeout:
        return timeout("the answer went silent: idle too long", failure.timeouts.idle, host);
    case Fault::TotalTimeout:
        return timeout("the total time is over", failure.timeouts.total, host);
    case Fault::HeadTooLarge:
        return {.code = ErrorCode::UpstreamFailed,
                .detail = QStringLiteral("%1: header block larger than %2 KiB")
                              .arg(host)
                              .arg(AnswerHead::MaxBytes >> 10)};
    case Fault::BodyTooLarge:
        return {.code = ErrorCode::UpstreamFailed,
                .detail = QStringLiteral("%1: the answer is too large").arg(host)};
    case Fault::RefusedAddress:
        return {.code = ErrorCode::InvalidRequest,
                .detail = QStringLiteral("%1: %2").arg(host, QLatin1StringView(failure.refusal))};
    case Fault::NotSentTwice:
    case Fault::None:
        break;
    }
    return {.code = ErrorCode::Network,
            .detail = QStringLiteral("%1: the connection was closed without an answer; the request "
                                     "may have arrived and is not sent again")
                          .arg(host)};
}

/// Kinds of ends that mean "the upstream's bytes are wrong" even before its head.
bool isBadAnswer(CURLcode code)
{
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_PARTIAL_FILE:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_TOO_MANY_REDIRECTS:
        return true;
    default:
        return false;
    }
}

} // namespace

base::Error describe(const CurlFailure &failure)
{
    const QString host = QString::fromLatin1(failure.host);
    if (failure.fault != Fault::None)
        return describeFault(failure, host);
    QString reason = QString::fromUtf8(failure.reason);
    if (reason.isEmpty())
        reason = QString::fromLatin1(curl_easy_strerror(failure.code));
    ErrorCode code = ErrorCode::Network;
    switch (failure.code) {
    case CURLE_URL_MALFORMAT:
        code = ErrorCode::InvalidRequest;
        break;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
        code = ErrorCode::Internal;
        break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        reason = QStringLiteral("its certificate was not accepted: %1").arg(reason);
        break;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
        reason = QStringLiteral("no secure connection (protocol or certificate): %1").arg(reason);
        break;
    default:
        if (failure.hasHead || isBadAnswer(failure.code))
            code = ErrorCode::UpstreamFailed;
        break;
    }
    return {.code = code, .detail = QStringLiteral("%1: %2").arg(host, reason)};
}

} // namespace omni::net
