// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/providerdetail.h"

#include "ui/pages/providers/accountlist.h"
#include "ui/pages/providers/providerwords.h"
#include "ui/widgets/notepanel.h"
#include "ui/widgets/tile.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

namespace {

constexpr int LeastWidth = 240;
/// What the heading needs beside the buttons before these go below it.
constexpr int LeastHeading = 170;

} // namespace

ProviderDetail::ProviderDetail(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_head(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QHBoxLayout)
    , m_tile(new widgets::ProviderTile(theme, 36, this))
    , m_name(new widgets::ElidedLabel(theme, Qt::ElideRight, Type::Heading, Ink::Text, this))
    , m_summary(new widgets::Label(theme, Type::Small, Ink::Text2, this))
    , m_testAll(new widgets::Button(theme, widgets::Button::Kind::Plain, this))
    , m_add(new widgets::PrimaryButton(theme, this))
    , m_list(new AccountList(engine, theme, this))
    , m_reach(new widgets::NotePanel(theme, widgets::NotePanel::Kind::Info, this))
    , m_risk(new widgets::NotePanel(theme, widgets::NotePanel::Kind::Info, this))
    , m_orderHint(new QWidget(this))
    , m_orderText(new widgets::Label(theme, Type::Small, Ink::Text3, m_orderHint))
{
    setMinimumWidth(LeastWidth);
    build(theme);
    connect(m_testAll, &QPushButton::clicked, m_list, &AccountList::testAll);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const bool isReady = reachOf(m_view.provider) == Reach::Ready;
        emit addRequested(isReady ? providerId() : QString());
    });
    connect(m_list, &AccountList::removeRequested, this, &ProviderDetail::removeRequested);
    connect(m_list, &AccountList::replaceKeyRequested, this, &ProviderDetail::replaceKeyRequested);
    connect(m_list, &AccountList::toastRequested, this, &ProviderDetail::toastRequested);
    connect(&theme, &widgets::Theme::changed, this, &ProviderDetail::showSummary);
}

void ProviderDetail::build(widgets::Theme &theme)
{
    m_name->setObjectName(QStringLiteral("providerName"));
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWrapping(true);
    m_summary->setTextFormat(Qt::RichText);
    m_testAll->setObjectName(QStringLiteral("testAll"));
    m_add->setObjectName(QStringLiteral("addAccount"));
    m_add->setGlyph(QStringLiteral("plus"));
    m_reach->setObjectName(QStringLiteral("reach"));
    m_risk->setObjectName(QStringLiteral("risk"));

    auto *heading = new QHBoxLayout;
    heading->setSpacing(12);
    heading->addWidget(m_tile, 0, Qt::AlignTop);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_name);
    titles->addWidget(m_summary);
    heading->addLayout(titles, 1);
    m_buttons->setSpacing(12);
    m_buttons->addStretch();
    m_buttons->addWidget(m_testAll, 0, Qt::AlignTop);
    m_buttons->addWidget(m_add, 0, Qt::AlignTop);
    m_head->setContentsMargins(0, 0, 0, 4);
    m_head->setSpacing(12);
    m_head->addLayout(heading, 1);
    m_head->addLayout(m_buttons);

    m_orderText->setWrapping(true);
    auto *hint = new QHBoxLayout(m_orderHint);
    hint->setContentsMargins(0, 0, 0, 0);
    hint->setSpacing(8);
    hint->addWidget(new widgets::KeyCap(theme, QStringLiteral("Alt+↑↓"), m_orderHint));
    hint->addWidget(m_orderText, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(m_head);
    column->addWidget(m_list);
    column->addWidget(m_reach);
    column->addWidget(m_risk);
    column->addStretch(1);
    column->addWidget(m_orderHint);
}

void ProviderDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = m_buttons->minimumSize().width() + LeastHeading > width();
    m_head->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

AccountCard *ProviderDetail::card(const QString &accountId) const
{
    return m_list->card(accountId);
}

void ProviderDetail::setProvider(const engine::ProviderView &provider,
                                 const QList<engine::AccountView> &accounts)
{
    m_view = provider;
    m_accounts = accounts;
    m_tile->setPrefix(provider.provider.prefix);
    m_name->setFullText(provider.provider.name);
    m_list->setAccounts(providerId(), accounts);
    m_orderHint->setVisible(accounts.size() > 1);
    m_testAll->setVisible(accounts.size() > 1);
    showSummary();
    showNotes();
}

void ProviderDetail::setNow(qint64 nowMs)
{
    m_list->setNow(nowMs);
}

void ProviderDetail::showSummary()
{
    QSet<QByteArray> models;
    for (const engine::AccountView &view : std::as_const(m_accounts)) {
        for (const catalog::Model &model : view.account.models)
            models.insert(model.id);
    }
    const int count = models.isEmpty() ? int(m_view.provider.models.size()) : int(models.size());
    const QString sentence =
        tr("Models start with %1, %2, %3", "prefix, number of models, requests")
            .arg(QStringLiteral("%1"), tr("%n model(s)", nullptr, count),
                 tr("%n request(s) today", nullptr, m_view.requestsToday));
    const QString prefix = m_view.provider.prefix + QLatin1Char('/');
    const QString mono = QStringLiteral("<tt>%1</tt>").arg(prefix.toHtmlEscaped());
    m_summary->setText(sentence.toHtmlEscaped().arg(mono));
    m_summary->setAccessibleName(sentence.arg(prefix));
}

void ProviderDetail::showNotes()
{
    const catalog::Provider &provider = m_view.provider;
    const Reach reach = reachOf(provider);
    m_reach->setVisible(reach != Reach::Ready);
    switch (reach) {
    case Reach::Ready:
        break;
    case Reach::NoChat:
    case Reach::NoCodec:
        m_reach->setTexts(tr("This version cannot talk to %1 yet.").arg(provider.name),
                          tr("Its accounts are kept, but no request goes to them."));
        break;
    case Reach::SignInOnly:
        m_reach->setTexts(tr("Further accounts of %1 need a sign-in.").arg(provider.name),
                          tr("Signing in comes in a later version. \"Add account\" shows the "
                             "providers that take a key."));
        break;
    case Reach::Ended:
        m_reach->setTexts(tr("The vendor has closed %1.").arg(provider.name),
                          tr("Its accounts can be removed."));
        break;
    }
    m_risk->setVisible(!provider.risk.isEmpty());
    m_risk->setTexts({}, provider.risk);
}

void ProviderDetail::retranslate()
{
    m_testAll->setText(tr("Test all"));
    m_testAll->updateGeometry();
    m_add->setText(tr("Add account"));
    m_add->updateGeometry();
    m_orderText->setText(tr("changes the order, the tray and the command line follow"));
    m_list->retranslate();
    showSummary();
    showNotes();
}

} // namespace omni::ui::pages::providers
