// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakeengine.h"

#include <QSize>
#include <QString>

#include <memory>

class QWidget;

namespace omni::ui::shell {
class Actions;
class Language;
class MainWindow;
} // namespace omni::ui::shell
namespace omni::ui::widgets {
class Theme;
}

namespace omni::gallery {

/// Takes the pictures one after the other.
class Shots
{
public:
    /// `only`: names that hold it; empty = all.
    Shots(const QString &folder, const QString &only);
    ~Shots();

    void takeAll();
    [[nodiscard]] int failures() const { return m_failures; }

private:
    void takePages(const QString &suffix);
    void takeSizes(const QString &suffix);
    void takeOverlays(const QString &suffix);
    void takeDialogs(const QString &suffix);
    void takeTrayMenus(const QString &suffix);
    void takeTrayIcons();
    [[nodiscard]] std::unique_ptr<ui::shell::MainWindow> makeWindow(QSize size = QSize(1280, 770));
    [[nodiscard]] bool isWanted(const QString &name) const;
    void save(QWidget &widget, const QString &name);

    QString m_folder;
    QString m_only;
    QString m_scale;
    int m_failures = 0;
    test::FakeEngine m_engine;
    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<ui::shell::Language> m_language;
    std::unique_ptr<ui::shell::Actions> m_actions;
};

} // namespace omni::gallery
