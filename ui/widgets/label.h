// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

namespace omni::ui::widgets {

/// A text in one style of the type scale and one ink; follows the theme.
class Label : public QLabel
{
    Q_OBJECT

public:
    Label(Theme &theme, Type type = Type::Body, Ink ink = Ink::Text, QWidget *parent = nullptr);

    void setInk(Ink ink);
    void setType(Type type);
    /// Breaks lines and grows downwards.
    void setWrapping(bool on);

private:
    void restyle();

    Theme &m_theme;
    Type m_type;
    Ink m_ink;
};

/// One line that loses its middle (names, URLs, model ids) or end when space is short; the whole
/// text is then the tool tip, and always what a screen reader says.
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    ElidedLabel(Theme &theme, Qt::TextElideMode mode, Type type = Type::Body, Ink ink = Ink::Text,
                QWidget *parent = nullptr);

    void setFullText(const QString &text);
    [[nodiscard]] QString fullText() const { return m_full; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    Qt::TextElideMode m_mode;
    QString m_full;
};

} // namespace omni::ui::widgets
