// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/framefault.h"

namespace omni::http {

FaultAnswer faultAnswer(FrameFault fault)
{
    switch (fault) {
    case FrameFault::None:
        break;
    case FrameFault::TlsOnPlainPort:
        return {400, "This port speaks plain HTTP; use http://, not https://."};
    case FrameFault::BareLineEnd:
        return {400, "Lines must end with CR LF."};
    case FrameFault::BadRequestLine:
        return {400, "The request line is malformed."};
    case FrameFault::RequestLineTooLong:
        return {414, "The request line is too long."};
    case FrameFault::BadVersion:
        return {505, "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
    case FrameFault::UnknownMethod:
        return {501, "The method is not implemented."};
    case FrameFault::BadTarget:
        return {400, "The request target is malformed."};
    case FrameFault::DoubleSlash:
        return {400, "The path begins with //: remove the slash at the end of the base URL."};
    case FrameFault::FieldTooLong:
        return {431, "A header field is too long."};
    case FrameFault::HeadTooLong:
        return {431, "The header block is too long."};
    case FrameFault::TooManyFields:
        return {431, "There are too many header fields."};
    case FrameFault::FoldedField:
        return {400, "Folded header fields are not accepted."};
    case FrameFault::BadFieldName:
        return {400, "A header field has no valid name."};
    case FrameFault::BadFieldValue:
        return {400, "A header field holds control characters."};
    case FrameFault::MissingHost:
        return {400, "The Host field is missing."};
    case FrameFault::SecondHost:
        return {400, "The Host field occurs more than once."};
    case FrameFault::BadLength:
        return {400, "Content-Length is not a number of bytes."};
    case FrameFault::SecondLength:
        return {400, "Content-Length occurs more than once."};
    case FrameFault::LengthAndEncoding:
        return {400, "Content-Length and Transfer-Encoding exclude each other."};
    case FrameFault::BadEncoding:
        return {400, "Transfer-Encoding must be exactly \"chunked\"."};
    case FrameFault::UnknownEncoding:
        return {501, "Transfer-Encoding must be exactly \"chunked\"."};
    case FrameFault::EncodingOnOldVersion:
        return {400, "HTTP/1.0 knows no Transfer-Encoding."};
    case FrameFault::UnknownExpectation:
        return {417, "Only \"Expect: 100-continue\" can be met."};
    case FrameFault::BodyTooLarge:
        return {413, "The request body is larger than this gateway accepts."};
    case FrameFault::BadChunk:
        return {400, "The chunked body is malformed."};
    case FrameFault::BadTrailer:
        return {400, "The trailer of the chunked body is malformed."};
    }
    return {};
}

} // namespace omni::http
