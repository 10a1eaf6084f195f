// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/notices.h"

#include "ui/text/attentiontext.h"
#include "ui/text/errortext.h"

namespace omni::ui::shell {

namespace {

using Kind = engine::AttentionItem::Kind;

constexpr qint64 Hour = 3'600'000;
constexpr qint64 SilentFor = 12 * Hour;
constexpr qsizetype MaxAnHour = 4;

/// Cooling, single errors and switches of the user's own are no news for a notification.
bool isWorthTelling(Kind kind)
{
    return kind == Kind::AccountRefused || kind == Kind::AccountLocked ||
           kind == Kind::ServerDown || kind == Kind::StoreTrouble;
}

/// A locked keyring concerns many accounts and is one event.
QString keyOf(const engine::AttentionItem &item)
{
    if (item.kind == Kind::AccountLocked)
        return QStringLiteral("locked");
    return QStringLiteral("%1/%2").arg(int(item.kind)).arg(item.targetId);
}

Notice noticeOf(const engine::AttentionItem &item, const engine::Snapshot &snapshot)
{
    Notice notice;
    notice.isUrgent = item.kind != Kind::AccountRefused;
    notice.pageId = QStringLiteral("home");
    if (item.kind == Kind::ServerDown) {
        const text::ErrorText words = text::serverErrorText(snapshot.server);
        notice.title = words.what;
        notice.text = words.why;
        return notice;
    }
    const text::AttentionText words = text::attentionText(item, snapshot.atMs);
    notice.title = words.title;
    notice.text = words.detail;
    if (item.kind == Kind::AccountRefused) {
        notice.pageId = QStringLiteral("providers");
        notice.item = QStringLiteral("account/") + item.targetId;
    }
    return notice;
}

} // namespace

QList<Notice> NoticeRules::take(const engine::Snapshot &snapshot)
{
    QList<Notice> notices;
    QStringList present;
    for (const engine::AttentionItem &item : snapshot.attention) {
        if (!isWorthTelling(item.kind))
            continue;
        const QString key = keyOf(item);
        if (present.contains(key))
            continue;
        present.append(key);
        const Notice notice = noticeOf(item, snapshot);
        const bool isNew = !m_before.contains(key) && (!m_isFirst || notice.isUrgent);
        if (isNew && mayTell(key, notice.isUrgent, snapshot.atMs))
            notices.append(notice);
    }
    m_before = present;
    m_isFirst = false;
    return notices;
}

bool NoticeRules::mayTell(const QString &key, bool isUrgent, qint64 nowMs)
{
    if (const auto told = m_told.constFind(key);
        told != m_told.constEnd() && nowMs - *told < SilentFor)
        return false;
    m_recent.removeIf([&](qint64 at) { return nowMs - at >= Hour; });
    if (!isUrgent && m_recent.size() >= MaxAnHour)
        return false;
    m_told.insert(key, nowMs);
    if (!isUrgent)
        m_recent.append(nowMs);
    return true;
}

} // namespace omni::ui::shell
