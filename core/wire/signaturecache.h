// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/streamevent.h"

#include <QHash>

#include <list>
#include <map>

namespace omni::wire {

/// What upstreams bound to their tool calls (Gemini's thought signatures), by call id and origin:
/// most clients bring back nothing of a call but its id, and Gemini 3 refuses a call without its
/// signature. The least used go first when a limit is reached. Owned by whoever serves the
/// conversations; not shared between threads.
class SignatureCache
{
public:
    struct Limits
    {
        qsizetype entries = 20'000;
        qsizetype bytes = 32 << 20;
    };

    SignatureCache() = default;
    explicit SignatureCache(const Limits &limits)
        : m_limits(limits)
    {}

    void remember(const QByteArray &callId, chat::Format origin, const QByteArray &signature);
    /// Every signed call of a whole answer.
    void remember(const chat::ChatResponse &response);

    /// Empty when it is not known.
    [[nodiscard]] QByteArray find(const QByteArray &callId, chat::Format origin);
    /// Gives the calls of a history the signatures that `upstream` made; one that the client itself
    /// brought back stays.
    void restore(chat::ChatRequest &request, chat::Format upstream);

    [[nodiscard]] qsizetype entries() const { return m_places.size(); }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    struct Entry
    {
        QByteArray key; ///< call id and origin
        QByteArray signature;
    };

    void drop(std::list<Entry>::iterator entry);

    Limits m_limits;
    std::list<Entry> m_entries; ///< the last used first
    QHash<QByteArray, std::list<Entry>::iterator> m_places;
    qsizetype m_bytes = 0;
};

/// Watches one stream for signed calls.
class SignatureTap
{
public:
    explicit SignatureTap(SignatureCache &cache)
        : m_cache(cache)
    {}
    void see(const chat::StreamEvent &event);

private:
    SignatureCache &m_cache;
    std::map<int, chat::ToolCallPart> m_open;
};

} // namespace omni::wire
