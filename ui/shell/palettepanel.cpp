// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/palettepanel.h"

#include "ui/widgets/roles.h"
#include "ui/widgets/tile.h"

#include <QPainter>
#include <QPainterPath>

namespace omni::ui::shell {

using widgets::Type;

PalettePanel::PalettePanel(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &widgets::Theme::changed, this, qOverload<>(&QWidget::update));
}

void PalettePanel::paintEvent(QPaintEvent *)
{
    const widgets::Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    painter.fillPath(outline, t.card);
    // Where the list begins and ends, its neighbours have their lines.
    const QWidget *list = findChild<QWidget *>(QStringLiteral("paletteList"));
    if (list) {
        painter.save();
        painter.setClipPath(outline);
        painter.fillRect(0, list->geometry().bottom() + 1, width(), height(), t.sunken);
        painter.fillRect(0, list->geometry().top() - 1, width(), 1, t.line);
        painter.fillRect(0, list->geometry().bottom() + 1, width(), 1, t.line);
        painter.restore();
    }
    painter.setPen(t.line2);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

PaletteGlass::PaletteGlass(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(16, 16);
}

void PaletteGlass::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_theme.drawIcon(painter, QStringLiteral("search"), m_theme.tokens().text2, rect(), 16);
}

PaletteDelegate::PaletteDelegate(widgets::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(widgets::CaptionRole).toBool())
        return {10, m_theme.lineHeight(Type::Caption) + 14};
    return {10, m_theme.height(36)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const widgets::Tokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(widgets::CaptionRole).toBool()) {
        painter->setFont(m_theme.font(Type::Caption));
        painter->setPen(t.text3);
        painter->drawText(option.rect.adjusted(16, 0, -16, -4),
                          int(Qt::AlignLeading | Qt::AlignBottom), index.data().toString());
        painter->restore();
        return;
    }
    const QRect row = option.rect.adjusted(6, 0, -6, 0);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    if (isSelected || isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? t.accentSoft : t.hover);
        painter->drawRoundedRect(row, 6, 6);
    }
    m_theme.drawIcon(*painter, index.data(widgets::GlyphRole).toString(),
                     isSelected ? t.accent : t.text2,
                     QRect(row.left() + 10, row.top(), 16, row.height()), 16);
    QRect rest = row.adjusted(38, 0, -10, 0);
    QString keys = index.data(widgets::CountRole).toString();
    if (keys.isEmpty() && isSelected)
        keys = QStringLiteral("Enter");
    if (!keys.isEmpty())
        rest.setRight(rest.right() - widgets::KeyCap::paint(*painter, m_theme, rest, keys) - 12);
    const auto write = [&](const QString &text, Type type, const QColor &color, int gap) {
        if (text.isEmpty() || rest.width() <= 0)
            return;
        painter->setFont(m_theme.font(type));
        painter->setPen(color);
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width());
        painter->drawText(rest, int(Qt::AlignLeading | Qt::AlignVCenter), shown);
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(shown) + gap);
    };
    const QString strong = index.data(widgets::BoldRole).toString();
    write(index.data().toString(), Type::Body, t.text, strong.isEmpty() ? 12 : 4);
    write(strong, Type::BodyBold, t.text, 12);
    write(index.data(widgets::SecondTextRole).toString(), Type::Small, t.text3, 0);
    painter->restore();
}

} // namespace omni::ui::shell
