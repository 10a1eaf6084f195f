// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/providerrows.h"

#include "ui/pages/providers/providerwords.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace omni::ui::pages::providers {

using engine::AccountView;
using engine::ProviderView;
using engine::Snapshot;
using widgets::MasterRow;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProviderRows)
};

QStringList idsInOrderOfUse(const Snapshot &snapshot)
{
    QStringList ids;
    for (const AccountView &view : snapshot.accounts) {
        if (!ids.contains(view.account.provider.text()))
            ids.append(view.account.provider.text());
    }
    return ids;
}

bool matches(const QString &filter, const QList<AccountView> &accounts, const QString &id)
{
    if (filter.isEmpty() || id.contains(filter, Qt::CaseInsensitive))
        return true;
    return std::any_of(accounts.begin(), accounts.end(), [&](const AccountView &view) {
        return view.providerName.contains(filter, Qt::CaseInsensitive) ||
               view.prefix.contains(filter, Qt::CaseInsensitive) ||
               view.account.name.contains(filter, Qt::CaseInsensitive);
    });
}

MasterRow rowOf(const QString &id, const QList<AccountView> &accounts)
{
    const Standing standing = standingOf(accounts);
    const AccountView &first = accounts.constFirst();
    return {.id = id,
            .title = first.providerName.isEmpty() ? id : first.providerName,
            .prefix = first.prefix.isEmpty() ? id : first.prefix,
            .count = text::number(accounts.size()),
            .state = standing.state,
            .stateWord = standing.word};
}

void appendGroup(QList<MasterRow> &rows, const QString &name, const QList<MasterRow> &group)
{
    if (group.isEmpty())
        return;
    rows.append({.title = name, .isCaption = true});
    rows.append(group);
}

} // namespace

QList<AccountView> accountsOf(const Snapshot &snapshot, const QString &providerId)
{
    QList<AccountView> accounts;
    for (const AccountView &view : snapshot.accounts) {
        if (view.account.provider.text() == providerId)
            accounts.append(view);
    }
    return accounts;
}

const ProviderView *findProvider(const Snapshot &snapshot, const QString &providerId)
{
    const auto it =
        std::find_if(snapshot.providers.begin(), snapshot.providers.end(),
                     [&](const auto &view) { return view.provider.id.text() == providerId; });
    return it == snapshot.providers.end() ? nullptr : &*it;
}

QList<MasterRow> providerRows(const Snapshot &snapshot, const QString &filter)
{
    QList<MasterRow> used;
    QList<MasterRow> paused;
    for (const QString &id : idsInOrderOfUse(snapshot)) {
        const QList<AccountView> accounts = accountsOf(snapshot, id);
        if (!matches(filter.trimmed(), accounts, id))
            continue;
        const MasterRow row = rowOf(id, accounts);
        (row.state == widgets::State::Paused ? paused : used).append(row);
    }
    QList<MasterRow> rows;
    appendGroup(rows, Words::tr("In use"), used);
    appendGroup(rows, Words::tr("Paused", "a group of providers"), paused);
    return rows;
}

int addableProviders(const Snapshot &snapshot)
{
    const QStringList used = idsInOrderOfUse(snapshot);
    return int(std::count_if(
        snapshot.providers.begin(), snapshot.providers.end(), [&](const ProviderView &view) {
            return !isTemplate(view.provider) && reachOf(view.provider) == Reach::Ready &&
                   !used.contains(view.provider.id.text());
        }));
}

} // namespace omni::ui::pages::providers
