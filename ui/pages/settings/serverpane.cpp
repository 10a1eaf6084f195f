// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/settings/serverpane.h"

#include "ui/text/errortext.h"

#include <QSpinBox>
#include <QVBoxLayout>

namespace omni::ui::pages::settings {

namespace {

const QString HostKey = QStringLiteral("server.host");
const QString RequireKeyKey = QStringLiteral("server.requireKey");
const QString Loopback = QStringLiteral("127.0.0.1");

QString bare(QString json)
{
    return json.remove(QLatin1Char('"'));
}

bool isLoopback(const QString &host)
{
    return host.isEmpty() || host == Loopback || host == QLatin1String("::1") ||
           host == QLatin1String("localhost");
}

} // namespace

ServerPane::ServerPane(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_address(new widgets::Card(theme, this))
    , m_who(new widgets::Card(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_address);
    column->addWidget(m_who);
    for (widgets::Card *card : {m_address, m_who}) {
        card->body()->setContentsMargins(16, 0, 16, 4);
        card->body()->setSpacing(0);
    }
    buildAddress(theme);
    buildWho(theme);
    retranslate();
    refresh();
}

void ServerPane::buildAddress(widgets::Theme &theme)
{
    m_portRow = new widgets::FormRow(theme, m_address);
    m_port = new QSpinBox(m_address);
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setGroupSeparatorShown(false);
    m_port->setRange(1, 65'535);
    m_port->setFixedWidth(84);
    m_restart = new widgets::PrimaryButton(theme, m_address);
    m_restart->setObjectName(QStringLiteral("restart"));
    m_portRow->addControl(m_port);
    m_portRow->addControl(m_restart);
    m_address->body()->addWidget(m_portRow);
    connect(m_port, &QSpinBox::valueChanged, this, [this] {
        m_isTyping = m_port->value() != m_currentPort;
        updatePort();
    });
    connect(m_restart, &QPushButton::clicked, this, &ServerPane::applyPort);
}

void ServerPane::buildWho(widgets::Theme &theme)
{
    m_requireKey = new UnsafeRow(theme, false, m_who);
    m_requireKey->control()->setObjectName(RequireKeyKey);
    m_whoLine = new widgets::Line(theme, Qt::Horizontal, m_who);
    m_lan = new UnsafeRow(theme, true, m_who);
    m_lan->control()->setObjectName(HostKey);
    m_who->body()->addWidget(m_requireKey);
    m_who->body()->addWidget(m_whoLine);
    m_who->body()->addWidget(m_lan);
    connect(m_requireKey, &UnsafeRow::changed, this, [this](bool on) {
        set(RequireKeyKey, on ? QStringLiteral("true") : QStringLiteral("false"));
    });
    connect(m_lan, &UnsafeRow::changed, this, [this](bool on) {
        set(HostKey, QStringLiteral("\"%1\"").arg(on ? QStringLiteral("0.0.0.0") : Loopback));
    });
}

void ServerPane::set(const QString &key, const QString &json)
{
    m_engine.setSetting(key, json, this, [this, key](const base::Result<void> &outcome) {
        if (outcome)
            emit settingChanged(key);
        else
            emit toastRequested(text::errorText(outcome.error()).oneLine());
        refresh();
    });
}

void ServerPane::setSnapshot(const engine::Snapshot &snapshot)
{
    m_currentPort = snapshot.server.port ? snapshot.server.port : snapshot.server.wantedPort;
    if (!m_isTyping && m_currentPort != 0)
        m_port->setValue(m_currentPort);
    updatePort();
}

void ServerPane::refresh()
{
    m_requireKey->setOn(m_engine.setting(RequireKeyKey) != QLatin1String("false"));
    m_lan->setOn(!isLoopback(bare(m_engine.setting(HostKey))));
    retranslate();
}

void ServerPane::updatePort()
{
    const bool isDifferent = m_isTyping && m_port->value() != m_currentPort;
    m_restart->setVisible(isDifferent);
    m_portRow->setTexts(tr("Port"), isDifferent
                                        ? tr("Needs a restart of the server. Programs that ask the "
                                             "old port must then be told.")
                                        : tr("Programs ask this port of this computer."));
}

void ServerPane::applyPort()
{
    const auto port = quint16(m_port->value());
    m_restart->setEnabled(false);
    m_engine.usePort(port, this, [this, port](const base::Result<void> &outcome) {
        m_restart->setEnabled(true);
        m_isTyping = !outcome;
        if (outcome)
            emit toastRequested(tr("The server listens on port %1.").arg(port));
        else
            emit toastRequested(tr("Port %1 cannot be used. Choose another one.").arg(port));
        setSnapshot(m_engine.snapshot());
    });
}

void ServerPane::retranslate()
{
    m_address->setTitle(tr("Address"));
    m_restart->setText(tr("Restart server"));
    m_restart->updateGeometry();
    updatePort();
    m_who->setTitle(tr("Who may ask"));
    m_requireKey->setTexts(tr("Require a client key"),
                           m_requireKey->isOn()
                               ? tr("Programs without a key are refused.")
                               : tr("Off. Every program on this computer can ask."));
    m_requireKey->setQuestion(
        tr("Accept requests without a key?"),
        tr("Every program on this computer that finds the port can then use your accounts and "
           "your money. This stays under Needs attention as long as it is off."),
        tr("Keep the key"), tr("Accept without a key"));
    m_lan->setTexts(tr("Requests from other computers"),
                    m_lan->isOn() ? tr("On. Computers in this network can ask, with a key.")
                                  : tr("Off. Only this computer can ask."));
    m_lan->setQuestion(
        tr("Accept requests from other computers in this network?"),
        tr("Everyone who has a client key can then use your accounts and your money. The traffic "
           "is not encrypted. This stays under Needs attention as long as it is on."),
        tr("Keep it on this computer"), tr("Open to the network"));
}

bool ServerPane::filter(const QString &text)
{
    const auto fits = [&](const QString &title) {
        return text.isEmpty() || title.contains(text, Qt::CaseInsensitive);
    };
    const bool hasPort = fits(m_portRow->title());
    const bool hasKey = fits(m_requireKey->title());
    const bool hasLan = fits(m_lan->title());
    m_address->setVisible(hasPort);
    m_requireKey->setVisible(hasKey);
    m_lan->setVisible(hasLan);
    m_whoLine->setVisible(hasKey && hasLan);
    m_who->setVisible(hasKey || hasLan);
    return hasPort || hasKey || hasLan;
}

} // namespace omni::ui::pages::settings
