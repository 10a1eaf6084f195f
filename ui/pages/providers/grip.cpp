// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/grip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace omni::ui::pages::providers {

Grip::Grip(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(24, 26);
    setCursor(Qt::OpenHandCursor);
    connect(&theme, &widgets::Theme::changed, this, qOverload<>(&QWidget::update));
}

void Grip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_theme.drawIcon(painter, QStringLiteral("grip"), m_theme.tokens().text3, rect(), 16);
}

void Grip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_from = event->globalPosition().toPoint();
}

void Grip::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->globalPosition().toPoint();
    if (!m_isPressed)
        return;
    if (!m_isDragging && (at - m_from).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_isDragging) {
        m_isDragging = true;
        setCursor(Qt::ClosedHandCursor);
        grabKeyboard();
    }
    emit dragged(at);
}

void Grip::mouseReleaseEvent(QMouseEvent *)
{
    m_isPressed = false;
    if (!m_isDragging)
        return;
    m_isDragging = false;
    releaseKeyboard();
    setCursor(Qt::OpenHandCursor);
    emit dropped();
}

void Grip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_isDragging)
        return;
    m_isPressed = false;
    m_isDragging = false;
    releaseKeyboard();
    setCursor(Qt::OpenHandCursor);
    emit abandoned();
}

} // namespace omni::ui::pages::providers
