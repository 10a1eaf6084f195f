// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace omni::ui::widgets {

/// Asks the desktop, over D-Bus, whether it prefers dark, and keeps listening.
/// Without a session bus or a settings portal it stays silent.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

signals:
    /// Absent = the desktop has no preference.
    void answered(std::optional<bool> isDark);

private slots:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

} // namespace omni::ui::widgets
