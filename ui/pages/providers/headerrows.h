// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/button.h"

#include <QLineEdit>

class QVBoxLayout;

namespace omni::ui::pages::providers {

/// Further headers for every request to a provider: name and value a row, any number of rows.
class HeaderRows : public QWidget
{
    Q_OBJECT

public:
    HeaderRows(widgets::Theme &theme, QWidget *parent);

    /// Rows without a name are left out.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> headers() const;
    /// What is wrong with the first row that is; empty = fine.
    [[nodiscard]] QString problem() const;
    void retranslate();

signals:
    void changed();

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
        widgets::IconButton *remove = nullptr;
    };
    void addRow();
    void removeRow(QWidget *widget);

    widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
    widgets::LinkButton *m_add;
};

} // namespace omni::ui::pages::providers
