// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

#include <QTimer>

class QVBoxLayout;

namespace omni::ui::pages::combos {

class VerdictRow;

/// "What would happen now?": asks the engine 300 ms after the last edit and when the state of the
/// accounts changed.
class PreviewPane : public widgets::Surface
{
    Q_OBJECT

public:
    PreviewPane(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    /// After an edit.
    void setCombo(const route::Combo &combo);
    /// Another one was chosen: asks at once.
    void setOtherCombo(const route::Combo &combo);
    void setSnapshot(const engine::Snapshot &snapshot);
    /// Countdowns go on.
    void setNow(qint64 nowMs);
    void retranslate();
    /// Not where a tab says it already.
    void setTitled(bool on) { m_title->setVisible(on); }

private:
    void build();
    void ask();
    void showPlan();
    void showWords(const QString &words);

    engine::EngineFace &m_engine;
    widgets::Theme &m_theme;
    widgets::Label *m_title;
    widgets::Label *m_with;
    widgets::ComboBox *m_size;
    widgets::CheckBox *m_tools;
    widgets::CheckBox *m_images;
    widgets::Label *m_words;
    QVBoxLayout *m_rows;
    QList<VerdictRow *> m_shown;

    route::Combo m_combo;
    engine::Snapshot m_snapshot;
    QList<engine::PlanLine> m_plan;
    std::optional<base::Error> m_error;
    qint64 m_now = 0;
    int m_asked = 0;
    QTimer m_pause;
};

} // namespace omni::ui::pages::combos
