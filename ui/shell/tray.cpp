// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/tray.h"

#include "ui/shell/trayhost.h"
#include "ui/text/attentiontext.h"
#include "ui/widgets/theme.h"

#include <QMenu>

#include <chrono>

namespace omni::ui::shell {

QString trayToolTip(const engine::Snapshot &snapshot)
{
    const QString line = text::serverLine(snapshot.server);
    if (snapshot.server.state != engine::ServerState::Running)
        return line;
    return line + QLatin1Char('\n') + text::accountsLine(snapshot);
}

Tray::Tray(widgets::Theme &theme, QMenu &menu, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_menu(menu)
    , m_host(new TrayHost(this))
{
    m_recheck.setInterval(std::chrono::seconds(5));
    m_active.setSingleShot(true);
    m_active.setInterval(std::chrono::seconds(1));
    connect(&m_recheck, &QTimer::timeout, this, &Tray::check);
    connect(&m_active, &QTimer::timeout, this, &Tray::refresh);
    connect(m_host, &TrayHost::appeared, this, [this] {
        m_hasHost = true;
        create();
    });
    connect(m_host, &TrayHost::vanished, this, &Tray::check);
    connect(m_host, &TrayHost::notFound, this, &Tray::onNotFound);
}

Tray::~Tray() = default;

void Tray::start()
{
    m_host->start();
}

void Tray::onNotFound()
{
    // An XEmbed tray does not speak on the bus. From here on Qt's answer may be remembered: we have
    // waited long enough for a better one.
    m_hasHost = QSystemTrayIcon::isSystemTrayAvailable();
    if (m_hasHost)
        create();
    if (!m_isUsable)
        emit absent();
}

void Tray::create()
{
    if (m_icon || !m_isWanted || !m_hasHost)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    emit activated();
            });
    refresh();
    m_icon->show();
    m_recheck.start();
    check();
}

void Tray::check()
{
    // isVisible() stays true when the host dies; only this tells.
    const bool isUsable = m_icon && QSystemTrayIcon::isSystemTrayAvailable();
    if (isUsable == m_isUsable)
        return;
    m_isUsable = isUsable;
    emit usableChanged(isUsable);
}

void Tray::setWanted(bool on)
{
    if (m_isWanted == on)
        return;
    m_isWanted = on;
    if (on)
        create();
    else
        remove();
}

void Tray::remove()
{
    m_recheck.stop();
    m_icon.reset();
    check();
}

void Tray::setSnapshot(const engine::Snapshot &snapshot)
{
    const bool isTrafficNew = m_snapshot.live.isEmpty() && !snapshot.live.isEmpty();
    m_snapshot = snapshot;
    if (isTrafficNew && !m_theme.isMotionReduced())
        m_active.start();
    refresh();
}

void Tray::refresh()
{
    if (!m_icon)
        return;
    TrayState state = trayState(m_snapshot);
    if (state == TrayState::Running && m_active.isActive())
        state = TrayState::Active;
    if (state != m_shown || m_icon->icon().isNull()) {
        m_shown = state;
        m_icon->setIcon(trayIcon(m_theme, state));
    }
    if (const QString tip = trayToolTip(m_snapshot); m_icon->toolTip() != tip)
        m_icon->setToolTip(tip);
}

void Tray::showMessage(const QString &title, const QString &text)
{
    // StatusNotifier hosts show the message's icon in the panel: it must be the one they show.
    if (m_icon)
        m_icon->showMessage(title, text, m_icon->icon());
}

} // namespace omni::ui::shell
