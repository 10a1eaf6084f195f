// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/shell/trayicons.h"

#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <memory>

class QMenu;

namespace omni::ui::shell {

class TrayHost;

/// The icon in the panel. Exists only while there is a host for it and the user wants it.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(widgets::Theme &theme, QMenu &menu, QObject *parent = nullptr);
    ~Tray() override;

    /// Begins to look for a host.
    void start();
    void setWanted(bool on);
    /// The icon can be seen, so the window may hide.
    [[nodiscard]] bool isUsable() const { return m_isUsable; }
    void setSnapshot(const engine::Snapshot &snapshot);
    /// Fallback where no notification service answers.
    void showMessage(const QString &title, const QString &text);
    void remove();

signals:
    void usableChanged(bool isUsable);
    /// No host was found in time; the window must be reachable otherwise.
    void absent();
    void activated();

private:
    void create();
    void check();
    void onNotFound();
    void refresh();

    widgets::Theme &m_theme;
    QMenu &m_menu;
    TrayHost *m_host;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QTimer m_recheck;
    QTimer m_active;
    engine::Snapshot m_snapshot;
    TrayState m_shown = TrayState::Stopped;
    bool m_isWanted = true;
    bool m_hasHost = false;
    bool m_isUsable = false;
};

/// Tool tip and accessible words of the icon.
[[nodiscard]] QString trayToolTip(const engine::Snapshot &snapshot);

} // namespace omni::ui::shell
