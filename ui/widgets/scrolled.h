// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

class QScrollArea;
class QWidget;

namespace omni::ui::widgets {

/// A page's content in a scroll area without frame or fill, which grows with the window and scrolls
/// downwards only. The area takes the content over.
[[nodiscard]] QScrollArea *scrolled(QWidget *content, QWidget *parent = nullptr);

} // namespace omni::ui::widgets
