// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QTimer>
#include <QWidget>

namespace omni::ui::widgets {

/// A quarter arc that turns once a second while visible; stands still with reduced motion.
class Spinner : public QWidget
{
    Q_OBJECT

public:
    explicit Spinner(Theme &theme, int size = 16, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Theme &m_theme;
    QTimer m_timer;
    int m_degrees = 0;
};

} // namespace omni::ui::widgets
