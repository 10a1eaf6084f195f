// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/keygate.h"

#include "core/base/secret.h"
#include "core/http/router.h"

namespace omni::http {

namespace {

constexpr int MaxPeers = 4096;

/// The credentials of `Authorization: Bearer …`; of another scheme, the whole value, which is no
/// key of ours.
QByteArrayView bearer(QByteArrayView value)
{
    constexpr QByteArrayView Scheme("Bearer ");
    if (value.size() > Scheme.size() && equalsIgnoringCase(value.first(Scheme.size()), Scheme))
        return trimmedBlanks(value.sliced(Scheme.size()));
    return value;
}

} // namespace

base::Result<QByteArray> presentedKey(const RequestHead &head)
{
    QByteArray key;
    const auto differs = [&key](QByteArrayView other) {
        if (other.isEmpty())
            return false;
        if (key.isEmpty())
            key = other.toByteArray();
        return !base::equalInConstantTime(key, other);
    };
    bool clash = false;
    for (const RequestHead::Field &field : head.fields) {
        const QByteArrayView name = head.view(field.name);
        if (equalsIgnoringCase(name, "authorization"))
            clash = differs(bearer(head.view(field.value))) || clash;
        else if (equalsIgnoringCase(name, "x-api-key") ||
                 equalsIgnoringCase(name, "x-goog-api-key"))
            clash = differs(head.view(field.value)) || clash;
    }
    if (head.query.size > 0)
        clash = differs(queryValue(head.view(head.query), "key")) || clash;
    if (clash)
        return base::fail(base::ErrorCode::Unauthorized,
                          u"The request carries several API keys that differ."_qs);
    return key;
}

base::Result<auth::ClientKey> KeyGate::admit(const RequestHead &head, const QString &peer,
                                             bool required)
{
    const auto key = presentedKey(head);
    if (!key)
        return base::fail(key.error());
    if (key->isEmpty()) {
        if (!required)
            return auth::ClientKey();
        return base::fail(
            base::ErrorCode::Unauthorized,
            u"No API key. Send the gateway's key as \"Authorization: Bearer sk-omr-…\" "
            u"or \"x-api-key\"."_qs);
    }
    auto owner = m_check(*key);
    if (owner || owner.error().code == base::ErrorCode::RateLimited)
        return owner;
    // Many programs insist on some key; where none is needed, theirs may be anything.
    if (!required)
        return auth::ClientKey();
    return countFailure(peer, std::move(owner.error()));
}

base::Result<auth::ClientKey> KeyGate::countFailure(const QString &peer, base::Error error)
{
    const auto now = m_clock.now();
    if (m_failures.size() >= MaxPeers && !m_failures.contains(peer)) {
        m_failures.removeIf([&](QHash<QString, Failures>::iterator it) {
            return now - it->since >= m_limits.failedKeysWindow;
        });
        if (m_failures.size() >= MaxPeers)
            m_failures.clear();
    }
    Failures &failures = m_failures[peer];
    if (failures.count == 0 || now - failures.since >= m_limits.failedKeysWindow)
        failures = {.since = now, .count = 0};
    if (++failures.count <= m_limits.failedKeys)
        return base::fail(std::move(error));
    const auto wait = failures.since + m_limits.failedKeysWindow - now;
    return base::fail({.code = base::ErrorCode::RateLimited,
                       .detail = u"Too many wrong API keys; wait before the next try."_qs,
                       .retryAfter = std::chrono::ceil<std::chrono::milliseconds>(wait)});
}

} // namespace omni::http
