// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/stateshape.h"

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace omni::engine {
class EngineFace;
}
namespace omni::ui::pages {
class Page;
}
namespace omni::ui::widgets {
class Theme;
}

namespace omni::ui::shell {

/// One page of the sidebar. Texts are in the current language: take the rows again when it changes.
struct PageRow
{
    QString id;
    QString group; ///< pages of one group stand together; empty = at the bottom
    QString icon;
    QString name;
    std::function<pages::Page *(engine::EngineFace &, widgets::Theme &, QWidget *)> make;
};

/// All pages that exist, in order. A new page is one row in pages.cpp.
[[nodiscard]] QList<PageRow> pageRows();

/// The shape and count beside a page's name; absent = nothing needs a look there.
struct PageMark
{
    widgets::State state = widgets::State::Attention;
    int count = 0;
    bool operator==(const PageMark &) const = default;
};
[[nodiscard]] std::optional<PageMark> pageMark(const QString &pageId,
                                               const engine::Snapshot &snapshot);

} // namespace omni::ui::shell
