// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"

#include <QHash>

namespace omni::ui::shell {

/// One desktop notification.
struct Notice
{
    QString title;
    QString text;
    QString pageId; ///< a click opens it
    QString item;
    bool isUrgent = false;
    bool operator==(const Notice &) const = default;
};

/// Decides what is worth a notification: once when something begins, never twice within twelve
/// hours, at most four that are not urgent in an hour. Time comes from the snapshots.
class NoticeRules
{
public:
    /// What became worth telling since the snapshot before. The first snapshot tells only what is
    /// urgent: the rest was so before we started.
    [[nodiscard]] QList<Notice> take(const engine::Snapshot &snapshot);

private:
    [[nodiscard]] bool mayTell(const QString &key, bool isUrgent, qint64 nowMs);

    QStringList m_before;
    bool m_isFirst = true;
    QHash<QString, qint64> m_told;
    QList<qint64> m_recent;
};

} // namespace omni::ui::shell
