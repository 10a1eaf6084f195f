// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/application.h"

#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notifier.h"
#include "ui/shell/quitsheet.h"
#include "ui/shell/tray.h"
#include "ui/shell/traymenu.h"
#include "ui/widgets/systemscheme.h"
#include "ui/widgets/theme.h"

#include <QApplication>

#include <chrono>

namespace omni::ui::shell {

namespace {

// A hidden window costs memory; after this long it is taken down and built again when needed.
constexpr std::chrono::minutes LightAfter(5);
// How long a start waits for the settings that say whether the window shows.
constexpr std::chrono::milliseconds SettingsWithin(700);

widgets::ThemeChoice themeChoice(const QString &word)
{
    if (word == QLatin1String("light"))
        return widgets::ThemeChoice::Light;
    if (word == QLatin1String("dark"))
        return widgets::ThemeChoice::Dark;
    return widgets::ThemeChoice::System;
}

} // namespace

Application::Application(engine::EngineFace &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_language(std::make_unique<Language>())
    , m_theme(std::make_unique<widgets::Theme>())
    , m_scheme(std::make_unique<widgets::SystemScheme>())
{
    m_language->use(word("app.language"));
    m_actions = std::make_unique<Actions>(engine);
    m_trayMenu = std::make_unique<TrayMenu>(engine, *m_theme, *m_actions);
    m_tray = std::make_unique<Tray>(*m_theme, *m_trayMenu->menu());
    m_notifier = std::make_unique<Notifier>();
    m_light.setSingleShot(true);
    m_light.setInterval(LightAfter);
    QApplication::setWindowIcon(trayIcon(*m_theme, TrayState::Running));

    connect(m_scheme.get(), &widgets::SystemScheme::answered, m_theme.get(),
            &widgets::Theme::setSystemDark);
    connect(&engine, &engine::EngineFace::snapshotChanged, this, &Application::onSnapshot);
    connect(m_trayMenu.get(), &TrayMenu::openRequested, this, &Application::open);
    connect(m_notifier.get(), &Notifier::openRequested, this, &Application::open);
    connect(m_notifier.get(), &Notifier::undelivered, m_tray.get(), &Tray::showMessage);
    connect(m_tray.get(), &Tray::activated, this, &Application::raise);
    connect(m_tray.get(), &Tray::absent, this, &Application::onTrayAbsent);
    connect(m_tray.get(), &Tray::usableChanged, this, &Application::readSettings);
    connect(&m_light, &QTimer::timeout, this, [this] {
        if (m_window && !m_window->isVisible())
            m_window.reset();
    });
    connectActions();
    onSnapshot();
}

Application::~Application() = default;

void Application::connectActions()
{
    connect(m_actions->open, &QAction::triggered, this, &Application::raise);
    connect(m_actions->quit, &QAction::triggered, this, &Application::requestQuit);
    // From the tray the window may not exist yet; its own connection does the rest.
    connect(m_actions->settings, &QAction::triggered, this,
            [this] { open(QStringLiteral("settings"), {}); });
}

bool Application::flag(const char *key, bool fallback) const
{
    const QString value = m_engine.setting(QLatin1String(key));
    return value.isEmpty() ? fallback : value == QLatin1String("true");
}

QString Application::word(const char *key) const
{
    QString value = m_engine.setting(QLatin1String(key));
    return value.remove(QLatin1Char('"'));
}

void Application::start(bool isMinimized)
{
    m_isStarted = true;
    m_isMinimized = isMinimized;
    m_tray->start();
    const bool areSettingsKnown = !m_engine.setting(QStringLiteral("app.startHidden")).isEmpty();
    if (isMinimized) {
        m_isDecided = true;
    } else if (areSettingsKnown) {
        onSnapshot();
    } else {
        QTimer::singleShot(SettingsWithin, this, [this] {
            if (!m_isDecided)
                raise();
        });
    }
}

void Application::onSnapshot()
{
    const engine::Snapshot &snapshot = m_engine.snapshot();
    readSettings();
    m_actions->setSnapshot(snapshot);
    m_trayMenu->setSnapshot(snapshot);
    m_tray->setSnapshot(snapshot);
    for (const Notice &notice : m_rules.take(snapshot))
        m_notifier->show(notice);
    if (m_isStarted && !m_isDecided && snapshot.server.state != engine::ServerState::Starting) {
        m_isDecided = true;
        m_isMinimized = flag("app.startHidden", false);
        if (!m_isMinimized)
            raise();
    }
}

void Application::readSettings()
{
    m_theme->setChoice(themeChoice(word("app.theme")));
    m_tray->setWanted(flag("app.tray", true));
    if (m_window)
        m_window->setClosesToTray(m_tray->isUsable() && flag("app.keepRunning", true));
    if (m_language->use(word("app.language")))
        retranslate();
}

void Application::retranslate()
{
    // The constructor chooses the language before there is anything to translate.
    if (m_actions)
        m_actions->retranslate();
    if (m_trayMenu)
        m_trayMenu->retranslate();
    if (m_window)
        m_window->retranslate();
}

void Application::ensureWindow()
{
    if (m_window)
        return;
    m_window = std::make_unique<MainWindow>(m_engine, *m_theme, *m_actions);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Application::requestQuit);
    connect(m_window.get(), &MainWindow::hidden, &m_light, qOverload<>(&QTimer::start));
    connect(m_window.get(), &MainWindow::settingChanged, this, &Application::readSettings);
    readSettings();
}

void Application::raise()
{
    m_isDecided = true;
    m_isMinimized = false;
    m_light.stop();
    ensureWindow();
    if (m_window->isMinimized())
        m_window->showNormal();
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Application::open(const QString &pageId, const QString &item)
{
    raise();
    m_window->openPage(pageId, item);
}

void Application::onTrayAbsent()
{
    if (m_window && m_window->isVisible())
        return;
    if (!m_isMinimized)
        return;
    ensureWindow();
    m_window->showMinimized();
}

void Application::requestQuit()
{
    const int running = int(m_engine.snapshot().live.size());
    if (running == 0) {
        quit();
        return;
    }
    raise();
    auto *sheet = new QuitSheet(*m_theme, running, m_window.get());
    connect(sheet, &QDialog::accepted, this, &Application::quit);
    sheet->open();
}

void Application::quit()
{
    if (m_isQuitting)
        return;
    m_isQuitting = true;
    if (m_window)
        m_window->setReallyQuitting();
    m_tray->remove();
    QApplication::quit();
}

} // namespace omni::ui::shell
