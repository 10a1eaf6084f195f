// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/gallery/shots.h"

#include "tests/gallery/dialogs.h"
#include "tests/support/snapshots.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/trayicons.h"
#include "ui/shell/traymenu.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>

namespace omni::gallery {

using ui::shell::MainWindow;

Shots::Shots(const QString &folder, const QString &only)
    : m_folder(folder)
    , m_only(only)
    , m_theme(std::make_unique<ui::widgets::Theme>())
    , m_language(std::make_unique<ui::shell::Language>())
    , m_actions(std::make_unique<ui::shell::Actions>(m_engine))
{
    m_theme->setMotionReduced(true);
    const qreal ratio = qApp->devicePixelRatio();
    m_scale =
        qFuzzyCompare(ratio, 1.0) ? QString() : QStringLiteral("-%1").arg(qRound(ratio * 100));
}

Shots::~Shots() = default;

void Shots::takeAll()
{
    takeTrayIcons();
    for (const QString &language : ui::shell::languages()) {
        m_language->use(language);
        for (const bool isDark : {false, true}) {
            m_theme->setChoice(isDark ? ui::widgets::ThemeChoice::Dark
                                      : ui::widgets::ThemeChoice::Light);
            const QString suffix =
                QStringLiteral("-%1-%2%3")
                    .arg(isDark ? QStringLiteral("dark") : QStringLiteral("light"), language,
                         m_scale);
            m_actions->retranslate();
            takePages(suffix);
            takeSizes(suffix);
            takeOverlays(suffix);
            takeDialogs(suffix);
            takeTrayMenus(suffix);
        }
    }
}

bool Shots::isWanted(const QString &name) const
{
    return m_only.isEmpty() || name.contains(m_only);
}

std::unique_ptr<MainWindow> Shots::makeWindow(QSize size)
{
    auto window = std::make_unique<MainWindow>(m_engine, *m_theme, *m_actions);
    window->resize(size);
    window->show();
    // Rings and cursors are drawn in the active window only.
    QApplication::setActiveWindow(window.get());
    return window;
}

void Shots::save(QWidget &widget, const QString &name)
{
    // Layouts of pages that were just shown settle with the events they posted.
    for (int i = 0; i < 4; ++i)
        QApplication::processEvents();
    if (!widget.grab().save(QDir(m_folder).filePath(name + QStringLiteral(".png")))) {
        qWarning("cannot write %s", qPrintable(name));
        ++m_failures;
    }
}

void Shots::takePages(const QString &suffix)
{
    for (const test::PreparedSnapshot &state : test::allSnapshots()) {
        for (const ui::shell::PageRow &row : ui::shell::pageRows()) {
            const QString name = row.id + QLatin1Char('-') + state.name + suffix;
            if (!isWanted(name))
                continue;
            m_engine.show(state.value);
            m_actions->setSnapshot(state.value);
            const auto window = makeWindow();
            window->openPage(row.id);
            save(*window, name);
        }
    }
}

void Shots::takeSizes(const QString &suffix)
{
    for (const QSize size : {QSize(900, 600), QSize(1600, 1000)}) {
        for (const ui::shell::PageRow &row : ui::shell::pageRows()) {
            const QString name =
                row.id + QStringLiteral("-%1x%2").arg(size.width()).arg(size.height()) + suffix;
            if (!isWanted(name))
                continue;
            m_engine.show(test::filledSnapshot());
            const auto window = makeWindow(size);
            window->openPage(row.id);
            save(*window, name);
        }
    }
}

void Shots::takeOverlays(const QString &suffix)
{
    m_engine.show(test::filledSnapshot());
    if (const QString name = QStringLiteral("palette") + suffix; isWanted(name)) {
        m_actions->setSnapshot(m_engine.snapshot());
        const auto window = makeWindow();
        m_actions->palette->trigger();
        save(*window, name);
    }
    if (const QString name = QStringLiteral("toast") + suffix; isWanted(name)) {
        const auto window = makeWindow();
        m_actions->copyEndpoint->trigger();
        save(*window, name);
    }
}

void Shots::takeDialogs(const QString &suffix)
{
    for (const DialogRow &row : dialogRows()) {
        const QString name = QStringLiteral("dialog-") + row.name + suffix;
        if (!isWanted(name))
            continue;
        m_engine.show(test::filledSnapshot());
        const auto window = makeWindow();
        const auto shown = row.make(m_engine, *m_theme, *window);
        if (shown)
            save(*shown, name);
        else
            save(*window, name);
    }
}

void Shots::takeTrayMenus(const QString &suffix)
{
    for (const test::PreparedSnapshot &state : test::allSnapshots()) {
        const QString name = QStringLiteral("traymenu-") + state.name + suffix;
        if (!isWanted(name))
            continue;
        m_actions->setSnapshot(state.value);
        ui::shell::TrayMenu tray(m_engine, *m_theme, *m_actions);
        tray.setSnapshot(state.value);
        // The menu and its two submenus side by side, as a host would open them.
        QList<QMenu *> menus{tray.menu()};
        for (const QString &sub : {QStringLiteral("trayCombos"), QStringLiteral("trayAttention")})
            menus.append(tray.menu()->findChild<QMenu *>(sub));
        QWidget desk;
        int width = 16;
        int height = 0;
        QList<QPixmap> pictures;
        for (QMenu *menu : menus) {
            menu->ensurePolished();
            menu->resize(menu->sizeHint());
            pictures.append(menu->grab());
            width += menu->width() + 16;
            height = std::max(height, menu->height() + 32);
        }
        QPixmap sheet(QSize(width, height) * qApp->devicePixelRatio());
        sheet.setDevicePixelRatio(qApp->devicePixelRatio());
        sheet.fill(m_theme->tokens().edge);
        QPainter painter(&sheet);
        int x = 16;
        for (const QPixmap &picture : pictures) {
            painter.drawPixmap(x, 16, picture);
            x += qRound(picture.width() / picture.devicePixelRatio()) + 16;
        }
        painter.end();
        if (!sheet.save(QDir(m_folder).filePath(name + QStringLiteral(".png"))))
            ++m_failures;
    }
}

void Shots::takeTrayIcons()
{
    const QString name = QStringLiteral("trayicons") + m_scale;
    if (!isWanted(name))
        return;
    using ui::shell::TrayState;
    const QList<TrayState> states{TrayState::Running,   TrayState::Active, TrayState::NoAccount,
                                  TrayState::Attention, TrayState::Down,   TrayState::Paused,
                                  TrayState::Stopped};
    const QList<int> sizes = ui::shell::traySizes();
    QPixmap sheet(1300, int(states.size()) * 84);
    QPainter painter(&sheet);
    const auto strip = [&](int left, int width, const QColor &ground, bool isTemplate) {
        painter.fillRect(left, 0, width, sheet.height(), ground);
        for (qsizetype row = 0; row < states.size(); ++row) {
            int x = left + 16;
            for (const int size : sizes) {
                const QPixmap icon =
                    ui::shell::trayPixmap(*m_theme, states.at(row), size, isTemplate);
                painter.drawPixmap(x, int(row) * 84 + (84 - size) / 2, icon);
                x += size + 16;
            }
        }
    };
    strip(0, 450, QColor(Qt::lightGray).lighter(115), false);
    strip(450, 450, QColor(Qt::black).lighter(120), false);
    strip(900, 400, Qt::white, true);
    painter.end();
    if (!sheet.save(QDir(m_folder).filePath(name + QStringLiteral(".png"))))
        ++m_failures;
}

} // namespace omni::gallery
