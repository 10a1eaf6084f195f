// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/shell/notices.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace omni::ui::widgets {
class SystemScheme;
class Theme;
} // namespace omni::ui::widgets

namespace omni::ui::shell {

class Actions;
class Language;
class MainWindow;
class Notifier;
class Tray;
class TrayMenu;

/// Everything a person sees: window, tray, notifications, language and look, over one engine.
/// Needs a QApplication; whoever makes it also calls
/// QApplication::setQuitOnLastWindowClosed(false).
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(engine::EngineFace &engine, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the window, or only the tray icon when asked to or when the settings say so. Without a
    /// tray a minimised start shows a minimised window.
    void start(bool isMinimized);
    /// Brings the window up; a second start of the program calls this.
    void raise();
    /// Leaves at once, for signals and the end of a session. Ends with QApplication::quit().
    void quit();
    /// Leaves, but asks first while requests are running.
    void requestQuit();

    /// Null while the window is not built.
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] widgets::Theme &theme() const { return *m_theme; }
    [[nodiscard]] TrayMenu &trayMenu() const { return *m_trayMenu; }
    [[nodiscard]] Language &language() const { return *m_language; }

private:
    void ensureWindow();
    void connectActions();
    void readSettings();
    void retranslate();
    void onSnapshot();
    void onTrayAbsent();
    void open(const QString &pageId, const QString &item);
    [[nodiscard]] bool flag(const char *key, bool fallback) const;
    [[nodiscard]] QString word(const char *key) const;

    engine::EngineFace &m_engine;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<widgets::SystemScheme> m_scheme;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<TrayMenu> m_trayMenu;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<MainWindow> m_window;
    NoticeRules m_rules;
    QTimer m_light;
    bool m_isStarted = false;
    bool m_isDecided = false; ///< whether the window shows at start
    bool m_isMinimized = false;
    bool m_isQuitting = false;
};

} // namespace omni::ui::shell
