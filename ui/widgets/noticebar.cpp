// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/noticebar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <utility>

namespace omni::ui::widgets {

NoticeBar::NoticeBar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(new Label(theme, Type::Body, Ink::Text, this))
    , m_button(new LinkButton(theme, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(16);
    row->addWidget(m_text);
    row->addWidget(m_button);
    m_button->setObjectName(QStringLiteral("undo"));
    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &NoticeBar::away);
    connect(m_button, &LinkButton::clicked, this, &NoticeBar::undo);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    parent->installEventFilter(this);
    hide();
}

void NoticeBar::showToast(const QString &text)
{
    m_undo = nullptr;
    m_button->hide();
    appear(text, std::chrono::seconds(3));
}

void NoticeBar::showUndo(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_button->setText(tr("Undo"));
    m_button->updateGeometry();
    m_button->show();
    appear(text, std::chrono::seconds(10));
}

void NoticeBar::undo()
{
    // Taken out first: what is called may show a notice of its own.
    const auto undo = std::exchange(m_undo, nullptr);
    away();
    if (undo)
        undo();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::appear(const QString &text, std::chrono::milliseconds life)
{
    m_text->setText(text);
    setAccessibleName(text);
    show();
    place();
    raise();
    m_life.start(life);
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void NoticeBar::place()
{
    adjustSize();
    const QSize around = parentWidget()->size();
    resize(std::min(sizeHint().width(), around.width() - 48), std::max(40, sizeHint().height()));
    move((around.width() - width()) / 2, around.height() - height() - 16);
}

void NoticeBar::away()
{
    m_life.stop();
    m_undo = nullptr;
    hide();
}

bool NoticeBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.tokens().line2);
    painter.setBrush(m_theme.tokens().card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace omni::ui::widgets
