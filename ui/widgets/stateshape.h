// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QWidget>

namespace omni::ui::widgets {

/// How something is; told by shape first, then by word and colour.
enum class State
{
    Ok,
    Attention,
    Error,
    Cooling,
    Paused,
    Unknown
};

[[nodiscard]] QString stateIconName(State state);
[[nodiscard]] QColor stateColor(const Tokens &tokens, State state);
/// The ink of the word beside the shape: only warn, err and cool take the colour.
[[nodiscard]] Ink stateInk(State state);
void paintState(QPainter &painter, const Theme &theme, State state, const QRect &rect, int size,
                const QColor &behind);

/// The shape alone, 14 px beside words and 28 px on the state card. Give it an accessible name
/// when no word stands beside it.
class StateShape : public QWidget
{
    Q_OBJECT

public:
    explicit StateShape(Theme &theme, int size = 14, QWidget *parent = nullptr);

    void setState(State state);
    [[nodiscard]] State state() const { return m_state; }
    /// The surface it stands on; the card unless set.
    void setBehind(QColor Tokens::*surface);
    /// Another colour than the state's own, e.g. of a danger that wears the triangle.
    void setInk(QColor Tokens::*color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    int m_size;
    State m_state = State::Unknown;
    QColor Tokens::*m_behind = &Tokens::card;
    QColor Tokens::*m_ink = nullptr;
};

/// Shape and word.
class StatePill : public QWidget
{
    Q_OBJECT

public:
    explicit StatePill(Theme &theme, QWidget *parent = nullptr);

    void setState(State state, const QString &word);
    [[nodiscard]] State state() const { return m_shape->state(); }
    [[nodiscard]] QString word() const { return m_word->text(); }

private:
    StateShape *m_shape;
    Label *m_word;
};

} // namespace omni::ui::widgets
