// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

class QDBusServiceWatcher;

namespace omni::ui::shell {

/// Waits for a place where a tray icon can stand, without touching QSystemTrayIcon: Qt asks only
/// once per process whether there is one and remembers a "no" for ever.
class TrayHost : public QObject
{
    Q_OBJECT

public:
    explicit TrayHost(QObject *parent = nullptr);

    /// Begins to look. One of the signals follows within about ten seconds.
    void start();
    [[nodiscard]] bool isPresent() const { return m_isPresent; }

signals:
    void appeared();
    /// A StatusNotifier host went away.
    void vanished();
    /// None was found in time. On X11 an older kind of tray may still be there, which only
    /// QSystemTrayIcon can tell.
    void notFound();

private slots:
    void ask();
    void onHostGone();

private:
    void set(bool isPresent);

    QDBusServiceWatcher *m_watcher = nullptr;
    QTimer m_patience;
    bool m_isPresent = false;
};

} // namespace omni::ui::shell
