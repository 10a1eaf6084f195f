// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/navdelegate.h"

#include "ui/widgets/roles.h"

#include <QPainter>

namespace omni::ui::widgets {

NavDelegate::NavDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(CaptionRole).toBool())
        return {10, std::max(32, m_theme.lineHeight(Type::Caption) + 16)};
    return {10, m_theme.height(32)};
}

void NavDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect rect = option.rect;
    // Collapsed to icons: the name is the tool tip then.
    const bool isNarrow = rect.width() < 80;
    if (index.data(CaptionRole).toBool()) {
        if (!isNarrow) {
            painter->setFont(m_theme.font(Type::Caption));
            painter->setPen(t.text3);
            painter->drawText(rect.adjusted(10, 0, -10, -4),
                              int(Qt::AlignLeading | Qt::AlignBottom), index.data().toString());
        }
        painter->restore();
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    if (isSelected || isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? t.select : t.hover);
        painter->drawRoundedRect(rect, 6, 6);
    }
    const QColor behind = isSelected ? t.select : isHovered ? t.hover : t.sidebar;
    const QRect glyph(isNarrow ? rect.left() : rect.left() + 10, rect.top(),
                      isNarrow ? rect.width() : 16, rect.height());
    m_theme.drawIcon(*painter, index.data(GlyphRole).toString(), isSelected ? t.accent : t.text2,
                     glyph, 16);
    const QVariant state = index.data(StateRole);
    if (isNarrow) {
        if (state.isValid())
            paintState(*painter, m_theme, State(state.toInt()),
                       QRect(rect.right() - 11, rect.top() + 1, 10, 10), 10, behind);
        painter->restore();
        return;
    }
    rect.adjust(36, 0, -10, 0);
    if (const QString count = index.data(CountRole).toString(); !count.isEmpty()) {
        painter->setFont(m_theme.font(Type::Small));
        painter->setPen(t.text2);
        painter->drawText(rect, int(Qt::AlignTrailing | Qt::AlignVCenter), count);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(count) - 5);
    }
    if (state.isValid()) {
        paintState(*painter, m_theme, State(state.toInt()),
                   QRect(rect.right() - 13, rect.top(), 14, rect.height()), 14, behind);
        rect.setRight(rect.right() - 20);
    }
    painter->setFont(m_theme.font(isSelected ? Type::BodyBold : Type::Body));
    painter->setPen(isSelected ? t.text : t.text2);
    painter->drawText(
        rect, int(Qt::AlignLeading | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

} // namespace omni::ui::widgets
