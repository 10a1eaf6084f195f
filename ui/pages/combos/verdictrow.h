// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/combos/verdicts.h"
#include "ui/widgets/label.h"

namespace omni::ui::widgets {
class Glyph;
}

namespace omni::ui::pages::combos {

/// One verdict: arrow, state shape or number, then the model over its sentence.
class VerdictRow : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictRow(widgets::Theme &theme, QWidget *parent = nullptr);

    void setVerdict(const Verdict &verdict);

private:
    widgets::Theme &m_theme;
    widgets::Glyph *m_arrow;
    widgets::StateShape *m_shape;
    widgets::Label *m_number;
    widgets::ElidedLabel *m_target;
    widgets::Label *m_words;
};

} // namespace omni::ui::pages::combos
