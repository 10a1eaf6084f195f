// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/button.h"
#include "ui/widgets/stateshape.h"

namespace omni::ui::widgets {
class Spinner;
}

namespace omni::ui::pages::providers {

struct LineWords;

/// Asks the provider whether a key is good and shows what it said. One check at a time: a new one
/// or cancel() ends the one before.
class KeyCheck : public QWidget
{
    Q_OBJECT

public:
    enum class State
    {
        Idle,
        Running,
        Good,
        Failed
    };

    KeyCheck(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent);

    void start(const engine::AccountDraft &draft, const base::Secret &key, bool needsKey);
    void cancel();
    /// Of an answer that came from elsewhere, e.g. from adding.
    void showError(const base::Error &error);
    /// A step that somebody else takes, e.g. "Adding the account".
    void showBusy(const QString &step);
    /// Offers to save in spite of a failed check.
    void setSaveAnywayOffered(bool on) { m_offersSaving = on; }
    [[nodiscard]] State state() const { return m_state; }
    void retranslate();

signals:
    void stateChanged();
    void saveAnywayRequested();

private:
    void setState(State state);
    void showWords(const LineWords &words);

    engine::EngineFace &m_engine;
    State m_state = State::Idle;
    bool m_offersSaving = true;
    std::unique_ptr<QObject> m_running;
    widgets::Spinner *m_spinner;
    widgets::StateShape *m_shape;
    widgets::Label *m_text;
    widgets::Button *m_cancel;
    widgets::Button *m_saveAnyway;
};

} // namespace omni::ui::pages::providers
