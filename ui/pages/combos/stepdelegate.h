// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace omni::ui::pages::combos {

/// One step: grip, number, tile, model id over its accounts, state over price, and two glyphs that
/// act. The view asks where those are.
class StepDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Part
    {
        Body,
        Grip,
        Remove,
        More
    };
    explicit StepDelegate(widgets::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    [[nodiscard]] static Part partAt(const QRect &row, const QPoint &at,
                                     Qt::LayoutDirection direction);
    [[nodiscard]] static QRect partRect(const QRect &row, Part part, Qt::LayoutDirection direction);

private:
    void paintGround(QPainter &painter, const QRect &row, const QModelIndex &index,
                     const QColor &color) const;
    void paintState(QPainter &painter, QRect place, const QModelIndex &index,
                    const QColor &behind) const;
    void paintTexts(QPainter &painter, const QRect &place, const QModelIndex &index) const;

    widgets::Theme &m_theme;
};

} // namespace omni::ui::pages::combos
