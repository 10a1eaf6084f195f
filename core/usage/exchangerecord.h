// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/chat/format.h"
#include "core/chat/usage.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace omni::usage {

/// One candidate of a request: tried, or skipped with the reason.
struct AttemptRecord
{
    enum class Outcome
    {
        Answered,
        Failed,
        Skipped,
        Cancelled
    };
    QString provider;
    QString accountId;
    QString account; ///< label
    QByteArray model;
    Outcome outcome = Outcome::Skipped;
    /// Why it was skipped (`cooling`, `paused`, `no_secret`, `breaker`, …) or how it failed (an
    /// ErrorCode's name).
    QString reason;
    QString detail;
    int status = 0;       ///< HTTP status of the upstream; 0 = none
    qint64 startedMs = 0; ///< since the request came
    qint64 durationMs = 0;
    /// What its translation could not carry: "path: reason".
    QStringList losses;
    bool operator==(const AttemptRecord &) const = default;
};

/// Everything that is remembered of one request. No bodies, no secrets.
struct ExchangeRecord
{
    QByteArray id;        ///< `x-request-id`
    qint64 startedMs = 0; ///< since the epoch
    QString clientKeyId;
    QString clientKeyName;
    QString program;
    chat::Format dialect = chat::Format::OpenAiChat;
    QByteArray requestedModel;
    QString combo; ///< empty = none
    bool stream = false;
    QList<AttemptRecord> attempts;
    /// Of the attempt that answered; empty when none did.
    QString provider;
    QString accountId;
    QString account;
    QByteArray model;
    /// What the client got; 499 when it left.
    int status = 0;
    std::optional<base::Error> error;
    chat::Usage usage;
    /// Millionths of a dollar, estimated from list prices; absent = unknown.
    std::optional<qint64> costMicros;
    qint64 firstByteMs = -1;
    qint64 totalMs = 0;
    /// What translation could not carry on the way of the attempt that is told of last, and
    /// before it: "path: reason".
    QStringList losses;

    [[nodiscard]] bool isAnswered() const { return status >= 200 && status < 300 && !error; }
    bool operator==(const ExchangeRecord &) const = default;
};

} // namespace omni::usage
