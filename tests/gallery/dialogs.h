// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

namespace omni::test {
class FakeEngine;
}
namespace omni::ui::shell {
class MainWindow;
}
namespace omni::ui::widgets {
class Theme;
}

namespace omni::gallery {

/// A dialog, or a state of the window that is reached by a click. `make` returns the dialog to be
/// pictured, or null when it is the window itself.
struct DialogRow
{
    QString name;
    std::function<std::unique_ptr<QWidget>(test::FakeEngine &, ui::widgets::Theme &,
                                           ui::shell::MainWindow &)>
        make;
};

/// A new dialog is one row here.
[[nodiscard]] QList<DialogRow> dialogRows();

} // namespace omni::gallery
