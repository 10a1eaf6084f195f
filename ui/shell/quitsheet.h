// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/sheet.h"

namespace omni::ui::shell {

/// Asks before leaving while requests run. Staying is the safe choice. Deletes itself.
class QuitSheet : public widgets::Sheet
{
    Q_OBJECT

public:
    QuitSheet(widgets::Theme &theme, int running, QWidget *parent);
};

} // namespace omni::ui::shell
