// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/rowdelegate.h"

#include "ui/widgets/roles.h"
#include "ui/widgets/stateshape.h"
#include "ui/widgets/tile.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>

namespace omni::ui::widgets {

namespace {

/// The table's head: same padding as the cells, at the edges too.
class Head : public QHeaderView
{
public:
    Head(Theme &theme, bool hasLine, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
        , m_hasLine(hasLine)
    {
        setHighlightSections(false);
        setSectionsClickable(false);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int height = m_theme.height(m_hasLine ? 30 : 22, Type::Caption, 4);
        return {QHeaderView::sizeHint().width(), height};
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const bool isFirst = visualIndex(section) == 0;
        const bool isLast = visualIndex(section) == count() - 1;
        const QRect inner = rect.adjusted(isFirst ? RowDelegate::EdgePadding : 8, 0,
                                          isLast ? -RowDelegate::EdgePadding : -8, 0);
        const auto alignment = model()
                                   ->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole)
                                   .value<Qt::Alignment>();
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        painter->setFont(m_theme.font(Type::Caption));
        painter->setPen(m_theme.tokens().text3);
        painter->drawText(inner, int(alignment),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
        if (m_hasLine)
            painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                              m_theme.tokens().line);
    }

private:
    Theme &m_theme;
    bool m_hasLine;
};

} // namespace

RowDelegate::RowDelegate(Theme &theme, int rowHeight, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_rowHeight(rowHeight)
{}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(m_theme.font(Type::Body));
    int width = metrics.horizontalAdvance(index.data().toString()) + 16;
    if (!index.data(TileRole).toString().isEmpty())
        width += 34;
    return {width, m_theme.height(m_rowHeight)};
}

QRect RowDelegate::contentRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isFirst = index.column() == 0;
    const bool isLast = index.column() == index.model()->columnCount() - 1;
    return option.rect.adjusted(isFirst ? EdgePadding : 8, 0, isLast ? -EdgePadding : -8, 0);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->save();
    const auto *table = qobject_cast<const Table *>(option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, t.accentSoft);
    else if (table && table->hoveredRow() == index.row())
        painter->fillRect(option.rect, t.hover);
    if (table && table->hasLines() && index.row() + 1 < index.model()->rowCount())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          t.line);

    QRect rect = contentRect(option, index);
    const QColor behind = isSelected ? t.accentSoft : t.card;
    const QString glyph = index.data(GlyphRole).toString();
    if (!glyph.isEmpty()) {
        m_theme.drawIcon(*painter, glyph, t.text2, rect.translated(0, 1), 14);
        painter->restore();
        return;
    }
    if (const QString prefix = index.data(TileRole).toString(); !prefix.isEmpty()) {
        const int side = m_rowHeight >= 40 ? 28 : 22;
        paintTile(*painter, m_theme,
                  QRect(rect.left(), rect.top() + (rect.height() - side) / 2, side, side), prefix);
        rect.setLeft(rect.left() + side + (side == 28 ? 12 : 10));
    }
    if (const QVariant state = index.data(StateRole); state.isValid()) {
        paintState(*painter, m_theme, State(state.toInt()),
                   QRect(rect.left(), rect.top() + 1, 14, rect.height()), 14, behind);
        rect.setLeft(rect.left() + 20);
    }
    const bool isMono = index.data(MonoRole).toBool();
    const Type type = index.data(BoldRole).toBool() ? Type::BodyBold
                      : isMono                      ? Type::Mono
                                                    : Type::Body;
    painter->setFont(m_theme.font(type));
    const QVariant ink = index.data(InkRole);
    painter->setPen(ink.isValid() ? m_theme.color(Ink(ink.toInt())) : t.text);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString text = painter->fontMetrics().elidedText(
        index.data().toString(), isMono ? Qt::ElideMiddle : Qt::ElideRight, rect.width());
    painter->drawText(rect, int(alignment | Qt::AlignVCenter), text);

    if (const QString second = index.data(SecondTextRole).toString(); !second.isEmpty()) {
        rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(text) + 8);
        painter->setFont(m_theme.font(Type::Small));
        painter->setPen(t.text3);
        painter->drawText(rect, int(Qt::AlignVCenter | Qt::AlignLeading),
                          painter->fontMetrics().elidedText(second, Qt::ElideRight, rect.width()));
    }
    painter->restore();
}

Table::Table(Theme &theme, int rowHeight, bool hasLines, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_rowHeight(rowHeight)
    , m_hasLines(hasLines)
{
    setHorizontalHeader(new Head(theme, hasLines, this));
    setItemDelegate(new RowDelegate(theme, rowHeight, this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(16);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    restyle();
    connect(&theme, &Theme::changed, this, &Table::restyle);
}

void Table::restyle()
{
    verticalHeader()->setDefaultSectionSize(m_theme.height(m_rowHeight));
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

int Table::fullHeight() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return horizontalHeader()->sizeHint().height() + rows * m_theme.height(m_rowHeight);
}

void Table::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->pos().y());
    if (row != m_hovered) {
        m_hovered = row;
        viewport()->update();
    }
    QTableView::mouseMoveEvent(event);
}

void Table::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    viewport()->update();
    QTableView::leaveEvent(event);
}

} // namespace omni::ui::widgets
