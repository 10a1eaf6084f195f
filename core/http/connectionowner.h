// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/http/framefault.h"

namespace omni::http {

class ConnectionGuard;

/// What a connection asks of whoever has all of them.
class ConnectionOwner
{
public:
    virtual ~ConnectionOwner() = default;

    /// The head is complete: answer with `guard.accept()` or `guard.refuse(…)`.
    virtual void admit(ConnectionGuard &guard) = 0;
    /// An accepted request is complete: make a ReplyWriter for it and answer.
    virtual void serve(ConnectionGuard &guard) = 0;
    /// The bytes are no request: answer with `guard.sendLast(…)` or `guard.abort()`.
    virtual void framingFailed(ConnectionGuard &guard, FrameFault fault) = 0;
    /// A request was begun and not ended in time: answer with `guard.sendLast(…)`.
    virtual void timedOut(ConnectionGuard &guard) = 0;
    /// The connection holds bytes: call `guard.flush()` before the event loop waits again.
    virtual void flushSoon(ConnectionGuard &guard) = 0;
    /// The connection is no more; it deletes itself later.
    virtual void closed(ConnectionGuard &guard) = 0;
};

} // namespace omni::http
