// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/controls.h"

#include <QAbstractItemView>
#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace omni::ui::widgets {

namespace {

constexpr int Box = 16;
constexpr int BoxGap = 8;

QSize boxedHint(const Theme &theme, const QFontMetrics &metrics, const QString &text)
{
    const int width =
        text.isEmpty() ? Box : Box + BoxGap + metrics.size(Qt::TextShowMnemonic, text).width();
    return {std::max(24, width + 1), theme.height(24)};
}

/// Where the box stands, and the text after it; mirrored for right-to-left.
QRect boxRect(const QWidget &widget)
{
    const int x = widget.layoutDirection() == Qt::RightToLeft ? widget.width() - Box : 0;
    return {x, (widget.height() - Box) / 2, Box, Box};
}

void paintBoxText(QPainter &painter, const QAbstractButton &button, const Theme &theme)
{
    const bool isMirrored = button.layoutDirection() == Qt::RightToLeft;
    const QRect rect = isMirrored ? button.rect().adjusted(0, 0, -Box - BoxGap, 0)
                                  : button.rect().adjusted(Box + BoxGap, 0, 0, 0);
    painter.setPen(button.isEnabled() ? theme.tokens().text : theme.tokens().text3);
    painter.setFont(button.font());
    painter.drawText(rect, int(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic),
                     button.text());
}

} // namespace

Switch::Switch(Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCheckable(true);
    setFixedSize(34, 24);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Switch::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor fill = isChecked() ? t.accentFill : t.edge;
    painter.setBrush(isEnabled() ? fill : t.line2);
    painter.drawRoundedRect(QRectF(0, 2, 34, 20), 10, 10);
    painter.setBrush(isChecked() ? t.onAccent : t.card);
    const bool isRight = isChecked() != (layoutDirection() == Qt::RightToLeft);
    painter.drawEllipse(QRectF(isRight ? 17 : 3, 5, 14, 14));
}

CheckBox::CheckBox(Theme &theme, QWidget *parent)
    : QCheckBox(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize CheckBox::sizeHint() const
{
    return boxedHint(m_theme, fontMetrics(), text());
}

void CheckBox::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect box = boxRect(*this);
    const bool isOn = checkState() != Qt::Unchecked;
    painter.setPen(isOn ? t.accentFill : isEnabled() ? t.edge : t.line2);
    painter.setBrush(isOn ? t.accentFill : underMouse() && isEnabled() ? t.hover : t.card);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isOn)
        m_theme.drawIcon(painter, QStringLiteral("check"), t.onAccent, box, 12);
    paintBoxText(painter, *this, m_theme);
}

RadioButton::RadioButton(Theme &theme, QWidget *parent)
    : QRadioButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize RadioButton::sizeHint() const
{
    return boxedHint(m_theme, fontMetrics(), text());
}

void RadioButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect box = boxRect(*this);
    if (isChecked()) {
        painter.setPen(QPen(t.accentFill, 5));
        painter.setBrush(t.card);
        painter.drawEllipse(QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5));
    } else {
        painter.setPen(isEnabled() ? t.edge : t.line2);
        painter.setBrush(underMouse() && isEnabled() ? t.hover : t.card);
        painter.drawEllipse(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    paintBoxText(painter, *this, m_theme);
}

ComboBox::ComboBox(Theme &theme, Type type, QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
    , m_type(type)
{
    setAttribute(Qt::WA_Hover);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setFont(theme.font(type));
    connect(&theme, &Theme::changed, this, [this] {
        setFont(m_theme.font(m_type));
        update();
    });
}

QSize ComboBox::sizeHint() const
{
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    return {std::clamp(widest + 46, 96, 420), m_theme.height(30)};
}

QSize ComboBox::minimumSizeHint() const
{
    return {std::min(96, sizeHint().width()), m_theme.height(30)};
}

void ComboBox::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(!isEnabled() ? t.line : hasFocus() ? t.accent : t.edge);
    painter.setBrush(!isEnabled() ? t.sunken : underMouse() ? t.hover : t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QRect arrow(isMirrored ? 10 : width() - 24, 0, 14, height());
    m_theme.drawIcon(painter, QStringLiteral("chevron-down"), t.text2, arrow, 14);
    const QRect place =
        isMirrored ? rect().adjusted(30, 0, -10, 0) : rect().adjusted(10, 0, -30, 0);
    const bool isHint = currentIndex() < 0;
    painter.setPen(isEnabled() && !isHint ? t.text : t.text3);
    painter.setFont(font());
    const QString shown = isHint ? placeholderText() : currentText();
    painter.drawText(place, int(Qt::AlignVCenter | Qt::AlignLeading),
                     fontMetrics().elidedText(shown, Qt::ElideMiddle, place.width()));
}

void ComboBox::wheelEvent(QWheelEvent *event)
{
    // Scrolling a page must not change a setting that passes under the pointer.
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

SearchField::SearchField(Theme &theme, QWidget *parent)
    : QLineEdit(parent)
{
    m_glass = addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    // The style sheet takes the padding back that the glyph brings itself.
    setProperty("search", true);
    connect(&theme, &Theme::changed, this,
            [this, &theme] { m_glass->setIcon(theme.icon(QStringLiteral("search"))); });
}

void SearchField::setHint(const QString &hint)
{
    setPlaceholderText(hint);
    m_glass->setText(hint);
    setAccessibleName(hint);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace omni::ui::widgets
