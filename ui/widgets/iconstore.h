// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QString>

namespace omni::ui::widgets {

/// Reads the SVG glyphs of resources/icons, colours them and remembers what it drew.
class IconStore
{
public:
    /// `color` replaces `currentColor`; `behind`, when valid, the white inside state shapes.
    /// An unknown name gives an empty pixmap.
    [[nodiscard]] QPixmap pixmap(const QString &name, const QColor &color, int size, qreal ratio,
                                 const QColor &behind);
    [[nodiscard]] static bool exists(const QString &name);

private:
    QHash<QString, QByteArray> m_sources;
    QHash<QString, QPixmap> m_drawn;
};

} // namespace omni::ui::widgets
