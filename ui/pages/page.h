// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/stateshape.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace omni::engine {
class EngineFace;
struct Snapshot;
} // namespace omni::engine

namespace omni::ui::widgets {
class Theme;
}

namespace omni::ui::pages {

/// One page of the main window. Built once; everything it shows comes through setSnapshot(), and
/// everything it does goes to the EngineFace it was made with. It knows no other page: what leads
/// elsewhere is a signal.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// Beside the title, in text3; may be empty.
    [[nodiscard]] virtual QString subtitle() const { return {}; }
    /// Called once after construction and whenever a new snapshot came while the page is shown;
    /// also when it is shown again. Must be cheap when little changed.
    virtual void setSnapshot(const engine::Snapshot &snapshot) = 0;
    /// The language changed: set every text again. Called once after construction too, before the
    /// first snapshot.
    virtual void retranslate() = 0;

    /// Shows one item, e.g. `account/<id>`, `combo/<name>`, `add`; unknown ones are ignored.
    virtual void openItem(const QString &item) { Q_UNUSED(item) }
    /// Ctrl+N. False = the page makes nothing.
    virtual bool startNew() { return false; }
    /// Ctrl+F. False = nothing to search.
    virtual bool focusSearch() { return false; }
    /// False keeps the user here, e.g. after asking about unsaved changes.
    virtual bool mayLeave() { return true; }
    /// Home hides the header's state pill while its own state card is visible.
    [[nodiscard]] virtual bool showsServerState() const { return false; }

signals:
    /// Another page, by its id in ui/shell/pages.cpp (`providers`, `settings`); item as in
    /// openItem.
    void openRequested(const QString &pageId, const QString &item);
    /// A toast of 3 seconds.
    void toastRequested(const QString &text);
    /// What was done and how to take it back within 10 seconds.
    void undoOffered(const QString &text, const std::function<void()> &undo);
    /// A setting was changed here; who keeps a copy reads it again.
    void settingChanged(const QString &key);
    /// title(), subtitle() or showsServerState() changed.
    void headerChanged();
};

} // namespace omni::ui::pages
