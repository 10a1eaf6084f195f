// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/shell/pages.h"
#include "ui/shell/palette.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace omni::ui::widgets {
class NoticeBar;
class Theme;
} // namespace omni::ui::widgets

namespace omni::ui::shell {

class Actions;
class Header;
class Sidebar;

/// The window: sidebar, header, one page at a time. Pages are made when they are first opened.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    MainWindow(engine::EngineFace &engine, widgets::Theme &theme, Actions &actions,
               QWidget *parent = nullptr);

    /// Unknown ids are ignored. See Page::openItem for items.
    void openPage(const QString &pageId, const QString &item = {});
    [[nodiscard]] QString currentPageId() const { return m_current; }
    [[nodiscard]] pages::Page *page(const QString &pageId) const { return m_pages.value(pageId); }
    void showToast(const QString &text);
    void retranslate();

    /// Closing hides the window when this is on; else it asks to quit.
    void setClosesToTray(bool on) { m_closesToTray = on; }
    /// From now on closing closes: QApplication::quit() closes all windows first, and one that
    /// refuses would cancel it.
    void setReallyQuitting() { m_isQuitting = true; }

signals:
    void quitRequested();
    /// The window was hidden, the program goes on in the tray.
    void hidden();
    void settingChanged(const QString &key);

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void connectActions();
    void onSnapshot();
    void onBell();
    void onUndo();
    void updateHeader();
    void toggleSidebar();
    [[nodiscard]] pages::Page *ensurePage(const QString &pageId);
    [[nodiscard]] QList<PaletteEntry> paletteEntries();
    void addComboEntries(QList<PaletteEntry> &entries);
    void addThemeEntries(QList<PaletteEntry> &entries);
    void restorePlace();
    void savePlace() const;

    engine::EngineFace &m_engine;
    widgets::Theme &m_theme;
    Actions &m_actions;
    QList<PageRow> m_rows;
    QHash<QString, pages::Page *> m_pages;
    QString m_current;
    Sidebar *m_sidebar = nullptr;
    Header *m_header = nullptr;
    QStackedWidget *m_stack = nullptr;
    widgets::NoticeBar *m_notice = nullptr;
    Palette *m_palette = nullptr;
    bool m_closesToTray = false;
    bool m_isQuitting = false;
};

} // namespace omni::ui::shell
