// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/http/limits.h"
#include "core/http/requesthead.h"
#include "core/http/server.h"

#include <QHash>

namespace omni::http {

/// Finds the client's key in a request and has it checked; slows down who guesses.
class KeyGate
{
public:
    KeyGate(KeyCheck check, const Limits &limits, const base::Clock &clock)
        : m_check(std::move(check))
        , m_limits(limits)
        , m_clock(clock)
    {}

    /// The key's owner; an empty one when no key is `required` and no good one came. A wrong key
    /// counts against the peer.
    [[nodiscard]] base::Result<auth::ClientKey> admit(const RequestHead &head, const QString &peer,
                                                      bool required);

private:
    struct Failures
    {
        base::Clock::TimePoint since;
        int count = 0;
    };

    [[nodiscard]] base::Result<auth::ClientKey> countFailure(const QString &peer,
                                                             base::Error error);

    KeyCheck m_check;
    const Limits &m_limits;
    const base::Clock &m_clock;
    QHash<QString, Failures> m_failures;
};

/// The key of a request: from Authorization, x-api-key, x-goog-api-key or `?key=`. Empty when none
/// came; Unauthorized when several came that differ.
[[nodiscard]] base::Result<QByteArray> presentedKey(const RequestHead &head);

} // namespace omni::http
