// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/accountscard.h"

#include "ui/pages/states.h"
#include "ui/text/attentiontext.h"
#include "ui/text/format.h"
#include "ui/widgets/roles.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace omni::ui::pages::home {

using engine::AccountState;
using engine::AccountView;
using widgets::Ink;

namespace {

constexpr qsizetype MaxRows = 6;

/// Lower stands higher.
int urgency(AccountState state)
{
    switch (state) {
    case AccountState::NeedsAttention:
        return 0;
    case AccountState::Locked:
        return 1;
    case AccountState::Cooling:
        return 2;
    case AccountState::Ready:
    case AccountState::Loading:
        return 3;
    case AccountState::Paused:
        break;
    }
    return 4;
}

} // namespace

AccountsCard::AccountsCard(widgets::Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_model(new widgets::SnapshotTableModel<AccountView>(
          [](const AccountView &view) { return view.account.id.text(); }, this))
    , m_table(new widgets::Table(theme, 43, false, this))
{
    QList<widgets::TableColumn<AccountView>> columns;
    for (int column = Name; column <= LastUsed; ++column) {
        columns.append({.alignment = Qt::AlignLeft | Qt::AlignVCenter,
                        .value = [this, column](const AccountView &view, int role) {
                            return value(view, column, role);
                        }});
    }
    columns[LastUsed].alignment = Qt::AlignRight | Qt::AlignVCenter;
    m_model->setColumns(columns);
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("accountsTable"));
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->setContentsMargins(0, 0, 0, 6);
    body()->addWidget(m_table);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        emit accountActivated(m_model->rows().at(index.row()).account.id.text());
    });
    connect(&theme, &widgets::Theme::changed, this, &AccountsCard::arrange);
}

QVariant AccountsCard::value(const AccountView &view, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == Name)
            return view.providerName;
        if (column == State)
            return text::accountWord(view, m_now);
        return view.account.lastUsedMs == 0 ? tr("not used yet")
                                            : text::age(view.account.lastUsedMs, m_now);
    case widgets::SecondTextRole:
        return column == Name ? QVariant(view.account.name) : QVariant();
    case widgets::TileRole:
        return column == Name ? QVariant(view.prefix) : QVariant();
    case widgets::StateRole:
        return column == State ? QVariant(int(stateOf(view.state))) : QVariant();
    case widgets::InkRole:
        if (column == State)
            return int(widgets::stateInk(stateOf(view.state)));
        return column == LastUsed ? QVariant(int(Ink::Text2)) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Name
                   ? QVariant(view.providerName + QStringLiteral(", ") + view.account.name)
                   : value(view, column, Qt::DisplayRole);
    default:
        return {};
    }
}

void AccountsCard::setSnapshot(const engine::Snapshot &snapshot)
{
    m_now = snapshot.atMs;
    m_total = int(snapshot.accounts.size());
    QList<AccountView> sorted = snapshot.accounts;
    std::stable_sort(sorted.begin(), sorted.end(), [](const AccountView &a, const AccountView &b) {
        return urgency(a.state) < urgency(b.state);
    });
    m_model->setRows(sorted.mid(0, MaxRows));
    retranslate();
}

void AccountsCard::setNow(qint64 nowMs)
{
    m_now = nowMs;
    m_model->touchAll();
}

void AccountsCard::retranslate()
{
    setTitle(tr("Accounts"));
    setLink(m_total > MaxRows ? tr("All %n account(s)", nullptr, m_total) : tr("All accounts"));
    m_model->setTitles({tr("Account"), tr("State"), tr("Last used")});
    m_table->setAccessibleName(tr("Accounts"));
    arrange();
}

void AccountsCard::arrange()
{
    m_table->setFixedHeight(m_table->fullHeight());
    QHeaderView *head = m_table->horizontalHeader();
    if (head->count() <= LastUsed)
        return;
    const QFontMetrics metrics(m_theme.font(widgets::Type::Body));
    int state = 150;
    int used = 110;
    for (const AccountView &view : m_model->rows()) {
        state = std::max(state, metrics.horizontalAdvance(text::accountWord(view, m_now)) + 44);
        used = std::max(
            used,
            metrics.horizontalAdvance(value(view, LastUsed, Qt::DisplayRole).toString()) + 34);
    }
    head->setSectionResizeMode(Name, QHeaderView::Stretch);
    head->setSectionResizeMode(State, QHeaderView::Fixed);
    head->setSectionResizeMode(LastUsed, QHeaderView::Fixed);
    m_table->setColumnWidth(State, state);
    m_table->setColumnWidth(LastUsed, used);
}

} // namespace omni::ui::pages::home
