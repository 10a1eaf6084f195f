// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/statecard.h"

#include "ui/pages/states.h"
#include "ui/text/attentiontext.h"
#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::home {

using engine::ServerState;
using widgets::Ink;
using widgets::Type;

StateCard::StateCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent)
    : Card(theme, parent)
    , m_engine(engine)
    , m_shape(new widgets::StateShape(theme, 28, this))
    , m_word(new widgets::Label(theme, Type::Heading, Ink::Text, this))
    , m_sentence(new widgets::Label(theme, Type::Small, Ink::Text2, this))
    , m_endpoint(makeEndpoint(theme))
    , m_key(makeKey(theme))
    , m_pause(new widgets::Button(theme, widgets::Button::Kind::Plain, this))
    , m_copy(new widgets::CopyButton(theme, widgets::Button::Kind::Primary, this))
{
    m_word->setObjectName(QStringLiteral("stateWord"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_copy->setObjectName(QStringLiteral("copyEndpoint"));
    setMinimumHeight(84);
    body()->setContentsMargins(19, 12, 19, 12);

    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(m_shape);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_word);
    words->addWidget(m_sentence);
    words->addStretch();
    row->addLayout(words, 226);
    row->addWidget(m_endpoint, 238);
    row->addWidget(m_key, 200);
    row->addStretch(40);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_copy);
    row->addLayout(buttons);
    body()->addLayout(row);

    connect(m_pause, &QPushButton::clicked, this, [this] { m_engine.setPaused(!m_isPaused); });
}

QWidget *StateCard::makeEndpoint(widgets::Theme &theme)
{
    auto *block = new QWidget(this);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_endpointCaption = new widgets::Label(theme, Type::Caption, Ink::Text3, block);
    m_url = new widgets::ElidedLabel(theme, Qt::ElideMiddle, Type::MonoRow, Ink::Text, block);
    m_url->setObjectName(QStringLiteral("endpoint"));
    column->addStretch();
    column->addWidget(m_endpointCaption);
    column->addWidget(m_url);
    column->addStretch();
    return block;
}

QWidget *StateCard::makeKey(widgets::Theme &theme)
{
    auto *block = new QWidget(this);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_keyCaption = new widgets::Label(theme, Type::Caption, Ink::Text3, block);
    m_masked = new widgets::Label(theme, Type::MonoRow, Ink::Text, block);
    m_copyKey = new widgets::CopyIconButton(theme, block);
    m_copyKey->setObjectName(QStringLiteral("copyKey"));
    m_copyKey->setSecretSource([this](const widgets::CopyIconButton::Deliver &deliver) {
        m_engine.revealKey(m_keyId, this, [deliver](const base::Result<base::Secret> &key) {
            deliver(key ? QString::fromUtf8(key->reveal()) : QString());
        });
    });
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_masked);
    line->addWidget(m_copyKey);
    line->addStretch();
    column->addStretch();
    column->addWidget(m_keyCaption);
    column->addLayout(line);
    column->addStretch();
    // The button is taller than the line of text beside it, which must not push the caption up.
    m_copyKey->setFixedHeight(std::max(20, theme.lineHeight(Type::MonoRow)));
    return block;
}

void StateCard::setSnapshot(const engine::Snapshot &snapshot)
{
    const engine::ServerView &server = snapshot.server;
    const bool isStuck = server.state == ServerState::Running && snapshot.accountsReady() == 0;
    m_shape->setState(isStuck ? widgets::State::Attention : stateOf(server.state));
    m_word->setText(text::serverWord(server.state));
    m_isPaused = server.state == ServerState::Paused;
    switch (server.state) {
    case ServerState::Starting:
        m_sentence->setText(tr("It will be ready in a moment."));
        break;
    case ServerState::Paused:
        m_sentence->setText(tr("Requests are refused until you resume."));
        break;
    case ServerState::Stopped:
        m_sentence->setText(tr("Programs get no connection."));
        break;
    default:
        m_sentence->setText(text::accountsLine(snapshot));
    }
    const QString base = server.baseUrl();
    const QString url = base.isEmpty() ? QString() : base + QStringLiteral("/v1");
    m_url->setFullText(url.isEmpty() ? text::unknown() : url);
    m_copy->setCopyText(url);
    m_copy->setEnabled(!url.isEmpty());
    m_pause->setEnabled(server.state == ServerState::Running || m_isPaused);

    const auth::ClientKey *key = snapshot.usableKey();
    m_hasKey = key != nullptr;
    m_keyId = key ? key->id : QString();
    m_masked->setText(key ? text::maskedClientKey(key->hint) : text::unknown());
    m_copyKey->setVisible(m_hasKey);
    retranslate();
}

void StateCard::retranslate()
{
    setAccessibleName(tr("Server"));
    m_endpointCaption->setText(tr("Endpoint"));
    m_keyCaption->setText(tr("Client key"));
    m_copyKey->setIdleName(tr("Copy client key"));
    m_pause->setText(m_isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setGlyph(m_isPaused ? QStringLiteral("play") : QStringLiteral("pause"));
    m_pause->updateGeometry();
    m_copy->setIdleText(tr("Copy endpoint"));
    arrange();
}

void StateCard::arrange()
{
    // What can be copied by a button may go first when space is short.
    const int buttons = m_pause->sizeHint().width() + m_copy->sizeHint().width();
    const int words = m_word->sizeHint().width() + m_sentence->sizeHint().width();
    const int rest = width() - buttons - std::max(words / 2, m_sentence->sizeHint().width()) - 110;
    m_key->setVisible(rest > m_key->sizeHint().width() + m_url->sizeHint().width() + 40);
    m_endpoint->setVisible(rest > m_url->sizeHint().width());
}

void StateCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

} // namespace omni::ui::pages::home
