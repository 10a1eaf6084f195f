// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace omni::ui::shell {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this,
                SLOT(onAction(uint, QString)));
    bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this,
                SLOT(onClosed(uint, uint)));
}

void Notifier::show(const Notice &notice)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        emit undelivered(notice.title, notice.text);
        return;
    }
    QDBusMessage call =
        QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("Notify"));
    QVariantMap hints{
        {QStringLiteral("desktop-entry"), QStringLiteral("io.github.omniroute.OmniRoute")},
        {QStringLiteral("urgency"), QVariant::fromValue(uchar(notice.isUrgent ? 2 : 1))}};
    call << QStringLiteral("OmniRoute") << uint(0)
         << QStringLiteral("io.github.omniroute.OmniRoute") << notice.title << notice.text
         << QStringList{QStringLiteral("default"), tr("Open")} << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            m_open.insert(reply.value(), notice);
        else
            emit undelivered(notice.title, notice.text);
    });
}

void Notifier::onAction(uint id, const QString &)
{
    if (const auto found = m_open.constFind(id); found != m_open.constEnd())
        emit openRequested(found->pageId, found->item);
}

void Notifier::onClosed(uint id, uint)
{
    m_open.remove(id);
}

} // namespace omni::ui::shell
