// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/combos/problems.h"
#include "ui/widgets/notepanel.h"

class QVBoxLayout;

namespace omni::ui::pages::combos {

/// The problems of a combo as note panels: the first three, then how many more there are.
class ProblemNotes : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemNotes(widgets::Theme &theme, QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);

private:
    widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    QList<widgets::NotePanel *> m_panels;
    widgets::Label *m_more;
    QList<Problem> m_problems;
};

} // namespace omni::ui::pages::combos
