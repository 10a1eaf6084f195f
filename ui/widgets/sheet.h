// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tile.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace omni::ui::widgets {

/// A dialog in the system's frame: heading with an optional tile, content, and a bottom row with a
/// link left and verb buttons right. Esc cancels.
class Sheet : public QDialog
{
    Q_OBJECT

public:
    explicit Sheet(Theme &theme, QWidget *parent = nullptr);

    /// An empty prefix shows no tile.
    void setHeading(const QString &prefix, const QString &heading, const QString &second);
    /// Content goes here; width 490 at 540 for the dialog.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// The one that leaves everything as it is; it has the focus at first and calls reject().
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }
    /// The one that acts; does nothing by itself.
    [[nodiscard]] Button *actionButton() const { return m_action; }
    /// Hidden until it has a text.
    [[nodiscard]] LinkButton *link() const { return m_link; }
    void setLinkText(const QString &text);

protected:
    /// Grows with its content: lines that break have no minimum height of their own.
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    ProviderTile *m_tile;
    Label *m_heading;
    Label *m_second;
    QVBoxLayout *m_body;
    LinkButton *m_link;
    Button *m_cancel;
    Button *m_action;
};

} // namespace omni::ui::widgets
