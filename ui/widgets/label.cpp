// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/label.h"

#include <QEvent>

namespace omni::ui::widgets {

Label::Label(Theme &theme, Type type, Ink ink, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_type(type)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    restyle();
    connect(&theme, &Theme::changed, this, &Label::restyle);
}

void Label::setInk(Ink ink)
{
    if (m_ink == ink)
        return;
    m_ink = ink;
    restyle();
}

void Label::setType(Type type)
{
    if (m_type == type)
        return;
    m_type = type;
    restyle();
}

void Label::setWrapping(bool on)
{
    setWordWrap(on);
    QSizePolicy policy = sizePolicy();
    policy.setHorizontalPolicy(on ? QSizePolicy::Expanding : QSizePolicy::Preferred);
    policy.setHeightForWidth(on);
    setSizePolicy(policy);
}

void Label::restyle()
{
    setFont(m_theme.font(m_type));
    QPalette own = palette();
    own.setColor(QPalette::WindowText, m_theme.color(m_ink));
    setPalette(own);
    if (!wordWrap())
        setMinimumHeight(m_theme.lineHeight(m_type));
}

ElidedLabel::ElidedLabel(Theme &theme, Qt::TextElideMode mode, Type type, Ink ink, QWidget *parent)
    : Label(theme, type, ink, parent)
    , m_mode(mode)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (m_full == text)
        return;
    m_full = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full) + 1,
            std::max(minimumHeight(), fontMetrics().height())};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few =
        fontMetrics().horizontalAdvance(m_full.left(6)) + fontMetrics().averageCharWidth();
    return {std::min(few, sizeHint().width()), sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    Label::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    Label::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_full, m_mode, width());
    if (shown != text())
        setText(shown);
    setToolTip(shown == m_full ? QString() : m_full);
}

} // namespace omni::ui::widgets
