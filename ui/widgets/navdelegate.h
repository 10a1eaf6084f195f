// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/stateshape.h"
#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace omni::ui::widgets {

/// Rows of the sidebar: glyph, name, and a state shape with a count when something needs a look.
/// Roles: GlyphRole, DisplayRole, CaptionRole, StateRole, CountRole.
class NavDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NavDelegate(Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace omni::ui::widgets
