// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/sheet.h"

#include "ui/widgets/card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace omni::ui::widgets {

Sheet::Sheet(Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_tile(new ProviderTile(theme, 36, this))
    , m_heading(new Label(theme, Type::Heading, Ink::Text, this))
    , m_second(new Label(theme, Type::Small, Ink::Text2, this))
    , m_body(new QVBoxLayout)
    , m_link(new LinkButton(theme, this))
    , m_cancel(new Button(theme, Button::Kind::Plain, this))
    , m_action(new PrimaryButton(theme, this))
{
    m_heading->setWrapping(true);
    m_second->setWrapping(true);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_action->setObjectName(QStringLiteral("action"));
    m_action->setDefault(true);
    m_link->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 22, 24, 0);
    head->setSpacing(12);
    head->addWidget(m_tile, 0, Qt::AlignTop);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_heading);
    titles->addWidget(m_second);
    head->addLayout(titles, 1);
    column->addLayout(head);
    m_body->setContentsMargins(24, 20, 24, 20);
    m_body->setSpacing(16);
    column->addLayout(m_body, 1);
    column->addWidget(new Line(theme, Qt::Horizontal, this));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 16, 24, 16);
    foot->setSpacing(8);
    foot->addWidget(m_link);
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_action);
    column->addLayout(foot);
    setMinimumWidth(540);
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
}

void Sheet::setHeading(const QString &prefix, const QString &heading, const QString &second)
{
    m_tile->setVisible(!prefix.isEmpty());
    m_tile->setPrefix(prefix);
    m_heading->setText(heading);
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
}

void Sheet::setLinkText(const QString &text)
{
    m_link->setText(text);
    m_link->updateGeometry();
    m_link->setVisible(!text.isEmpty());
}

bool Sheet::event(QEvent *event)
{
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        const int needed = layout()->totalHeightForWidth(width());
        if (needed > height())
            resize(width(), needed);
    }
    return isDone;
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().card);
}

} // namespace omni::ui::widgets
