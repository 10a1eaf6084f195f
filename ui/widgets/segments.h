// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QWidget>

class QHBoxLayout;

namespace omni::ui::widgets {

/// A few choices side by side in one frame, one of them taken.
class Segments : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(Theme &theme, QWidget *parent = nullptr);

    /// Keeps the choice when the number of texts stays the same.
    void setTexts(const QStringList &texts);
    [[nodiscard]] int current() const { return m_group->checkedId(); }
    /// Does not emit.
    void setCurrent(int index);

signals:
    /// By the user.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace omni::ui::widgets
