// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/settings/settingspage.h"

#include "core/engine/engine.h"
#include "ui/pages/settings/generalpane.h"
#include "ui/pages/settings/serverpane.h"
#include "ui/widgets/masterlist.h"
#include "ui/widgets/scrolled.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace omni::ui::pages::settings {

namespace {

const QString General = QStringLiteral("general");
const QString Server = QStringLiteral("server");

} // namespace

SettingsPage::SettingsPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Page(parent)
{
    build(engine, theme);
    connect(m_general, &GeneralPane::settingChanged, this, &Page::settingChanged);
    connect(m_general, &GeneralPane::toastRequested, this, &Page::toastRequested);
    connect(m_server, &ServerPane::settingChanged, this, &Page::settingChanged);
    connect(m_server, &ServerPane::toastRequested, this, &Page::toastRequested);
    connect(m_sections, &widgets::MasterList::currentChangedTo, this, &SettingsPage::showSection);
    connect(m_search, &QLineEdit::textChanged, this,
            [this] { showSection(m_sections->currentId()); });
    retranslate();
    m_sections->setCurrentId(General);
}

void SettingsPage::build(engine::EngineFace &engine, widgets::Theme &theme)
{
    auto *pane = new QWidget(this);
    pane->setFixedWidth(208);
    m_search = new widgets::SearchField(theme, pane);
    m_search->setObjectName(QStringLiteral("settingSearch"));
    m_sections = new widgets::MasterList(theme, pane);
    m_sections->setObjectName(QStringLiteral("sections"));
    auto *left = new QVBoxLayout(pane);
    left->setContentsMargins(10, 16, 10, 16);
    left->setSpacing(10);
    left->addWidget(m_search);
    left->addWidget(m_sections, 1);

    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    m_general = new GeneralPane(engine, theme, content);
    m_server = new ServerPane(engine, theme, content);
    m_nothing = new widgets::Label(theme, widgets::Type::Body, widgets::Ink::Text2, content);
    auto *holder = new QWidget(content);
    holder->setMaximumWidth(760);
    auto *cards = new QVBoxLayout(holder);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(16);
    cards->addWidget(m_general);
    cards->addWidget(m_server);
    cards->addWidget(m_nothing);
    cards->addStretch();
    auto *right = new QHBoxLayout(content);
    right->setContentsMargins(24, 20, 24, 20);
    right->setSpacing(0);
    right->addWidget(holder, 1000);
    right->addStretch(1);
    auto *scroll = widgets::scrolled(content, this);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(pane);
    row->addWidget(new widgets::Line(theme, Qt::Vertical, this));
    row->addWidget(scroll, 1);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::setSnapshot(const engine::Snapshot &snapshot)
{
    m_server->setSnapshot(snapshot);
}

void SettingsPage::retranslate()
{
    m_search->setHint(tr("Find a setting"));
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setRows(
        {{.id = General, .title = tr("General")}, {.id = Server, .title = tr("Server")}});
    m_general->retranslate();
    m_server->retranslate();
    m_nothing->setText(tr("No setting has this name."));
    setAccessibleName(title());
}

void SettingsPage::showSection(const QString &section)
{
    const QString typed = m_search->text().trimmed();
    bool found = false;
    if (typed.isEmpty()) {
        m_general->filter({});
        m_server->filter({});
        m_general->setVisible(section == General);
        m_server->setVisible(section == Server);
        found = true;
    } else {
        const bool inGeneral = m_general->filter(typed);
        const bool inServer = m_server->filter(typed);
        m_general->setVisible(inGeneral);
        m_server->setVisible(inServer);
        found = inGeneral || inServer;
    }
    m_nothing->setVisible(!found);
}

void SettingsPage::openItem(const QString &item)
{
    m_search->clear();
    m_sections->setCurrentId(item);
}

bool SettingsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_general->refresh();
    m_server->refresh();
}

} // namespace omni::ui::pages::settings
