// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/connect/endpointpane.h"

#include "ui/text/errortext.h"
#include "ui/text/format.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::connect {

using widgets::Ink;
using widgets::Type;

namespace {

constexpr int ModelsShown = 8;

} // namespace

EndpointPane::EndpointPane(engine::EngineFace &engine, widgets::Theme &theme)
    : m_theme(theme)
    , m_engine(engine)
    , m_down(new widgets::NotePanel(theme, widgets::NotePanel::Kind::Warning, this))
    , m_address(new widgets::Card(theme, this))
    , m_snippets(new widgets::PrimaryButton(theme, this))
    , m_allKeys(new widgets::LinkButton(theme, this))
    , m_models(new widgets::Card(theme, this))
    , m_modelsHint(new widgets::Label(theme, Type::Body, Ink::Text2, this))
{
    m_snippets->setObjectName(QStringLiteral("showSnippets"));
    auto *grid = new QGridLayout;
    grid->setContentsMargins(16, 0, 16, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(3, 1);
    m_openai = addRow(grid, 0);
    m_anthropic = addRow(grid, 1);
    m_key = addRow(grid, 2);
    m_openai.copy->setObjectName(QStringLiteral("copyOpenAiUrl"));
    m_anthropic.copy->setObjectName(QStringLiteral("copyAnthropicUrl"));
    m_key.copy->setObjectName(QStringLiteral("copyKey"));
    m_key.copy->setSecretSource([this](const widgets::CopyIconButton::Deliver &deliver) {
        m_engine.revealKey(m_keyId, this, [this, deliver](const base::Result<base::Secret> &key) {
            if (key)
                return deliver(QString::fromUtf8(key->reveal()));
            deliver({});
            emit toastRequested(text::errorText(key.error()).oneLine());
        });
    });
    m_address->body()->setContentsMargins(0, 0, 0, 0);
    m_address->body()->addLayout(grid);
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(16, 4, 16, 16);
    actions->addWidget(m_snippets);
    actions->addSpacing(8);
    actions->addWidget(m_allKeys);
    actions->addStretch();
    m_address->body()->addLayout(actions);

    m_modelsHint->setWrapping(true);
    m_models->body()->setContentsMargins(16, 0, 16, 16);
    m_models->body()->addWidget(m_modelsHint);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    column->addWidget(m_down);
    column->addWidget(m_address);
    column->addWidget(m_models);
    column->addStretch();
    connect(m_snippets, &QPushButton::clicked, this, &EndpointPane::snippetsWanted);
    connect(m_allKeys, &QPushButton::clicked, this, &EndpointPane::keysWanted);
    connect(m_models, &widgets::Card::linkActivated, this, &EndpointPane::providersWanted);
}

EndpointPane::Row EndpointPane::addRow(QGridLayout *grid, int row)
{
    Row made{.name = new widgets::Label(m_theme, Type::Body, Ink::Text2, m_address),
             .value = new widgets::ElidedLabel(m_theme, Qt::ElideMiddle, Type::MonoRow, Ink::Text,
                                               m_address),
             .forWhom = new widgets::Label(m_theme, Type::Small, Ink::Text3, m_address),
             .copy = new widgets::CopyIconButton(m_theme, m_address)};
    grid->setRowMinimumHeight(row, 30);
    grid->addWidget(made.name, row, 0);
    grid->addWidget(made.value, row, 1);
    grid->addWidget(made.copy, row, 2);
    grid->addWidget(made.forWhom, row, 3);
    return made;
}

void EndpointPane::setSnapshot(const engine::Snapshot &snapshot)
{
    const QString base = snapshot.server.baseUrl();
    const bool isUp = !base.isEmpty();
    m_down->setVisible(!isUp && snapshot.server.state != engine::ServerState::Starting);
    const QString openai = base + QStringLiteral("/v1");
    m_openai.value->setFullText(isUp ? openai : text::unknown());
    m_openai.copy->setCopyText(openai);
    m_anthropic.value->setFullText(isUp ? base : text::unknown());
    m_anthropic.copy->setCopyText(base);
    m_openai.copy->setEnabled(isUp);
    m_anthropic.copy->setEnabled(isUp);
    const auth::ClientKey *key = snapshot.usableKey();
    m_keyId = key ? key->id : QString();
    m_key.value->setFullText(key ? text::maskedClientKey(key->hint) : text::unknown());
    m_key.forWhom->setText(key ? key->name : tr("no key in use"));
    m_key.copy->setVisible(key != nullptr);
    showModels(snapshot);
}

void EndpointPane::showModels(const engine::Snapshot &snapshot)
{
    const QStringList shown = snapshot.modelIds.mid(0, ModelsShown);
    m_models->setNote(snapshot.modelIds.isEmpty() ? QString()
                                                  : text::number(snapshot.modelIds.size()));
    m_modelsHint->setText(
        snapshot.modelIds.isEmpty()
            ? tr("No model yet. Add an account on Providers; its models appear here.")
            : tr("A program asks for one of these names. A combo's name asks for its first target "
                 "that can answer."));
    if (shown == m_shownModels && m_modelList)
        return;
    m_shownModels = shown;
    delete m_modelList;
    m_modelList = new QWidget(m_models);
    auto *grid = new QGridLayout(m_modelList);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < shown.size(); ++i) {
        auto *name = new widgets::ElidedLabel(m_theme, Qt::ElideMiddle, Type::MonoRow, Ink::Text,
                                              m_modelList);
        name->setFullText(shown.at(i));
        auto *copy = new widgets::CopyIconButton(m_theme, m_modelList);
        copy->setCopyText(shown.at(i));
        copy->setIdleName(tr("Copy %1").arg(shown.at(i)));
        grid->addWidget(name, i, 0);
        grid->addWidget(copy, i, 1);
    }
    m_models->body()->addWidget(m_modelList);
    m_modelList->setVisible(!shown.isEmpty());
}

void EndpointPane::retranslate()
{
    m_down->setTexts(tr("The server does not run, so programs get no connection."),
                     tr("Home says why and what can be done."));
    m_address->setTitle(tr("Address and key"));
    m_openai.name->setText(tr("OpenAI base URL"));
    m_openai.forWhom->setText(tr("Codex, Cline, OpenCode and whatever speaks OpenAI"));
    m_openai.copy->setIdleName(tr("Copy the OpenAI base URL"));
    m_anthropic.name->setText(tr("Anthropic base URL"));
    m_anthropic.forWhom->setText(tr("Claude Code and the Anthropic libraries"));
    m_anthropic.copy->setIdleName(tr("Copy the Anthropic base URL"));
    m_key.name->setText(tr("Client key"));
    m_key.copy->setIdleName(tr("Copy client key"));
    m_snippets->setText(tr("Show snippets"));
    m_allKeys->setText(tr("All keys"));
    m_models->setTitle(tr("Model names"));
    m_models->setLink(tr("Providers"));
    m_shownModels.clear();
    delete std::exchange(m_modelList, nullptr);
    setSnapshot(m_engine.snapshot());
}

} // namespace omni::ui::pages::connect
