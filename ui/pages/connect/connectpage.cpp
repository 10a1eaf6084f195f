// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/connect/connectpage.h"

#include "core/engine/engine.h"
#include "ui/pages/connect/endpointpane.h"
#include "ui/pages/connect/keyspane.h"
#include "ui/pages/connect/snippetspane.h"
#include "ui/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scrolled.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace omni::ui::pages::connect {

namespace {} // namespace

ConnectPage::ConnectPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Page(parent)
    , m_tabs(new QTabBar(this))
    , m_panes(new QStackedWidget(this))
    , m_endpoint(new EndpointPane(engine, theme))
    , m_keys(new KeysPane(engine, theme))
    , m_snippets(new SnippetsPane(engine, theme))
{
    m_tabs->setObjectName(QStringLiteral("connectTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = Endpoint; tab <= Snippets; ++tab)
        m_tabs->addTab({});
    m_panes->addWidget(widgets::scrolled(m_endpoint));
    m_panes->addWidget(widgets::scrolled(m_keys));
    m_panes->addWidget(widgets::scrolled(m_snippets));

    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(24, 0, 24, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabRow);
    column->addWidget(new widgets::Line(theme, Qt::Horizontal, this));
    column->addWidget(m_panes, 1);

    QObject::connect(m_tabs, &QTabBar::currentChanged, m_panes, &QStackedWidget::setCurrentIndex);
    QObject::connect(m_endpoint, &EndpointPane::toastRequested, this, &Page::toastRequested);
    QObject::connect(m_keys, &KeysPane::toastRequested, this, &Page::toastRequested);
    QObject::connect(m_snippets, &SnippetsPane::toastRequested, this, &Page::toastRequested);
    QObject::connect(m_endpoint, &EndpointPane::keysWanted, this, [this] { setTab(Keys); });
    QObject::connect(m_endpoint, &EndpointPane::snippetsWanted, this, [this] { setTab(Snippets); });
    QObject::connect(m_endpoint, &EndpointPane::providersWanted, this,
                     [this] { emit openRequested(QStringLiteral("providers"), {}); });
    retranslate();
}

QString ConnectPage::title() const
{
    return tr("Connect");
}

void ConnectPage::setSnapshot(const engine::Snapshot &snapshot)
{
    m_endpoint->setSnapshot(snapshot);
    m_keys->setSnapshot(snapshot);
    m_snippets->setSnapshot(snapshot);
    nameTabs(m_keys->activeKeys());
}

void ConnectPage::nameTabs(int keyCount)
{
    m_keyCount = keyCount;
    m_tabs->setTabText(Endpoint, tr("Endpoint"));
    m_tabs->setTabText(Keys, keyCount > 0 ? tr("Keys %1").arg(text::number(keyCount)) : tr("Keys"));
    m_tabs->setTabText(Snippets, tr("Snippets"));
}

void ConnectPage::retranslate()
{
    nameTabs(m_keyCount);
    m_tabs->setAccessibleName(tr("Parts of this page"));
    m_endpoint->retranslate();
    m_keys->retranslate();
    m_snippets->retranslate();
    setAccessibleName(title());
}

void ConnectPage::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void ConnectPage::openItem(const QString &item)
{
    if (item == QLatin1String("keys"))
        setTab(Keys);
    else if (item == QLatin1String("snippets"))
        setTab(Snippets);
    else if (item == QLatin1String("endpoint"))
        setTab(Endpoint);
}

bool ConnectPage::startNew()
{
    setTab(Keys);
    m_keys->createKey();
    return true;
}

} // namespace omni::ui::pages::connect
