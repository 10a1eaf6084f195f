// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace omni::ui::widgets {

namespace {

/// One choice. Its width is that of the bold text, so that nothing moves when it is taken.
class Segment : public QToolButton
{
public:
    Segment(Theme &theme, QWidget *parent)
        : QToolButton(parent)
        , m_theme(theme)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics bold(m_theme.font(Type::SmallBold));
        return {bold.horizontalAdvance(text()) + 25, m_theme.height(28, Type::Small)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = m_theme.tokens();
        QPainter painter(this);
        if (isChecked() || underMouse())
            painter.fillRect(rect(), isChecked() ? t.select : t.hover);
        painter.setFont(m_theme.font(isChecked() ? Type::SmallBold : Type::Small));
        painter.setPen(isChecked() ? t.text : t.text2);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    Theme &m_theme;
};

} // namespace

Segments::Segments(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(1, 1, 1, 1);
    m_row->setSpacing(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Segments::setTexts(const QStringList &texts)
{
    const int kept = current();
    while (m_group->buttons().size() > texts.size()) {
        QAbstractButton *last = m_group->buttons().constLast();
        m_group->removeButton(last);
        delete last;
    }
    for (int i = int(m_group->buttons().size()); i < texts.size(); ++i) {
        auto *segment = new Segment(m_theme, this);
        segment->setObjectName(QStringLiteral("segment%1").arg(i));
        m_group->addButton(segment, i);
        m_row->addWidget(segment);
    }
    for (int i = 0; i < texts.size(); ++i) {
        m_group->button(i)->setText(texts.at(i));
        m_group->button(i)->updateGeometry();
    }
    setCurrent(kept < 0 ? 0 : kept);
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void Segments::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line2);
    painter.setBrush(t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(t.line);
    const QList<QAbstractButton *> all = m_group->buttons();
    for (qsizetype i = 1; i < all.size(); ++i) {
        const int x = all.at(i)->x() - 1;
        painter.drawLine(x, 1, x, height() - 2);
    }
}

} // namespace omni::ui::widgets
