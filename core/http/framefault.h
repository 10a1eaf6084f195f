// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace omni::http {

/// Why the bytes of a connection are no request of ours. After any of these the connection closes.
enum class FrameFault
{
    None,
    TlsOnPlainPort,
    BareLineEnd,
    BadRequestLine,
    RequestLineTooLong,
    BadVersion,
    UnknownMethod,
    BadTarget,
    DoubleSlash,
    FieldTooLong,
    HeadTooLong,
    TooManyFields,
    FoldedField,
    BadFieldName,
    BadFieldValue,
    MissingHost,
    SecondHost,
    BadLength,
    SecondLength,
    LengthAndEncoding,
    BadEncoding,
    UnknownEncoding,
    EncodingOnOldVersion,
    UnknownExpectation,
    BodyTooLarge,
    BadChunk,
    BadTrailer,
};

struct FaultAnswer
{
    int status = 400;
    const char *text = "";
};

/// What the client is told.
[[nodiscard]] FaultAnswer faultAnswer(FrameFault fault);

} // namespace omni::http
