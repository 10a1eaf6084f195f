// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/sheet.h"

namespace omni::ui::pages::combos {

/// Asked when the user goes elsewhere with changes that are not saved.
class LeaveSheet : public widgets::Sheet
{
    Q_OBJECT

public:
    enum class Answer
    {
        Stay,
        Discard,
        Save
    };
    /// `names` of the combos; `canSave` false leaves only the other two answers.
    LeaveSheet(widgets::Theme &theme, const QStringList &names, bool canSave,
               QWidget *parent = nullptr);

    [[nodiscard]] Answer answer() const { return m_answer; }

private:
    Answer m_answer = Answer::Stay;
};

} // namespace omni::ui::pages::combos
