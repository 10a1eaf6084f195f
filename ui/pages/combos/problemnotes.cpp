// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/problemnotes.h"

#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace omni::ui::pages::combos {

namespace {

constexpr qsizetype MostShown = 3;

} // namespace

ProblemNotes::ProblemNotes(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_more(new widgets::Label(theme, widgets::Type::Small, widgets::Ink::Text2, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_more);
    setObjectName(QStringLiteral("problems"));
    setVisible(false);
}

void ProblemNotes::setProblems(const QList<Problem> &problems)
{
    setVisible(!problems.isEmpty());
    if (m_problems == problems)
        return;
    m_problems = problems;
    const qsizetype shown = std::min(MostShown, problems.size());
    while (m_panels.size() < shown) {
        auto *panel = new widgets::NotePanel(m_theme, widgets::NotePanel::Kind::Warning, this);
        m_column->insertWidget(int(m_panels.size()), panel);
        m_panels.append(panel);
    }
    for (qsizetype i = 0; i < m_panels.size(); ++i) {
        m_panels.at(i)->setVisible(i < shown);
        if (i >= shown)
            continue;
        m_panels.at(i)->setKind(problems.at(i).isInfo ? widgets::NotePanel::Kind::Info
                                                      : widgets::NotePanel::Kind::Warning);
        m_panels.at(i)->setTexts(problems.at(i).what, problems.at(i).advice);
    }
    const int hidden = int(problems.size() - shown);
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("%n further note(s)", nullptr, hidden));
}

} // namespace omni::ui::pages::combos
