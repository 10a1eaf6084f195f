// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/stateshape.h"
#include "ui/widgets/theme.h"

#include <QFrame>

class QHBoxLayout;

namespace omni::ui::widgets {

/// A note inside a page: shape, bold sentence, what to do, and buttons below or a link right.
class NotePanel : public QFrame
{
    Q_OBJECT

public:
    enum class Kind
    {
        Info,
        Warning,
        Danger ///< only for unsafe switches and failures
    };
    explicit NotePanel(Theme &theme, Kind kind = Kind::Info, QWidget *parent = nullptr);

    void setKind(Kind kind);
    /// An empty `bold` leaves the second text alone on the first line.
    void setTexts(const QString &bold, const QString &text);
    /// The panel takes the widget over.
    void addButton(QWidget *button);
    void setSideWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Kind m_kind;
    StateShape *m_shape;
    QWidget *m_info;
    Label *m_bold;
    Label *m_text;
    QHBoxLayout *m_buttons;
    QHBoxLayout *m_row;
};

/// A glyph that only shows, e.g. the `i` of a note.
class Glyph : public QWidget
{
    Q_OBJECT

public:
    Glyph(Theme &theme, const QString &iconName, int size = 16, Ink ink = Ink::Text2,
          QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_name;
    Ink m_ink;
};

} // namespace omni::ui::widgets
