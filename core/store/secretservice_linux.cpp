// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

namespace omni::store {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;
using Done = std::function<void(LockState)>;

constexpr int TimeoutMs = 3000; ///< each of at most three calls

const QString ServicePath = QStringLiteral("/org/freedesktop/secrets");
const QString ServiceInterface = QStringLiteral("org.freedesktop.Secret.Service");

QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), path,
                                                  interface, method);
    message.setArguments(arguments);
    return message;
}

/// `then` gets the finished call.
template<typename Function>
void send(const QDBusMessage &message, QObject *context, Function then)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, TimeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, then = std::move(then)] {
                         watcher->deleteLater();
                         then(*watcher);
                     });
}

void askCollection(const QString &path, QObject *context, Done done)
{
    send(call(path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
              {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")}),
         context, [done = std::move(done)](const QDBusPendingCall &finished) {
             const QDBusPendingReply<QDBusVariant> reply(finished);
             if (reply.isError())
                 return done(LockState::Unknown);
             done(reply.value().variant().toBool() ? LockState::Locked : LockState::Unlocked);
         });
}

void askDefaultKeyring(QObject *context, Done done)
{
    send(call(ServicePath, ServiceInterface, QStringLiteral("ReadAlias"),
              {QStringLiteral("default")}),
         context, [context, done = std::move(done)](const QDBusPendingCall &finished) {
             const QDBusPendingReply<QDBusObjectPath> reply(finished);
             // "/" = there is no keyring yet.
             if (reply.isError() || reply.value().path() == QLatin1StringView("/"))
                 return done(LockState::Unknown);
             askCollection(reply.value().path(), context, done);
         });
}

} // namespace

void askLockState(const QString &service, const QString &key, QObject *context, Done done)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(LockState::Unknown); }, Qt::QueuedConnection);
        return;
    }
    qDBusRegisterMetaType<Attributes>();
    const Attributes attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
    send(call(ServicePath, ServiceInterface, QStringLiteral("SearchItems"),
              {QVariant::fromValue(attributes)}),
         context, [context, done = std::move(done)](const QDBusPendingCall &finished) {
             const QDBusPendingReply<Paths, Paths> reply(finished);
             if (reply.isError())
                 return done(LockState::Unknown);
             if (!reply.argumentAt<1>().isEmpty())
                 return done(LockState::Locked);
             if (!reply.argumentAt<0>().isEmpty())
                 return done(LockState::Unlocked);
             askDefaultKeyring(context, done);
         });
}

} // namespace omni::store
