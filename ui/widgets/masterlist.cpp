// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/masterlist.h"

#include "ui/widgets/roles.h"
#include "ui/widgets/tile.h"

#include <QPainter>

namespace omni::ui::widgets {

void MasterModel::setRows(const QList<MasterRow> &rows)
{
    if (m_rows == rows)
        return;
    bool isSameList = rows.size() == m_rows.size();
    for (qsizetype i = 0; isSameList && i < rows.size(); ++i)
        isSameList =
            rows.at(i).id == m_rows.at(i).id && rows.at(i).isCaption == m_rows.at(i).isCaption;
    if (isSameList) {
        m_rows = rows;
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int MasterModel::rowOf(const QString &id) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!m_rows.at(i).isCaption && m_rows.at(i).id == id)
            return i;
    }
    return -1;
}

int MasterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MasterModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const MasterRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.stateWord.isEmpty() ? QVariant() : QVariant(row.stateWord);
    case Qt::AccessibleTextRole: {
        QStringList parts{row.title, row.second, row.count, row.stateWord};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case SecondTextRole:
        return row.second;
    case TileRole:
        return row.prefix;
    case CountRole:
        return row.count;
    case StateRole:
        return row.state ? QVariant(int(*row.state)) : QVariant();
    case CaptionRole:
        return row.isCaption;
    case DotRole:
        return row.isUnsaved;
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

Qt::ItemFlags MasterModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).isCaption)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

MasterDelegate::MasterDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize MasterDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(CaptionRole).toBool())
        return {10, m_theme.height(index.row() == 0 ? 24 : 36, Type::Caption)};
    if (index.data(SecondTextRole).toString().isEmpty())
        return {10, m_theme.height(index.data(TileRole).toString().isEmpty() ? 32 : 44)};
    const int lines = m_theme.lineHeight(Type::Body) + m_theme.lineHeight(Type::Small);
    return {10, std::max(48, lines + 10)};
}

void MasterDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect rect = option.rect;
    if (index.data(CaptionRole).toBool()) {
        painter->setFont(m_theme.font(Type::Small));
        painter->setPen(t.text3);
        painter->drawText(rect.adjusted(12, 0, -12, -4), int(Qt::AlignLeading | Qt::AlignBottom),
                          index.data().toString());
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
    const QColor behind = isSelected ? t.select : isHovered ? t.hover : t.canvas;
    rect.adjust(12, 0, -12, 0);
    if (const QString prefix = index.data(TileRole).toString(); !prefix.isEmpty()) {
        paintTile(*painter, m_theme,
                  QRect(rect.left(), rect.top() + (rect.height() - 28) / 2, 28, 28), prefix);
        rect.setLeft(rect.left() + 40);
    }
    if (const QVariant state = index.data(StateRole); state.isValid()) {
        paintState(*painter, m_theme, State(state.toInt()),
                   QRect(rect.right() - 13, rect.top(), 14, rect.height()), 14, behind);
        rect.setRight(rect.right() - 26);
    }
    if (index.data(DotRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accent);
        painter->drawEllipse(QRectF(rect.right() - 7, rect.center().y() - 3, 8, 8));
        rect.setRight(rect.right() - 16);
    }
    if (const QString count = index.data(CountRole).toString(); !count.isEmpty()) {
        painter->setFont(m_theme.font(Type::Small));
        painter->setPen(t.text3);
        painter->drawText(rect, int(Qt::AlignTrailing | Qt::AlignVCenter), count);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(count) - 12);
    }
    const QString second = index.data(SecondTextRole).toString();
    QRect title = rect;
    if (!second.isEmpty()) {
        const int first = m_theme.lineHeight(Type::Body);
        const int below = m_theme.lineHeight(Type::Caption);
        title = QRect(rect.left(), rect.top() + (rect.height() - first - below) / 2, rect.width(),
                      first);
        painter->setFont(m_theme.font(Type::Caption));
        painter->setPen(t.text2);
        const QRect line(rect.left(), title.bottom() + 1, rect.width(), below);
        painter->drawText(line, int(Qt::AlignLeading | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(second, Qt::ElideRight, line.width()));
    }
    painter->setFont(m_theme.font(isSelected ? Type::BodyBold : Type::Body));
    painter->setPen(t.text);
    painter->drawText(
        title, int(Qt::AlignLeading | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width()));
    painter->restore();
}

MasterList::MasterList(Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_model(new MasterModel(this))
{
    setModel(m_model);
    setItemDelegate(new MasterDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void MasterList::setRows(const QList<MasterRow> &rows)
{
    const QString kept = currentId();
    m_isFilling = true;
    m_model->setRows(rows);
    m_isFilling = false;
    if (currentId() != kept && !setCurrentId(kept))
        emit currentChangedTo(currentId());
}

QString MasterList::currentId() const
{
    return currentIndex().data(IdRole).toString();
}

bool MasterList::setCurrentId(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return false;
    setCurrentIndex(m_model->index(row));
    return true;
}

void MasterList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isFilling)
        emit currentChangedTo(current.data(IdRole).toString());
}

} // namespace omni::ui::widgets
