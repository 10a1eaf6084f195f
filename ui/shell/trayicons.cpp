// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/trayicons.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace omni::ui::shell {

namespace {

struct Parts
{
    QString base;
    QString badge; ///< empty = the base says it alone
};

Parts partsOf(TrayState state)
{
    switch (state) {
    case TrayState::Running:
        return {QStringLiteral("running"), {}};
    case TrayState::Active:
        return {QStringLiteral("active"), {}};
    case TrayState::NoAccount:
        return {QStringLiteral("running"), QStringLiteral("noaccount")};
    case TrayState::Attention:
        return {QStringLiteral("running"), QStringLiteral("attention")};
    case TrayState::Down:
        return {QStringLiteral("running"), QStringLiteral("down")};
    case TrayState::Paused:
        return {QStringLiteral("paused"), {}};
    case TrayState::Stopped:
        break;
    }
    return {QStringLiteral("stopped"), {}};
}

/// Cooling ends by itself and single errors pass: the icon asks for a person only when one helps.
bool needsPerson(const engine::AttentionItem &item)
{
    using Kind = engine::AttentionItem::Kind;
    return item.kind == Kind::AccountRefused || item.kind == Kind::AccountLocked ||
           item.kind == Kind::StoreTrouble || item.kind == Kind::UnsafeSetting;
}

} // namespace

TrayState trayState(const engine::Snapshot &snapshot)
{
    switch (snapshot.server.state) {
    case engine::ServerState::Down:
        return TrayState::Down;
    case engine::ServerState::Paused:
        return TrayState::Paused;
    case engine::ServerState::Starting:
    case engine::ServerState::Stopped:
        return TrayState::Stopped;
    case engine::ServerState::Running:
        break;
    }
    if (snapshot.accounts.isEmpty())
        return TrayState::NoAccount;
    const bool isNeeded =
        std::any_of(snapshot.attention.begin(), snapshot.attention.end(), needsPerson);
    return isNeeded || snapshot.accountsReady() == 0 ? TrayState::Attention : TrayState::Running;
}

QPixmap trayPixmap(const widgets::Theme &theme, TrayState state, int size, bool isTemplate,
                   const QColor &ink)
{
    const Parts parts = partsOf(state);
    const QString kind = isTemplate ? QStringLiteral("mono-") : QString();
    const auto draw = [&](const QString &name) { return theme.pixmap(name, ink, size, 1.0); };
    QPixmap composed(size, size);
    composed.fill(Qt::transparent);
    QPainter painter(&composed);
    painter.drawPixmap(0, 0, draw(QStringLiteral("tray-") + kind + parts.base));
    if (!parts.badge.isEmpty()) {
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
        painter.drawPixmap(0, 0, draw(QStringLiteral("cut-") + parts.badge));
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        painter.drawPixmap(0, 0, draw(QStringLiteral("badge-") + kind + parts.badge));
    }
    return composed;
}

QList<int> traySizes()
{
    return {16, 18, 20, 22, 24, 32, 44, 48, 64};
}

QIcon trayIcon(const widgets::Theme &theme, TrayState state, bool isTemplate)
{
    QIcon icon;
    for (const int size : traySizes())
        icon.addPixmap(trayPixmap(theme, state, size, isTemplate));
    icon.setIsMask(isTemplate);
    return icon;
}

} // namespace omni::ui::shell
