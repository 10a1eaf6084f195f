// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/gunzip.h"

#include <zlib.h>

#include <array>
#include <memory>

namespace omni::base {

namespace {

constexpr int GzipOnly = 16 + MAX_WBITS;
constexpr size_t Piece = 64 << 10;

} // namespace

Result<QByteArray> gunzip(QByteArrayView packed, qint64 most)
{
    const auto broken = [] {
        return fail(ErrorCode::InvalidRequest, u"The gzip body is damaged."_qs);
    };
    z_stream stream{};
    if (inflateInit2(&stream, GzipOnly) != Z_OK)
        return fail(ErrorCode::Internal, u"Out of memory while unpacking."_qs);
    const std::unique_ptr<z_stream, int (*)(z_stream *)> guard(&stream, inflateEnd);

    // zlib takes its input as non-const but does not write to it.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    QByteArray out;
    std::array<char, Piece> piece;
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = uInt(piece.size());
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END)
            return broken();
        const auto count = qsizetype(piece.size() - stream.avail_out);
        if (out.size() + count > most)
            return fail(ErrorCode::ContextTooLong,
                        u"The gzip body unpacks to more than this gateway accepts."_qs);
        out.append(piece.data(), count);
        if (result == Z_STREAM_END)
            break;
        if (count == 0 && stream.avail_in == 0)
            return broken();
    }
    if (stream.avail_in > 0)
        return broken();
    return out;
}

} // namespace omni::base
