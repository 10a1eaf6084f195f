// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/responsestore.h"

#include <algorithm>

namespace omni::gateway {

namespace responses = wire::openairesponses;

base::Result<QByteArray> ResponseStore::expand(const QString &keyId, const QByteArray &body)
{
    const responses::StateWish wish = responses::stateWishOf(body);
    QByteArray expanded = body;
    if (wish.hasReferences) {
        auto written =
            responses::withItems(body, [&](const QByteArray &id) { return itemOf(keyId, id); });
        if (!written)
            return written;
        expanded = std::move(*written);
    }
    if (wish.previousId.isEmpty())
        return expanded;
    const Turn *before = find(keyId, wish.previousId);
    if (!before)
        return base::fail({.code = base::ErrorCode::InvalidRequest,
                           .detail = QStringLiteral("Previous response with id '%1' not found.")
                                         .arg(QString::fromUtf8(wish.previousId)),
                           .field = QStringLiteral("previous_response_id")});
    return responses::withHistory(expanded, *before);
}

void ResponseStore::put(const QString &keyId, const QByteArray &body, const QByteArray &response)
{
    const responses::StateWish wish = responses::stateWishOf(body);
    if (!wish.store)
        return;
    const Turn *before = wish.previousId.isEmpty() ? nullptr : find(keyId, wish.previousId);
    auto turn = responses::turnOf(body, response, before);
    // Larger than all there is room for: it would only push out everything else.
    if (!turn || turn->bytes > std::min(m_limits.bytes, m_limits.bytesPerKey))
        return;
    remove(keyId, turn->id);
    m_bytes += turn->bytes;
    KeyUse &use = m_use[keyId];
    use.bytes += turn->bytes;
    ++use.turns;
    const QByteArray id = turn->id;
    m_turns.push_back(Entry{keyId, m_clock.now(), std::move(*turn)});
    m_byId.insert({keyId, id}, std::prev(m_turns.end()));
    makeRoom(keyId);
}

QByteArray ResponseStore::response(const QString &keyId, const QByteArray &id)
{
    const Turn *turn = find(keyId, id);
    return turn ? turn->response : QByteArray();
}

QByteArray ResponseStore::inputItems(const QString &keyId, const QByteArray &id)
{
    const Turn *turn = find(keyId, id);
    return turn ? responses::inputItemsBody(*turn) : QByteArray();
}

bool ResponseStore::remove(const QString &keyId, const QByteArray &id)
{
    const auto found = m_byId.constFind({keyId, id});
    if (found == m_byId.constEnd())
        return false;
    erase(*found);
    return true;
}

void ResponseStore::removeKey(const QString &keyId)
{
    for (auto entry = m_turns.begin(); entry != m_turns.end();) {
        const auto next = std::next(entry);
        if (entry->keyId == keyId)
            erase(entry);
        entry = next;
    }
}

const ResponseStore::Turn *ResponseStore::find(const QString &keyId, const QByteArray &id)
{
    dropOld();
    const auto found = m_byId.constFind({keyId, id});
    return found == m_byId.constEnd() ? nullptr : &(*found)->turn;
}

/// The newest wording of the item.
base::Json ResponseStore::itemOf(const QString &keyId, const QByteArray &id) const
{
    for (auto entry = m_turns.rbegin(); entry != m_turns.rend(); ++entry) {
        if (entry->keyId != keyId)
            continue;
        const base::Json item = responses::itemIn(entry->turn, id);
        if (!item.isNull())
            return item;
    }
    return {};
}

void ResponseStore::erase(Entries::iterator entry)
{
    m_bytes -= entry->turn.bytes;
    const auto use = m_use.find(entry->keyId);
    use->bytes -= entry->turn.bytes;
    if (--use->turns == 0)
        m_use.erase(use);
    m_byId.remove({entry->keyId, entry->turn.id});
    m_turns.erase(entry);
}

void ResponseStore::dropOld()
{
    const auto now = m_clock.now();
    while (!m_turns.empty() && now - m_turns.front().since > m_limits.age)
        erase(m_turns.begin());
}

void ResponseStore::makeRoom(const QString &keyId)
{
    dropOld();
    while (m_bytes > m_limits.bytes)
        erase(m_turns.begin());
    auto entry = m_turns.begin();
    while (entry != m_turns.end()) {
        const auto use = m_use.constFind(keyId);
        if (use == m_use.constEnd() ||
            (use->bytes <= m_limits.bytesPerKey && use->turns <= m_limits.turnsPerKey))
            return;
        const auto next = std::next(entry);
        if (entry->keyId == keyId)
            erase(entry);
        entry = next;
    }
}

} // namespace omni::gateway
