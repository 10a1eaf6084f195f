// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/label.h"

#include <QLineEdit>

class QHBoxLayout;

namespace omni::ui::pages::providers {

/// A field of a form: its name above, what is wrong with it below.
class Field : public QWidget
{
    Q_OBJECT

public:
    /// Takes `control` over. `edit` is the line that is marked when wrong and that the name leads
    /// to; null when the control has none.
    Field(widgets::Theme &theme, QWidget *control, QLineEdit *edit, QWidget *parent);

    /// The name becomes the accessible name of the line too.
    void setName(const QString &name);
    /// Small text below while nothing is wrong; may be empty.
    void setHint(const QString &hint);
    /// Empty = fine.
    void setProblem(const QString &problem);
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Right of the name, e.g. a link.
    void setSideWidget(QWidget *widget);

private:
    void showBelow();

    QLineEdit *m_edit;
    widgets::Label *m_name;
    widgets::Label *m_below;
    QHBoxLayout *m_head;
    QString m_hint;
    QString m_problem;
};

} // namespace omni::ui::pages::providers
