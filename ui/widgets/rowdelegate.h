// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace omni::ui::widgets {

/// Cells of a table: tile or state shape, text, second text in text3, glyph. See roles.h.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RowDelegate(Theme &theme, int rowHeight, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    /// Padding at both ends of the table; 8 between cells.
    static constexpr int EdgePadding = 16;

private:
    [[nodiscard]] QRect contentRect(const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const;

    Theme &m_theme;
    int m_rowHeight;
};

/// A table as tokens.md wants it: no grid, head in caption style, rows of one height, hover and
/// selection over the whole row. Tab leaves it.
class Table : public QTableView
{
    Q_OBJECT

public:
    /// 36 for tables, 43 in cards without lines, 32 for logs.
    Table(Theme &theme, int rowHeight, bool hasLines, QWidget *parent = nullptr);

    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    [[nodiscard]] bool hasLines() const { return m_hasLines; }
    /// The height at which all rows show without scrolling.
    [[nodiscard]] int fullHeight() const;

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void restyle();

    Theme &m_theme;
    int m_rowHeight;
    bool m_hasLines;
    int m_hovered = -1;
};

} // namespace omni::ui::widgets
