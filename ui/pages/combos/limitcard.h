// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

class QSpinBox;

namespace omni::ui::pages::combos {

/// What happens when a model answers that its limit is reached.
class LimitCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit LimitCard(widgets::Theme &theme, QWidget *parent = nullptr);

    void retranslate();
    /// 0 = try the next at once.
    void setSeconds(int seconds);

signals:
    void secondsEdited(int seconds);

private:
    void tell();

    widgets::RadioButton *m_next;
    widgets::RadioButton *m_wait;
    QSpinBox *m_seconds;
    widgets::Label *m_rest;
    bool m_isFilling = false;
};

} // namespace omni::ui::pages::combos
