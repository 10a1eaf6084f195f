// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <chrono>

namespace omni::http {

/// Every limit of the inbound side. The defaults are the product's; tests shorten them.
struct Limits
{
    // Framing of one request
    qsizetype requestLineBytes = 16 << 10; ///< more: 414
    qsizetype headBytes = 64 << 10;        ///< more: 431
    qsizetype fieldBytes = 16 << 10;       ///< more: 431
    int fieldCount = 128;                  ///< more: 431
    qint64 bodyBytes = 64LL << 20;         ///< more: 413, before reading when declared
    qsizetype chunkLineBytes = 256;        ///< a chunk's size and its extensions
    qsizetype trailerBytes = 8 << 10;      ///< trailers are parsed and thrown away
    qint64 inflatedBytes = 64LL << 20;     ///< what a compressed body may grow to …
    qint64 inflateRatio = 100;             ///< … and by how much …
    qint64 inflateFreeBytes = 64 << 10;    ///< … once it is larger than this

    // Time
    std::chrono::milliseconds headDeadline{10'000};       ///< from the first byte; then 408
    std::chrono::milliseconds headDeadlinePressed{2'000}; ///< while too many are unauthenticated
    std::chrono::milliseconds bodyIdle{30'000};           ///< between bytes of a body; then 408
    std::chrono::milliseconds keepAliveIdle{75'000};
    std::chrono::milliseconds writeStall{60'000}; ///< a client that reads nothing is dropped
    std::chrono::milliseconds drainTime{2'000};   ///< reading on after a refusal
    std::chrono::milliseconds sweepEvery{1'000};  ///< one timer looks at all deadlines

    // Connections
    int connections = 1024; ///< more: 503
    int unauthenticated = 256;
    int perPeer = 64; ///< not for loopback
    int backlog = 1024;

    // Bytes kept or thrown away
    qsizetype drainBytes = 64 << 10;     ///< read and dropped after a refusal
    qsizetype smallBodyBytes = 64 << 10; ///< a refused request's body worth reading to keep alive
    qsizetype heldBytes = 64 << 10;      ///< pipelined bytes kept while an answer runs
    qint64 congestedAbove = 256 << 10;   ///< unsent bytes that make a writer congested …
    qint64 drainedBelow = 128 << 10;     ///< … and those that end it

    // Abuse
    int failedKeys = 20; ///< wrong keys of one peer in `failedKeysWindow`; more: 429
    std::chrono::milliseconds failedKeysWindow{60'000};
    int hops = 3; ///< `x-omniroute-hop` of this or more: 508
};

} // namespace omni::http
