// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/removesheet.h"

#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

QStringList combosInNeed(const engine::Snapshot &snapshot, const QString &accountId)
{
    const auto it =
        std::find_if(snapshot.accounts.begin(), snapshot.accounts.end(),
                     [&](const auto &view) { return view.account.id.text() == accountId; });
    if (it == snapshot.accounts.end())
        return {};
    const auto siblings =
        std::count_if(snapshot.accounts.begin(), snapshot.accounts.end(), [&](const auto &view) {
            return view.account.provider == it->account.provider;
        });
    const QString prefix = it->prefix + QLatin1Char('/');
    QStringList names;
    for (const route::Combo &combo : snapshot.combos) {
        const bool isInNeed =
            std::any_of(combo.steps.begin(), combo.steps.end(), [&](const route::ComboStep &step) {
                return step.accountId == accountId ||
                       (siblings == 1 && step.target.startsWith(prefix));
            });
        if (isInNeed)
            names.append(combo.name);
    }
    return names;
}

RemoveSheet::RemoveSheet(widgets::Theme &theme, const QString &account, const QStringList &combos,
                         QWidget *parent)
    : Sheet(theme, parent)
{
    setObjectName(QStringLiteral("removeSheet"));
    setWindowTitle(tr("Remove account"));
    setHeading({}, tr("Remove \"%1\"?").arg(account),
               tr("%n combo(s) use it. They skip it from then on.", nullptr, int(combos.size())));
    auto *names = new widgets::Label(theme, Type::MonoRow, Ink::Text, this);
    names->setText(combos.join(QLatin1Char('\n')));
    body()->addWidget(names);
    cancelButton()->setText(tr("Keep it"));
    actionButton()->setText(tr("Remove account"));
    actionButton()->setKind(widgets::Button::Kind::Danger);
    actionButton()->setDefault(false);
    cancelButton()->setDefault(true);
    cancelButton()->setFocus();
    connect(actionButton(), &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace omni::ui::pages::providers
