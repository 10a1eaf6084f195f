// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/editorpane.h"

#include "ui/pages/combos/editorhead.h"
#include "ui/pages/combos/limitcard.h"
#include "ui/pages/combos/problemnotes.h"
#include "ui/pages/combos/stepmodel.h"
#include "ui/pages/combos/stepscard.h"
#include "ui/pages/combos/stepview.h"
#include "ui/widgets/tile.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

using widgets::Ink;
using widgets::Type;

EditorPane::EditorPane(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new StepModel(this))
{
    build(theme);
    connectParts();
}

void EditorPane::build(widgets::Theme &theme)
{
    m_head = new EditorHead(theme, this);
    m_strategy = new widgets::Label(theme, Type::BodyBold, Ink::Text, this);
    m_strategyWords = new widgets::Label(theme, Type::Small, Ink::Text2, this);
    m_strategyWords->setWrapping(true);
    m_add = new widgets::Button(theme, widgets::Button::Kind::Plain, this);
    m_add->setObjectName(QStringLiteral("addModel"));
    m_add->setGlyph(QStringLiteral("plus"));
    auto *strategy = new QHBoxLayout;
    strategy->setSpacing(8);
    strategy->addWidget(m_strategy);
    strategy->addWidget(m_strategyWords, 1);
    strategy->addWidget(m_add);

    m_steps = new StepsCard(theme, *m_model, this);
    m_keys = new widgets::KeyCap(theme, QStringLiteral("Alt+↑↓"), this);
    m_hint = new widgets::Label(theme, Type::Small, Ink::Text3, this);
    m_hint->setObjectName(QStringLiteral("moveHint"));
    m_useShape = new widgets::StateShape(theme, 14, this);
    m_useShape->setState(widgets::State::Ok);
    m_useShape->setBehind(&widgets::Tokens::canvas);
    m_useWords = new widgets::Label(theme, Type::Small, Ink::Text2, this);
    m_useWords->setObjectName(QStringLiteral("useWords"));
    m_use = new widgets::LinkButton(theme, this);
    m_use->setObjectName(QStringLiteral("useCombo"));
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_keys);
    below->addWidget(m_hint);
    below->addStretch();
    below->addWidget(m_useShape);
    below->addWidget(m_useWords);
    below->addWidget(m_use);

    m_limit = new LimitCard(theme, this);
    m_problems = new ProblemNotes(theme, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    column->addWidget(m_head);
    column->addLayout(strategy);
    column->addWidget(m_steps);
    column->addLayout(below);
    column->addWidget(m_limit);
    column->addWidget(m_problems);
    column->addStretch();
}

void EditorPane::connectParts()
{
    const auto edit = [this](const QString &kind, const auto &change) {
        route::Combo combo = m_view.combo;
        change(combo);
        emit edited(combo, kind);
    };
    connect(m_model, &StepModel::stepsEdited, this, [this, edit] {
        edit({}, [this](route::Combo &combo) { combo.steps = m_model->steps(); });
    });
    connect(m_head, &EditorHead::nameEdited, this, [edit](const QString &name) {
        edit(QStringLiteral("name"), [&](route::Combo &combo) { combo.name = name; });
    });
    connect(m_limit, &LimitCard::secondsEdited, this, [edit](int seconds) {
        edit(QStringLiteral("wait"), [&](route::Combo &combo) { combo.waitSeconds = seconds; });
    });
    connect(m_head, &EditorHead::saveRequested, this, &EditorPane::saveRequested);
    connect(m_head, &EditorHead::discardRequested, this, &EditorPane::discardRequested);
    connect(m_head, &EditorHead::undoRequested, this, &EditorPane::undoRequested);
    connect(m_head, &EditorHead::duplicateRequested, this, &EditorPane::duplicateRequested);
    connect(m_head, &EditorHead::deleteRequested, this, &EditorPane::deleteRequested);
    connect(m_steps->view(), &StepView::undoWanted, this, &EditorPane::undoRequested);
    connect(m_steps->view(), &StepView::announced, this, &EditorPane::announce);
    connect(m_add, &QPushButton::clicked, m_steps, &StepsCard::startAdding);
    connect(m_use, &QPushButton::clicked, this, [this] {
        const bool isActive = m_snapshot.activeCombo == m_view.savedName;
        emit useRequested(isActive ? QString() : m_view.savedName);
    });
    m_hintBack.setSingleShot(true);
    m_hintBack.setInterval(3000);
    connect(&m_hintBack, &QTimer::timeout, this, [this] { m_hint->setText(tr("moves a model")); });
}

void EditorPane::setView(const Drafts::View &view, const engine::Snapshot &snapshot, qint64 nowMs)
{
    const bool isOther = view.key != m_view.key;
    m_view = view;
    m_snapshot = snapshot;
    if (isOther)
        m_steps->stopAdding();
    m_model->setSteps(view.combo.steps);
    m_steps->setSnapshot(snapshot, view.savedName);
    m_limit->setSeconds(view.combo.waitSeconds);
    const QString name = nameProblem(view.combo.name, view.savedName, snapshot);
    const QList<Problem> problems = stepProblems(view.combo, view.savedName, snapshot);
    const bool isBlocked = std::any_of(problems.begin(), problems.end(),
                                       [](const Problem &problem) { return problem.isBlocking; });
    m_canSave = name.isEmpty() && !isBlocked;
    m_head->setView(view, name, m_canSave);
    m_problems->setProblems(problems);
    m_keys->setVisible(view.combo.steps.size() > 1);
    m_hint->setVisible(m_hintBack.isActive() || view.combo.steps.size() > 1);
    updateUse();
    setNow(nowMs);
    if (isOther && view.combo.steps.isEmpty())
        m_steps->openAdding();
}

void EditorPane::setNow(qint64 nowMs)
{
    QList<StepInfo> infos;
    for (const route::ComboStep &step : m_model->steps())
        infos.append(stepInfo(step, m_snapshot, nowMs));
    m_model->setInfos(infos);
}

void EditorPane::updateUse()
{
    const bool isSaved = !m_view.savedName.isEmpty();
    const bool isActive = isSaved && m_snapshot.activeCombo == m_view.savedName;
    m_useShape->setVisible(isActive);
    m_useWords->setVisible(isActive);
    m_useWords->setText(tr("Takes new requests"));
    m_use->setVisible(isSaved);
    m_use->setText(isActive ? tr("Stop") : tr("Use for new requests"));
    m_use->setAccessibleName(isActive ? tr("Stop using it for new requests") : m_use->text());
    m_use->setToolTip(tr("The combo in use takes every request that names no other combo."));
    m_use->updateGeometry();
}

void EditorPane::announce(const QString &text)
{
    m_hint->setText(text);
    m_hint->show();
    m_hintBack.start();
    QAccessibleEvent said(m_hint, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void EditorPane::retranslate()
{
    m_head->retranslate();
    m_strategy->setText(tr("Priority"));
    m_strategyWords->setText(tr("The first model that can answer takes the request."));
    m_add->setText(tr("Add model"));
    m_steps->retranslate();
    m_hint->setText(tr("moves a model"));
    m_limit->retranslate();
    updateUse();
    setAccessibleName(tr("Combo editor"));
}

void EditorPane::rename()
{
    m_head->rename();
}

} // namespace omni::ui::pages::combos
