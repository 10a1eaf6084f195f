// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/errorcard.h"

#include "ui/text/errortext.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::home {

using widgets::Ink;
using widgets::Type;

ErrorCard::ErrorCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent)
    : Card(theme, parent)
    , m_engine(engine)
    , m_what(new widgets::Label(theme, Type::Heading, Ink::Text, this))
    , m_why(new widgets::Label(theme, Type::Body, Ink::Text, this))
    , m_action(new widgets::Label(theme, Type::Body, Ink::Text2, this))
    , m_use(new widgets::PrimaryButton(theme, this))
    , m_again(new widgets::Button(theme, widgets::Button::Kind::Plain, this))
    , m_code(new widgets::Label(theme, Type::Mono, Ink::Text3, this))
    , m_details(new widgets::CopyButton(theme, widgets::Button::Kind::Plain, this))
{
    setTrouble(true);
    m_what->setObjectName(QStringLiteral("errorWhat"));
    m_use->setObjectName(QStringLiteral("usePort"));
    m_again->setObjectName(QStringLiteral("tryAgain"));
    m_details->setObjectName(QStringLiteral("copyDetails"));
    m_again->setGlyph(QStringLiteral("refresh"));
    m_details->setSmall(true);
    for (widgets::Label *label : {m_what, m_why, m_action})
        label->setWrapping(true);

    auto *shape = new widgets::StateShape(theme, 28, this);
    shape->setState(widgets::State::Error);
    body()->setContentsMargins(19, 19, 19, 15);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(shape, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addWidget(m_action);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 12, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_use);
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_code);
    buttons->addWidget(m_details);
    column->addLayout(buttons);
    row->addLayout(column, 1);
    body()->addLayout(row);

    connect(m_use, &QPushButton::clicked, this, [this] { usePort(m_server.nextFreePort); });
    connect(m_again, &QPushButton::clicked, this,
            [this] { usePort(m_server.wantedPort ? m_server.wantedPort : m_server.port); });
}

void ErrorCard::setServer(const engine::ServerView &server)
{
    m_server = server;
    const text::ErrorText words = text::serverErrorText(server);
    m_what->setText(words.what);
    m_why->setText(words.why);
    m_action->setText(words.action);
    m_code->setText(words.code);
    const bool canMove =
        server.downCode == engine::ServerView::DownCode::PortTaken && server.nextFreePort != 0;
    m_use->setText(tr("Use port %1").arg(server.nextFreePort));
    m_use->updateGeometry();
    m_use->setVisible(canMove);
    m_again->setKind(canMove ? widgets::Button::Kind::Plain : widgets::Button::Kind::Primary);
    m_again->setText(tr("Try again"));
    // A broken database is not opened by listening again.
    m_again->setVisible(server.downCode != engine::ServerView::DownCode::DatabaseBroken);
    m_details->setIdleText(tr("Copy details"));
    m_details->setCopyText(text::copyableDetails(words, server.downDetail));
    setAccessibleName(words.what);
}

void ErrorCard::usePort(quint16 port)
{
    m_use->setEnabled(false);
    m_again->setEnabled(false);
    m_engine.usePort(port, this, [this, port](const base::Result<void> &outcome) {
        m_use->setEnabled(true);
        m_again->setEnabled(true);
        if (outcome)
            emit toastRequested(tr("The server listens on port %1.").arg(port));
        else
            emit toastRequested(tr("Port %1 cannot be used either.").arg(port));
    });
}

} // namespace omni::ui::pages::home
