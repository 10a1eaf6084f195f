// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace omni::ui::pages::providers {

/// The handle by which a card is dragged. Only for the pointer: keys and the menu do the same.
class Grip : public QWidget
{
    Q_OBJECT

public:
    explicit Grip(widgets::Theme &theme, QWidget *parent = nullptr);

signals:
    void dragged(const QPoint &globalPosition);
    void dropped();
    void abandoned();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    widgets::Theme &m_theme;
    QPoint m_from;
    bool m_isPressed = false;
    bool m_isDragging = false;
};

} // namespace omni::ui::pages::providers
