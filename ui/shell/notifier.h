// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/shell/notices.h"

#include <QObject>

namespace omni::ui::shell {

/// Hands notices to the desktop's notification service over D-Bus.
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject *parent = nullptr);

    void show(const Notice &notice);

signals:
    void openRequested(const QString &pageId, const QString &item);
    /// No service took it.
    void undelivered(const QString &title, const QString &text);

private slots:
    void onAction(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    QHash<uint, Notice> m_open;
};

} // namespace omni::ui::shell
