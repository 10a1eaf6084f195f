// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/snapshottablemodel.h"

namespace omni::ui::pages::home {

/// The requests that run now. A click on the cross, or Delete on the row, cancels one.
class LiveCard : public widgets::Card
{
    Q_OBJECT

public:
    LiveCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent = nullptr);

    void setSnapshot(const engine::Snapshot &snapshot);
    /// Running times, between two snapshots.
    void setNow(qint64 nowMs);
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Column
    {
        Program,
        Model,
        Account,
        Time,
        Speed,
        Cancel
    };
    void cancelRow(int row);
    void arrange();
    [[nodiscard]] QVariant value(const engine::LiveRequest &live, int column, int role) const;

    widgets::Theme &m_theme;
    engine::EngineFace &m_engine;
    widgets::SnapshotTableModel<engine::LiveRequest> *m_model;
    widgets::Table *m_table;
    widgets::Label *m_nothing;
    qint64 m_now = 0;
    bool m_isDown = false;
};

} // namespace omni::ui::pages::home
