// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/pages/attentionaction.h"

#include <QMenu>
#include <QObject>

class QActionGroup;

namespace omni::ui::widgets {
class Theme;
}

namespace omni::ui::shell {

class Actions;

/// The tray's menu, drawn by the host: plain strings, at most twelve rows on top. Rows stay the
/// same objects and change in place; submenus are filled anew when what they show changed.
class TrayMenu : public QObject
{
    Q_OBJECT

public:
    TrayMenu(engine::EngineFace &engine, widgets::Theme &theme, Actions &actions,
             QObject *parent = nullptr);
    ~TrayMenu() override;

    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }
    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();

signals:
    void openRequested(const QString &pageId, const QString &item);

private:
    void fillCombos();
    void fillAttention();
    void mirror(QAction *row, const QAction *action) const;

    engine::EngineFace &m_engine;
    widgets::Theme &m_theme;
    Actions &m_actions;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_state = nullptr;
    QList<std::pair<QAction *, QAction *>> m_rows; ///< our row, the action it stands for
    QMenu *m_combos = nullptr;
    QMenu *m_attention = nullptr;
    QActionGroup *m_choice = nullptr;
    engine::Snapshot m_snapshot;
};

} // namespace omni::ui::shell
