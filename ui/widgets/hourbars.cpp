// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/hourbars.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace omni::ui::widgets {

HourBars::HourBars(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HourBars::setBars(const QList<Bar> &bars, const QStringList &captions)
{
    if (m_bars == bars && m_captions == captions)
        return;
    m_bars = bars;
    m_captions = captions;
    update();
}

QSize HourBars::sizeHint() const
{
    return {298, 64 + 4 + m_theme.lineHeight(Type::Caption)};
}

QSize HourBars::minimumSizeHint() const
{
    return {160, 64 + 4 + m_theme.lineHeight(Type::Caption)};
}

QRect HourBars::plotRect() const
{
    return rect().adjusted(0, 0, 0, -(m_theme.lineHeight(Type::Caption) + 5));
}

void HourBars::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    const QRect plot = plotRect();
    painter.fillRect(QRect(plot.left(), plot.bottom() + 1, plot.width(), 1), t.line);

    int highest = 1;
    for (const Bar &bar : m_bars)
        highest = std::max(highest, bar.value);
    const double step = m_bars.isEmpty() ? 0 : double(plot.width()) / double(m_bars.size());
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        if (m_bars.at(i).value <= 0)
            continue;
        // Even one request must be seen.
        const double height = std::max(2.0, double(plot.height()) * m_bars.at(i).value / highest);
        const QRectF bar(plot.left() + double(i) * step + 1, plot.bottom() + 1 - height,
                         std::max(2.0, step - 3.5), height);
        QColor color = t.fill;
        color.setAlphaF(0.7F);
        painter.fillRect(bar, i + 1 == m_bars.size() ? t.accent : color);
    }

    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(t.text3);
    const int top = plot.bottom() + 5;
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        const int width = painter.fontMetrics().horizontalAdvance(m_captions.at(i));
        const double share = m_captions.size() < 2 ? 0 : double(i) / double(m_captions.size() - 1);
        const int x = plot.left() + qRound(share * (plot.width() - width));
        painter.drawText(QRect(x, top, width + 1, m_theme.lineHeight(Type::Caption)),
                         Qt::AlignLeft | Qt::AlignVCenter, m_captions.at(i));
    }
}

bool HourBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const double step = double(width()) / double(m_bars.size());
        const auto at =
            std::clamp<qsizetype>(qsizetype(help->pos().x() / step), 0, m_bars.size() - 1);
        QToolTip::showText(help->globalPos(), m_bars.at(at).words, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace omni::ui::widgets
