// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/pages/combos/drafts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QTimer>

namespace omni::ui::widgets {
class StateShape;
}

namespace omni::ui::pages::combos {

class EditorHead;
class LimitCard;
class ProblemNotes;
class StepModel;
class StepsCard;

/// Everything about one combo. Shows a draft and tells of edits; keeps nothing.
class EditorPane : public QWidget
{
    Q_OBJECT

public:
    explicit EditorPane(widgets::Theme &theme, QWidget *parent = nullptr);

    void setView(const Drafts::View &view, const engine::Snapshot &snapshot, qint64 nowMs);
    /// Countdowns go on.
    void setNow(qint64 nowMs);
    void retranslate();
    void rename();
    [[nodiscard]] bool canSave() const { return m_canSave; }

signals:
    void edited(const omni::route::Combo &combo, const QString &kind);
    void saveRequested();
    void discardRequested();
    void undoRequested();
    void duplicateRequested();
    void deleteRequested();
    /// Empty = requests go by model name again.
    void useRequested(const QString &name);

private:
    void build(widgets::Theme &theme);
    void connectParts();
    void updateUse();
    void announce(const QString &text);

    StepModel *m_model;
    EditorHead *m_head = nullptr;
    widgets::Label *m_strategy = nullptr;
    widgets::Label *m_strategyWords = nullptr;
    widgets::Button *m_add = nullptr;
    StepsCard *m_steps = nullptr;
    QWidget *m_keys = nullptr;
    widgets::Label *m_hint = nullptr;
    widgets::StateShape *m_useShape = nullptr;
    widgets::Label *m_useWords = nullptr;
    widgets::LinkButton *m_use = nullptr;
    LimitCard *m_limit = nullptr;
    ProblemNotes *m_problems = nullptr;

    Drafts::View m_view;
    engine::Snapshot m_snapshot;
    bool m_canSave = false;
    QTimer m_hintBack;
};

} // namespace omni::ui::pages::combos
