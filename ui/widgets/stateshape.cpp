// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/stateshape.h"

#include <QHBoxLayout>
#include <QPainter>

namespace omni::ui::widgets {

QString stateIconName(State state)
{
    switch (state) {
    case State::Ok:
        return QStringLiteral("state-ok");
    case State::Attention:
        return QStringLiteral("state-attention");
    case State::Error:
        return QStringLiteral("state-error");
    case State::Cooling:
        return QStringLiteral("state-cooling");
    case State::Paused:
        return QStringLiteral("state-paused");
    case State::Unknown:
        break;
    }
    return QStringLiteral("state-unknown");
}

QColor stateColor(const Tokens &tokens, State state)
{
    switch (state) {
    case State::Ok:
        return tokens.ok;
    case State::Attention:
        return tokens.warn;
    case State::Error:
        return tokens.err;
    case State::Cooling:
        return tokens.cool;
    case State::Paused:
    case State::Unknown:
        break;
    }
    return tokens.off;
}

Ink stateInk(State state)
{
    switch (state) {
    case State::Attention:
        return Ink::Warn;
    case State::Error:
        return Ink::Err;
    case State::Cooling:
        return Ink::Cool;
    default:
        return Ink::Text2;
    }
}

void paintState(QPainter &painter, const Theme &theme, State state, const QRect &rect, int size,
                const QColor &behind)
{
    theme.drawIcon(painter, stateIconName(state), stateColor(theme.tokens(), state), rect, size,
                   behind);
}

StateShape::StateShape(Theme &theme, int size, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
{
    setFixedSize(size, size);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateShape::setState(State state)
{
    m_state = state;
    update();
}

void StateShape::setBehind(QColor Tokens::*surface)
{
    m_behind = surface;
    update();
}

void StateShape::setInk(QColor Tokens::*color)
{
    m_ink = color;
    update();
}

void StateShape::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.tokens();
    m_theme.drawIcon(painter, stateIconName(m_state), m_ink ? t.*m_ink : stateColor(t, m_state),
                     rect(), m_size, t.*m_behind);
}

StatePill::StatePill(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_shape(new StateShape(theme, 14, this))
    , m_word(new Label(theme, Type::Small, Ink::Text2, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_shape);
    row->addWidget(m_word);
}

void StatePill::setState(State state, const QString &word)
{
    m_shape->setState(state);
    m_word->setText(word);
    m_word->setInk(stateInk(state));
    setAccessibleName(word);
}

} // namespace omni::ui::widgets
