// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace omni::base {

/// What ends a run of bytes that stand in a JSON string as they are.
enum class StringStop
{
    Escaped,           ///< controls, the quote, the backslash
    EscapedOrNonAscii, ///< and everything that is no ASCII
};

#ifdef __SSE2__
/// A bit for each of the next sixteen bytes: set where it ends the run.
template<StringStop Stop>
unsigned stringStops(const char *at)
{
    constexpr bool isAscii = Stop == StringStop::EscapedOrNonAscii;
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
    // As signed numbers, what is no ASCII lies below the controls.
    const __m128i low = isAscii ? _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20))
                                : _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
    const __m128i stops =
        _mm_or_si128(low, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                       _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
    return unsigned(_mm_movemask_epi8(stops));
}
#endif

/// The first byte that ends the run, or `end`. Bodies are mostly long strings, so this decides how
/// fast they are scanned, parsed and written.
template<StringStop Stop>
const char *skipPlain(const char *at, const char *end)
{
    constexpr bool isAscii = Stop == StringStop::EscapedOrNonAscii;
#ifdef __SSE2__
    for (; end - at >= 16; at += 16) {
        if (const unsigned stops = stringStops<Stop>(at); stops != 0)
            return at + std::countr_zero(stops);
    }
#endif
    for (; at != end; ++at) {
        const auto byte = uchar(*at);
        if (byte < 0x20 || byte == '"' || byte == '\\' || (isAscii && byte >= 0x80))
            return at;
    }
    return end;
}

/// The first byte from 0x1a to 0x1f, or `end`.
inline const char *findLateControl(const char *at, const char *end)
{
    constexpr char First = 0x1a;
    constexpr char Span = 0x1f - First;
#ifdef __SSE2__
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i shifted = _mm_sub_epi8(bytes, _mm_set1_epi8(First));
        const __m128i found = _mm_cmpeq_epi8(_mm_min_epu8(shifted, _mm_set1_epi8(Span)), shifted);
        if (const auto mask = unsigned(_mm_movemask_epi8(found)); mask != 0)
            return at + std::countr_zero(mask);
    }
#endif
    for (; at != end; ++at) {
        if (*at >= First && *at <= First + Span)
            return at;
    }
    return end;
}

/// True when `needle` (at least two bytes) occurs. Compares its first and last byte at sixteen
/// places at once: quicker than any table when the needle begins with a byte as common as a quote.
[[nodiscard]] bool containsBytes(QByteArrayView text, QByteArrayView needle);

/// The end of the run of non-ASCII bytes at `at`, or nullptr when it is no valid UTF-8.
[[nodiscard]] const char *skipUtf8(const char *at, const char *end);

} // namespace omni::base
