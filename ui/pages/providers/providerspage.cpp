// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/providerspage.h"

#include "ui/pages/providers/accountcard.h"
#include "ui/pages/providers/addsheet.h"
#include "ui/pages/providers/providerdetail.h"
#include "ui/pages/providers/providerrows.h"
#include "ui/pages/providers/removesheet.h"
#include "ui/pages/providers/replacekeysheet.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrolled.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

namespace {

constexpr int WideFrom = 880;
constexpr int WidePane = 264;
constexpr int NarrowPane = 204;

} // namespace

ProvidersPage::ProvidersPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
{
    build();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this,
            [this] { m_detail->setNow(m_snapshot.atMs + m_since.elapsed()); });
    connect(m_filter, &QLineEdit::textChanged, this, &ProvidersPage::fillList);
    connect(m_list, &widgets::MasterList::currentChangedTo, this, &ProvidersPage::showDetail);
    connect(m_more, &QPushButton::clicked, this, [this] { openAddSheet({}); });
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { openAddSheet({}); });
    connect(m_detail, &ProviderDetail::addRequested, this, &ProvidersPage::openAddSheet);
    connect(m_detail, &ProviderDetail::removeRequested, this, &ProvidersPage::onRemove);
    connect(m_detail, &ProviderDetail::replaceKeyRequested, this, &ProvidersPage::onReplaceKey);
    connect(m_detail, &ProviderDetail::toastRequested, this, &Page::toastRequested);
    retranslate();
}

QWidget *ProvidersPage::buildPane()
{
    m_pane = new QWidget(this);
    m_filter = new widgets::SearchField(m_theme, m_pane);
    m_filter->setObjectName(QStringLiteral("providerFilter"));
    m_list = new widgets::MasterList(m_theme, m_pane);
    m_list->setObjectName(QStringLiteral("providerList"));
    m_nothing = new widgets::Label(m_theme, Type::Small, Ink::Text2, m_pane);
    m_nothing->setWrapping(true);
    m_nothing->setContentsMargins(12, 8, 12, 0);
    m_more = new widgets::LinkButton(m_theme, m_pane);
    m_more->setObjectName(QStringLiteral("more"));
    auto *column = new QVBoxLayout(m_pane);
    column->setContentsMargins(6, 16, 6, 12);
    column->setSpacing(8);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(10, 0, 10, 0);
    search->addWidget(m_filter);
    column->addLayout(search);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->addWidget(m_more);
    foot->addStretch();
    column->addLayout(foot);
    return m_pane;
}

void ProvidersPage::build()
{
    m_detail = new ProviderDetail(m_engine, m_theme, this);
    m_empty = new widgets::EmptyState(m_theme, this);
    m_empty->setObjectName(QStringLiteral("noAccounts"));
    m_empty->button()->setObjectName(QStringLiteral("addFirst"));
    m_empty->button()->setGlyph(QStringLiteral("plus"));
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(m_detail);
    m_scroll = widgets::scrolled(content, this);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildPane());
    m_line = new widgets::Line(m_theme, Qt::Vertical, this);
    row->addWidget(m_line);
    row->addWidget(m_scroll, 1);
    row->addWidget(m_empty, 1);
}

QString ProvidersPage::title() const
{
    return tr("Providers");
}

void ProvidersPage::setSnapshot(const engine::Snapshot &snapshot)
{
    m_snapshot = snapshot;
    m_since.start();
    // While starting, accounts are not known yet: that is not the same as none.
    const bool isStarting = snapshot.server.state == engine::ServerState::Starting;
    const bool isEmpty = snapshot.accounts.isEmpty();
    m_pane->setVisible(!isEmpty);
    m_line->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty && !isStarting);
    fillList();
    if (!m_wanted.isEmpty())
        showAccount(m_wanted);
}

void ProvidersPage::fillList()
{
    const QList<widgets::MasterRow> rows = providerRows(m_snapshot, m_filter->text());
    m_list->setRows(rows);
    if (m_list->currentId().isEmpty() && !rows.isEmpty())
        m_list->setCurrentId(rows.at(1).id);
    m_nothing->setVisible(rows.isEmpty());
    const int more = addableProviders(m_snapshot);
    m_more->setText(tr("%n more can be added", nullptr, more));
    m_more->updateGeometry();
    showDetail();
}

void ProvidersPage::showDetail()
{
    const QString id = m_list->currentId();
    const QList<engine::AccountView> accounts = accountsOf(m_snapshot, id);
    m_scroll->setVisible(!accounts.isEmpty());
    if (accounts.isEmpty())
        return;
    engine::ProviderView provider;
    if (const engine::ProviderView *known = findProvider(m_snapshot, id)) {
        provider = *known;
    } else {
        // The catalog lost it; its accounts must stay in reach.
        provider.provider.id = accounts.constFirst().account.provider;
        provider.provider.prefix = provider.provider.name = id;
    }
    m_detail->setProvider(provider, accounts);
    m_detail->setNow(m_snapshot.atMs + (m_since.isValid() ? m_since.elapsed() : 0));
}

void ProvidersPage::retranslate()
{
    m_filter->setHint(tr("Filter providers"));
    m_list->setAccessibleName(tr("Providers"));
    m_nothing->setText(tr("No provider in use has this name."));
    m_empty->setTexts(tr("No account yet"),
                      tr("Add your first account, a key from a provider or a model server on this "
                         "computer. Some are free and need no card."),
                      tr("Add account"));
    m_detail->retranslate();
    fillList();
    setAccessibleName(title());
}

void ProvidersPage::openItem(const QString &item)
{
    const QString kind = item.section(QLatin1Char('/'), 0, 0);
    const QString id = item.section(QLatin1Char('/'), 1);
    if (kind == QLatin1String("add"))
        openAddSheet(id);
    else if (kind == QLatin1String("account"))
        showAccount(id);
    else if (kind == QLatin1String("provider"))
        m_list->setCurrentId(id);
}

bool ProvidersPage::startNew()
{
    openAddSheet({});
    return true;
}

bool ProvidersPage::focusSearch()
{
    if (m_pane->isHidden())
        return false;
    m_filter->setFocus();
    m_filter->selectAll();
    return true;
}

void ProvidersPage::showAccount(const QString &accountId)
{
    m_wanted = accountId;
    const auto it =
        std::find_if(m_snapshot.accounts.begin(), m_snapshot.accounts.end(),
                     [&](const auto &view) { return view.account.id.text() == accountId; });
    if (it == m_snapshot.accounts.end())
        return;
    m_wanted.clear();
    const QString provider = it->account.provider.text();
    if (!m_list->setCurrentId(provider)) {
        // The filter hides it.
        m_filter->clear();
        m_list->setCurrentId(provider);
    }
    if (AccountCard *card = m_detail->card(accountId)) {
        card->setFocus();
        m_scroll->ensureWidgetVisible(card);
    }
}

AddSheet *ProvidersPage::openAddSheet(const QString &providerId)
{
    if (!m_sheet) {
        m_sheet = new AddSheet(m_engine, m_theme, this);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_sheet, &AddSheet::added, this, &ProvidersPage::onAdded);
    }
    if (!providerId.isEmpty())
        m_sheet->openProvider(providerId);
    m_sheet->open();
    return m_sheet;
}

void ProvidersPage::onAdded(const QString &accountId, const QString &providerName)
{
    emit toastRequested(tr("Account of %1 added").arg(providerName));
    showAccount(accountId);
}

void ProvidersPage::onRemove(const QString &accountId, const QString &name)
{
    const QStringList combos = combosInNeed(m_snapshot, accountId);
    if (combos.isEmpty())
        return remove(accountId, name);
    auto *sheet = new RemoveSheet(m_theme, name, combos, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this, [this, accountId, name] { remove(accountId, name); });
    sheet->open();
}

void ProvidersPage::remove(const QString &accountId, const QString &name)
{
    m_engine.removeAccount(accountId);
    emit undoOffered(tr("Account \"%1\" removed").arg(name),
                     [engine = &m_engine, accountId] { engine->restoreAccount(accountId); });
}

void ProvidersPage::onReplaceKey(const engine::AccountView &view)
{
    auto *sheet = new ReplaceKeySheet(m_engine, m_theme, view, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ReplaceKeySheet::replaced, this, [this](const QString &accountId) {
        emit toastRequested(tr("The key was replaced"));
        // A good answer takes the trouble off the account.
        if (AccountCard *card = m_detail->card(accountId))
            card->test();
    });
    sheet->open();
}

void ProvidersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isWide = width() >= WideFrom;
    m_pane->setFixedWidth(isWide ? WidePane : NarrowPane);
    const int margin = isWide ? 24 : 16;
    m_scroll->widget()->layout()->setContentsMargins(margin, 16, margin, 20);
}

void ProvidersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_second.start();
}

void ProvidersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_second.stop();
}

} // namespace omni::ui::pages::providers
