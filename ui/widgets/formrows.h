// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;

namespace omni::ui::widgets {

/// A setting: title and description left, control right, at least 56 high.
class FormRow : public QWidget
{
    Q_OBJECT

public:
    explicit FormRow(Theme &theme, QWidget *parent = nullptr);

    /// The title becomes the accessible name of the controls that have none.
    void setTexts(const QString &title, const QString &description);
    void addControl(QWidget *control);
    [[nodiscard]] QString title() const { return m_title->text(); }

private:
    Label *m_title;
    Label *m_description;
    QHBoxLayout *m_controls;
    QList<QWidget *> m_named;
};

/// Label left in text2, value right; one row each.
class KeyValueRows : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueRows(Theme &theme, QWidget *parent = nullptr);

    /// Takes the widget over. The label's buddy is the value.
    Label *addRow(const QString &label, QWidget *value);
    void setLabel(int row, const QString &label);

private:
    Theme &m_theme;
    QGridLayout *m_grid;
    QList<Label *> m_labels;
};

} // namespace omni::ui::widgets
