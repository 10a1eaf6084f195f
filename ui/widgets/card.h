// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace omni::ui::widgets {

class Label;
class LinkButton;

/// A rounded surface with an optional title row of 44: title left, one link or a note right.
/// Put content into body(). A card never holds a card.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Small text at the right end of the title row, e.g. a count or an age.
    void setNote(const QString &note);
    /// A link there; linkActivated() tells of clicks. Empty = none.
    void setLink(const QString &text);
    /// The border of an error card.
    void setTrouble(bool on);
    /// The border of the chosen one among several.
    void setChosen(bool on);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

signals:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ensureTitleRow();

    Theme &m_theme;
    QVBoxLayout *m_column;
    QVBoxLayout *m_body;
    Label *m_title = nullptr;
    Label *m_note = nullptr;
    LinkButton *m_link = nullptr;
    bool m_hasTrouble = false;
    bool m_isChosen = false;
};

/// A line of 1 px in the colour of card lines.
class Line : public QWidget
{
    Q_OBJECT

public:
    explicit Line(Theme &theme, Qt::Orientation orientation = Qt::Horizontal,
                  QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
};

/// A plain surface in one of the tokens, for panes.
class Surface : public QWidget
{
    Q_OBJECT

public:
    Surface(Theme &theme, QColor Tokens::*color, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QColor Tokens::*m_color;
};

} // namespace omni::ui::widgets
