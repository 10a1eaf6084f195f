// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/jsonbytes.h"

namespace omni::base {

namespace {

/// Length of the UTF-8 sequence at `at`, 0 when it is not one.
int utf8Length(const char *at, const char *end)
{
    const auto byte = [&](int i) { return at + i < end ? uchar(at[i]) : uchar(0); };
    const auto tail = [&](int i) { return (byte(i) & 0xc0U) == 0x80U; };
    const uchar lead = byte(0);
    if (lead >= 0xc2 && lead <= 0xdf)
        return tail(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const uchar low = lead == 0xe0 ? 0xa0 : 0x80;
        const uchar high = lead == 0xed ? 0x9f : 0xbf;
        return byte(1) >= low && byte(1) <= high && tail(2) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const uchar low = lead == 0xf0 ? 0x90 : 0x80;
        const uchar high = lead == 0xf4 ? 0x8f : 0xbf;
        return byte(1) >= low && byte(1) <= high && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

const char *skipUtf8(const char *at, const char *end)
{
    const auto tail = [](char byte) { return (uchar(byte) & 0xc0U) == 0x80U; };
    while (at < end && uchar(*at) >= 0x80) {
        const auto lead = uchar(*at);
        // Most of the world's text: two bytes, and three outside the ranges with exceptions.
        if (lead >= 0xc2 && lead <= 0xdf && end - at >= 2 && tail(at[1])) {
            at += 2;
        } else if (lead >= 0xe1 && lead <= 0xef && lead != 0xed && end - at >= 3 && tail(at[1]) &&
                   tail(at[2])) {
            at += 3;
        } else {
            const int length = utf8Length(at, end);
            if (length == 0)
                return nullptr;
            at += length;
        }
    }
    return at;
}

bool containsBytes(QByteArrayView text, QByteArrayView needle)
{
    const char *at = text.data();
    const char *last = at + text.size() - needle.size(); // the last place it can begin
#ifdef __SSE2__
    const qsizetype back = needle.size() - 1;
    const __m128i first = _mm_set1_epi8(needle.front());
    const __m128i final = _mm_set1_epi8(needle.back());
    for (; last - at >= 16; at += 16) {
        const auto load = [](const char *from) {
            return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        };
        auto mask = unsigned(_mm_movemask_epi8(_mm_and_si128(
            _mm_cmpeq_epi8(load(at), first), _mm_cmpeq_epi8(load(at + back), final))));
        for (; mask != 0; mask &= mask - 1) {
            if (std::memcmp(at + std::countr_zero(mask), needle.data(), size_t(needle.size())) == 0)
                return true;
        }
    }
#endif
    for (; at <= last; ++at) {
        if (*at == needle.front() && std::memcmp(at, needle.data(), size_t(needle.size())) == 0)
            return true;
    }
    return false;
}

} // namespace omni::base
