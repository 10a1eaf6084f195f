// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"

#include <QIcon>

namespace omni::ui::widgets {
class Theme;
}

namespace omni::ui::shell {

/// What the tray icon tells; each state has a shape of its own.
enum class TrayState
{
    Running,
    Active,
    NoAccount,
    Attention,
    Down,
    Paused,
    Stopped
};

/// Never Active: that is a moment, not a state.
[[nodiscard]] TrayState trayState(const engine::Snapshot &snapshot);

/// One size, composed of base shape, cleared ring and badge. `isTemplate` = one colour (`ink`), for
/// panels that want to colour it themselves.
[[nodiscard]] QPixmap trayPixmap(const widgets::Theme &theme, TrayState state, int size,
                                 bool isTemplate = false, const QColor &ink = Qt::black);
/// All sizes that panels ask for.
[[nodiscard]] QIcon trayIcon(const widgets::Theme &theme, TrayState state, bool isTemplate = false);
[[nodiscard]] QList<int> traySizes();

} // namespace omni::ui::shell
