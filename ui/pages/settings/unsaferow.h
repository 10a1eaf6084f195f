// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/notepanel.h"

namespace omni::ui::pages::settings {

/// A switch whose one position is dangerous: choosing it opens a red panel with the consequence and
/// waits for a second click.
class UnsafeRow : public QWidget
{
    Q_OBJECT

public:
    /// `unsafePosition`: the position of the switch that needs the second click.
    UnsafeRow(widgets::Theme &theme, bool unsafePosition, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &description);
    void setQuestion(const QString &question, const QString &consequence, const QString &keep,
                     const QString &accept);
    /// Does not emit.
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    [[nodiscard]] widgets::Switch *control() const { return m_switch; }
    [[nodiscard]] bool isAsking() const { return m_panel->isVisibleTo(this); }
    [[nodiscard]] QString title() const { return m_row->title(); }

signals:
    void changed(bool on);

private:
    void onClicked(bool on);
    void decide(bool accept);

    bool m_unsafePosition;
    bool m_isOn = false;
    widgets::FormRow *m_row;
    widgets::Switch *m_switch;
    widgets::NotePanel *m_panel;
    widgets::Button *m_keep;
    widgets::Button *m_accept;
};

} // namespace omni::ui::pages::settings
