// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/card.h"
#include "ui/widgets/hourbars.h"
#include "ui/widgets/label.h"

namespace omni::ui::pages::home {

/// The last 24 hours: three figures, a bar an hour, and what it cost.
class DayCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit DayCard(widgets::Theme &theme, QWidget *parent = nullptr);

    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();

private:
    struct Figure
    {
        widgets::Label *value = nullptr;
        widgets::Label *unit = nullptr;
    };
    [[nodiscard]] Figure addFigure(widgets::Theme &theme, const QString &name, class QLayout *row);

    engine::DayView m_day;
    Figure m_requests;
    Figure m_tokens;
    Figure m_answered;
    widgets::HourBars *m_bars;
    widgets::Label *m_cost;
};

} // namespace omni::ui::pages::home
