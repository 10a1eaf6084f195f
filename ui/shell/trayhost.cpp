// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/trayhost.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QGuiApplication>

#include <chrono>

namespace omni::ui::shell {

namespace {

const QString Service = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString Path = QStringLiteral("/StatusNotifierWatcher");

} // namespace

TrayHost::TrayHost(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!m_isPresent)
            emit notFound();
    });
}

void TrayHost::start()
{
    // On X11 a panel of the session may still be starting; elsewhere the bus tells it all.
    const bool isX11 = QGuiApplication::platformName() == QLatin1String("xcb");
    m_patience.start(isX11 ? std::chrono::seconds(10) : std::chrono::seconds(2));
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    m_watcher =
        new QDBusServiceWatcher(Service, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayHost::ask);
    connect(m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, &TrayHost::onHostGone);
    bus.connect(Service, Path, Service, QStringLiteral("StatusNotifierHostRegistered"), this,
                SLOT(ask()));
    bus.connect(Service, Path, Service, QStringLiteral("StatusNotifierHostUnregistered"), this,
                SLOT(ask()));
    ask();
}

void TrayHost::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        Service, Path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call << Service << QStringLiteral("IsStatusNotifierHostRegistered");
    call.setAutoStartService(false);
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        set(reply.isValid() && reply.value().variant().toBool());
    });
}

void TrayHost::onHostGone()
{
    set(false);
}

void TrayHost::set(bool isPresent)
{
    if (m_isPresent == isPresent)
        return;
    m_isPresent = isPresent;
    if (isPresent) {
        m_patience.stop();
        emit appeared();
    } else {
        emit vanished();
    }
}

} // namespace omni::ui::shell
