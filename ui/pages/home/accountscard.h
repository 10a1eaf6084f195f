// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/snapshottablemodel.h"

namespace omni::ui::pages::home {

/// The accounts that matter most now: those in trouble first, then in order of use.
class AccountsCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit AccountsCard(widgets::Theme &theme, QWidget *parent = nullptr);

    void setSnapshot(const engine::Snapshot &snapshot);
    void setNow(qint64 nowMs);
    void retranslate();

signals:
    void accountActivated(const QString &accountId);

private:
    enum Column
    {
        Name,
        State,
        LastUsed
    };
    [[nodiscard]] QVariant value(const engine::AccountView &view, int column, int role) const;
    void arrange();

    widgets::Theme &m_theme;
    widgets::SnapshotTableModel<engine::AccountView> *m_model;
    widgets::Table *m_table;
    qint64 m_now = 0;
    int m_total = 0;
};

} // namespace omni::ui::pages::home
