// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/stepdelegate.h"

#include "ui/pages/combos/stepmodel.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/tile.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace omni::ui::pages::combos {

using widgets::State;
using widgets::Tokens;
using widgets::Type;

namespace {

constexpr int Edge = 8;
constexpr int Gap = 12;
constexpr int Tile = 28;
constexpr int Target = 28; ///< of the two glyphs at the end

QRect mirrored(const QRect &row, const QRect &part, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, row, part);
}

} // namespace

StepDelegate::StepDelegate(widgets::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = m_theme.lineHeight(Type::MonoRow) + m_theme.lineHeight(Type::Caption);
    return {10, std::max(56, lines + 18)};
}

QRect StepDelegate::partRect(const QRect &row, Part part, Qt::LayoutDirection direction)
{
    const QRect more(row.right() - 4 - Target + 1, row.top(), Target, row.height());
    switch (part) {
    case Part::More:
        return mirrored(row, more, direction);
    case Part::Remove:
        return mirrored(row, more.translated(-Target, 0), direction);
    case Part::Grip:
        return mirrored(row, {row.left(), row.top(), Edge + 16 + Gap / 2, row.height()}, direction);
    case Part::Body:
        break;
    }
    return row;
}

StepDelegate::Part StepDelegate::partAt(const QRect &row, const QPoint &at,
                                        Qt::LayoutDirection direction)
{
    for (const Part part : {Part::More, Part::Remove, Part::Grip}) {
        if (partRect(row, part, direction).contains(at))
            return part;
    }
    return Part::Body;
}

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRect row = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const QColor ground = isSelected ? t.accentSoft : isHovered ? t.hover : t.card;
    painter->save();
    paintGround(*painter, row, index, ground);
    if (index.row() + 1 < index.model()->rowCount())
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.line);

    const auto at = [&](int x, int width) {
        return mirrored(row, QRect(row.left() + x, row.top(), width, row.height()),
                        option.direction);
    };
    int x = Edge;
    m_theme.drawIcon(*painter, QStringLiteral("grip"), t.text3, at(x, 16), 16);
    x += 16 + Gap;
    painter->setFont(m_theme.font(Type::Body));
    const QString number = QString::number(index.row() + 1);
    const int numberWidth = std::max(12, painter->fontMetrics().horizontalAdvance(number));
    painter->setPen(t.text3);
    painter->drawText(at(x, numberWidth), Qt::AlignCenter, number);
    x += numberWidth + Gap;
    const QRect tile = at(x, Tile);
    const QRect square(tile.left(), row.top() + (row.height() - Tile) / 2, Tile, Tile);
    const QString prefix = index.data(widgets::TileRole).toString();
    if (!prefix.isEmpty()) {
        widgets::paintTile(*painter, m_theme, square, prefix);
    } else {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.tile);
        painter->drawRoundedRect(square, 6, 6);
        const bool isCombo = index.data(StepModel::IsComboRole).toBool();
        m_theme.drawIcon(*painter, isCombo ? QStringLiteral("combos") : QStringLiteral("models"),
                         t.text2, square, 16);
    }
    x += Tile + Gap;

    const int end = row.width() - 4 - 2 * Target;
    const QFontMetrics small(m_theme.font(Type::Small));
    const QFontMetrics caption(m_theme.font(Type::Caption));
    // No wider than its words: model names need the room.
    const int wanted =
        std::max(small.horizontalAdvance(index.data(StepModel::WordRole).toString()) + 28,
                 caption.horizontalAdvance(index.data(StepModel::PriceRole).toString()) + 8);
    const int stateWidth = std::min(wanted, std::max(0, (end - x) / 2));
    paintState(*painter, at(end - stateWidth, stateWidth - 4), index, ground);
    paintTexts(*painter, at(x, end - stateWidth - Gap - x), index);

    m_theme.drawIcon(*painter, QStringLiteral("close"), isSelected || isHovered ? t.text2 : t.text3,
                     partRect(row, Part::Remove, option.direction), 14);
    m_theme.drawIcon(*painter, QStringLiteral("more"), t.text2,
                     partRect(row, Part::More, option.direction), 16);
    painter->restore();
}

void StepDelegate::paintGround(QPainter &painter, const QRect &row, const QModelIndex &index,
                               const QColor &color) const
{
    if (color == m_theme.tokens().card)
        return;
    // The card's corners stay round: the outer rows keep out of them.
    constexpr int Radius = 7;
    const bool isFirst = index.row() == 0;
    const bool isLast = index.row() + 1 == index.model()->rowCount();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.setClipRect(row);
    painter.drawRoundedRect(row.adjusted(0, isFirst ? 0 : -Radius, 0, isLast ? 0 : Radius), Radius,
                            Radius);
    painter.restore();
}

void StepDelegate::paintTexts(QPainter &painter, const QRect &place, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const int first = m_theme.lineHeight(Type::MonoRow);
    const int below = m_theme.lineHeight(Type::Caption);
    const int top = place.top() + (place.height() - first - below) / 2;
    painter.setFont(m_theme.font(Type::MonoRow));
    painter.setPen(t.text);
    painter.drawText(
        QRect(place.left(), top, place.width(), first), int(Qt::AlignLeading | Qt::AlignVCenter),
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, place.width()));
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(t.text2);
    painter.drawText(
        QRect(place.left(), top + first, place.width(), below),
        int(Qt::AlignLeading | Qt::AlignVCenter),
        painter.fontMetrics().elidedText(index.data(widgets::SecondTextRole).toString(),
                                         Qt::ElideRight, place.width()));
}

void StepDelegate::paintState(QPainter &painter, QRect place, const QModelIndex &index,
                              const QColor &behind) const
{
    const QVariant value = index.data(widgets::StateRole);
    if (!value.isValid())
        return;
    const State state = State(value.toInt());
    const QString price = index.data(StepModel::PriceRole).toString();
    const int first = m_theme.lineHeight(Type::Small);
    const int below = price.isEmpty() ? 0 : m_theme.lineHeight(Type::Caption);
    const int top = place.top() + (place.height() - first - below) / 2;
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const auto toTheEnd = isMirrored ? Qt::AlignLeft : Qt::AlignRight;

    painter.setFont(m_theme.font(Type::Small));
    const QString word = painter.fontMetrics().elidedText(
        index.data(StepModel::WordRole).toString(), Qt::ElideRight, place.width() - 20);
    const int width = painter.fontMetrics().horizontalAdvance(word);
    const QRect line(place.left(), top, place.width(), first);
    painter.setPen(m_theme.color(widgets::stateInk(state)));
    painter.drawText(line, int(toTheEnd | Qt::AlignVCenter), word);
    const int shape = isMirrored ? line.left() + width + 6 : line.right() - width - 6 - 13;
    widgets::paintState(painter, m_theme, state, QRect(shape, top, 14, first), 14, behind);
    if (price.isEmpty())
        return;
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(m_theme.tokens().text3);
    painter.drawText(QRect(place.left(), top + first, place.width(), below),
                     int(toTheEnd | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(price, Qt::ElideRight, place.width()));
}

bool StepDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString target = index.data().toString();
    QString tip;
    switch (partAt(option.rect, event->pos(), view->layoutDirection())) {
    case Part::Grip:
        tip = tr("Drag to another place, or press Alt+Up and Alt+Down");
        break;
    case Part::Remove:
        tip = tr("Remove %1").arg(target);
        break;
    case Part::More:
        tip = tr("More for %1").arg(target);
        break;
    case Part::Body:
        tip = index.data(widgets::SecondTextRole).toString();
        tip = tip.isEmpty() ? target : target + QLatin1Char('\n') + tip;
        break;
    }
    QToolTip::showText(event->globalPos(), tip, view);
    return true;
}

} // namespace omni::ui::pages::combos
