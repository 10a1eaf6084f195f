// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QWidget>

class QVBoxLayout;

namespace omni::ui::widgets {

/// What a page without data shows: heading, one sentence, the primary button; left-aligned in a
/// column of at most 640.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(Theme &theme, QWidget *parent = nullptr);

    void setTexts(const QString &heading, const QString &sentence, const QString &action);
    [[nodiscard]] PrimaryButton *button() const { return m_button; }
    /// The column below the button, for more.
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

private:
    Label *m_heading;
    Label *m_sentence;
    PrimaryButton *m_button;
    QVBoxLayout *m_column;
};

} // namespace omni::ui::widgets
