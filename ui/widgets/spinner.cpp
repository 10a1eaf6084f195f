// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/spinner.h"

#include <QPainter>

namespace omni::ui::widgets {

Spinner::Spinner(Theme &theme, int size, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(size, size);
    m_timer.setInterval(50);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_degrees = (m_degrees + 18) % 360;
        update();
    });
}

void Spinner::showEvent(QShowEvent *)
{
    if (!m_theme.isMotionReduced())
        m_timer.start();
}

void Spinner::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void Spinner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(QPen(m_theme.tokens().track, 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(m_theme.tokens().accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, (90 - m_degrees) * 16, -90 * 16);
}

} // namespace omni::ui::widgets
