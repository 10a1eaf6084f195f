// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/combos/stepdelegate.h"

#include <QListView>

class QMenu;

namespace omni::ui::pages::combos {

class StepModel;

/// The ordered list. Drag, or Alt+Up/Down, Alt+Home/End; Delete removes; the menu key or the dots
/// open the rest. As high as its rows: the page scrolls, not the list.
class StepView : public QListView
{
    Q_OBJECT

public:
    StepView(widgets::Theme &theme, StepModel &model, QWidget *parent = nullptr);

    void retranslate();
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    void setCurrentRow(int row);
    /// The menu of a row; made anew each time, deletes itself when closed.
    QMenu *makeMenu(int row);

signals:
    /// Said to screen readers and shown for a while.
    void announced(const QString &text);
    /// Ctrl+Z while the list has the focus.
    void undoWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool moveByKey(const QKeyEvent &event);
    void remove(int row);
    void fitHeight();
    [[nodiscard]] int gapAt(const QPoint &at) const;
    [[nodiscard]] StepDelegate::Part partAt(const QPoint &at) const;

    widgets::Theme &m_theme;
    StepModel &m_model;
    StepDelegate::Part m_pressed = StepDelegate::Part::Body;
    int m_gap = -1;
};

} // namespace omni::ui::pages::combos
