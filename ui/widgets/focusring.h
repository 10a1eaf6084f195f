// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QPointer>
#include <QWidget>

namespace omni::ui::widgets {

/// Draws a ring of 2 px, 1 px outside the control that has the keyboard focus, in one window.
/// Only after the focus came by keyboard: a mouse click needs no pointer to itself.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    FocusRing(Theme &theme, QWidget *window);

    /// The control it is drawn around; null while there is none.
    [[nodiscard]] QWidget *target() const { return m_target; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *target);
    void place();

    Theme &m_theme;
    QPointer<QWidget> m_target;
};

} // namespace omni::ui::widgets
