// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>
#include <QTimer>

#include <functional>

namespace omni::ui::widgets {

class Label;
class LinkButton;

/// One line at the bottom edge of its parent: a toast (3 s), or what was done with Undo (10 s).
/// A new notice replaces the old one; a replaced Undo can no longer be undone.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    NoticeBar(Theme &theme, QWidget *parent);

    void showToast(const QString &text);
    void showUndo(const QString &text, std::function<void()> undo);
    /// True while there is something to take back.
    [[nodiscard]] bool canUndo() const { return isVisible() && bool(m_undo); }
    void undo();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void appear(const QString &text, std::chrono::milliseconds life);
    void place();
    void away();

    Theme &m_theme;
    Label *m_text;
    LinkButton *m_button;
    QTimer m_life;
    std::function<void()> m_undo;
};

} // namespace omni::ui::widgets
