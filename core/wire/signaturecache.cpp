// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/signaturecache.h"

namespace omni::wire {

using chat::Format;
using chat::ToolCallPart;

namespace {

QByteArray keyOf(const QByteArray &callId, Format origin)
{
    return callId + '\0' + char(origin);
}

} // namespace

void SignatureCache::remember(const QByteArray &callId, Format origin, const QByteArray &signature)
{
    const QByteArray key = keyOf(callId, origin);
    const qsizetype size = key.size() + signature.size();
    if (callId.isEmpty() || signature.isEmpty() || size > m_limits.bytes || m_limits.entries < 1)
        return;
    if (const auto known = m_places.constFind(key); known != m_places.constEnd())
        drop(*known);
    m_entries.push_front({key, signature});
    m_places.insert(key, m_entries.begin());
    m_bytes += size;
    while (m_bytes > m_limits.bytes || m_places.size() > m_limits.entries)
        drop(std::prev(m_entries.end()));
}

void SignatureCache::remember(const chat::ChatResponse &response)
{
    for (const chat::Choice &choice : response.choices) {
        for (const chat::Part &part : choice.message.parts) {
            const auto *call = part.as<ToolCallPart>();
            if (call && call->signatureOrigin)
                remember(call->id, *call->signatureOrigin, call->signature);
        }
    }
}

QByteArray SignatureCache::find(const QByteArray &callId, Format origin)
{
    const auto place = m_places.constFind(keyOf(callId, origin));
    if (place == m_places.constEnd())
        return {};
    m_entries.splice(m_entries.begin(), m_entries, *place);
    return m_entries.front().signature;
}

void SignatureCache::restore(chat::ChatRequest &request, Format upstream)
{
    for (chat::Message &message : request.messages) {
        for (chat::Part &part : message.parts) {
            auto *call = part.as<ToolCallPart>();
            const bool brought =
                call && !call->signature.isEmpty() && call->signatureOrigin == upstream;
            if (!call || brought)
                continue;
            // Another upstream's, tried before this one, gives way.
            if (const QByteArray known = find(call->id, upstream); !known.isEmpty()) {
                call->signature = known;
                call->signatureOrigin = upstream;
            }
        }
    }
}

void SignatureCache::drop(std::list<Entry>::iterator entry)
{
    m_bytes -= entry->key.size() + entry->signature.size();
    m_places.remove(entry->key);
    m_entries.erase(entry);
}

void SignatureTap::see(const chat::StreamEvent &event)
{
    if (const auto *opened = std::get_if<chat::event::PartOpened>(&event)) {
        if (const auto *call = opened->part.as<ToolCallPart>())
            m_open.insert_or_assign(opened->index, *call);
    } else if (const auto *grew = std::get_if<chat::event::PartGrew>(&event)) {
        const auto found = m_open.find(grew->index);
        if (found == m_open.end() || grew->field != chat::event::Field::Signature)
            return;
        found->second.signature += grew->delta;
        if (grew->origin)
            found->second.signatureOrigin = grew->origin;
    } else if (const auto *closed = std::get_if<chat::event::PartClosed>(&event)) {
        const auto node = m_open.extract(closed->index);
        if (node && node.mapped().signatureOrigin)
            m_cache.remember(node.mapped().id, *node.mapped().signatureOrigin,
                             node.mapped().signature);
    }
}

} // namespace omni::wire
