// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace omni::ui::shell {

/// The palette's surface: field on top, results, and a sunken foot.
class PalettePanel : public QWidget
{
    Q_OBJECT

public:
    PalettePanel(widgets::Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    // A click beside the rows must not reach the veil, which shuts the palette.
    void mousePressEvent(QMouseEvent *) override {}

private:
    widgets::Theme &m_theme;
};

class PaletteGlass : public QWidget
{
    Q_OBJECT

public:
    PaletteGlass(widgets::Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::Theme &m_theme;
};

/// Rows of 36: glyph, title with a bold end, note in text3, keys at the right.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PaletteDelegate(widgets::Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    widgets::Theme &m_theme;
};

} // namespace omni::ui::shell
