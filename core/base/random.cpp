// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/random.h"

#include <sodium/randombytes.h>

namespace omni::base {

namespace {

QByteArray draw(QRandomGenerator &generator, qsizetype count)
{
    QByteArray out(count, Qt::Uninitialized);
    for (char &byte : out)
        byte = char(generator.generate() & 0xffU);
    return out;
}

} // namespace

QByteArray Random::id(qsizetype characters)
{
    static constexpr char Alphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";
    QByteArray out = bytes(characters);
    for (char &c : out)
        c = Alphabet[uchar(c) & 31U];
    return out;
}

QByteArray SystemRandom::bytes(qsizetype count)
{
    // Qt asks the processor for each number, which takes longer than the rest of a request's head.
    QByteArray out(count, Qt::Uninitialized);
    randombytes_buf(out.data(), size_t(count));
    return out;
}

QByteArray SeededRandom::bytes(qsizetype count)
{
    return draw(m_generator, count);
}

} // namespace omni::base
