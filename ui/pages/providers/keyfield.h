// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/secret.h"
#include "ui/widgets/button.h"

#include <QLineEdit>

namespace omni::ui::pages::providers {

/// Where a provider's key is put in: hidden unless the eye is pressed, blanks around a pasted key
/// are dropped.
class KeyField : public QWidget
{
    Q_OBJECT

public:
    explicit KeyField(widgets::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] base::Secret key() const;
    [[nodiscard]] bool isEmpty() const { return m_edit->text().isEmpty(); }
    /// Blanks inside the key: more was copied than the key.
    [[nodiscard]] bool hasBlanks() const;
    void clear();
    void retranslate();
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

signals:
    void changed();
    /// Several characters came at once.
    void pasted();

private:
    void onEdited(const QString &text);

    QLineEdit *m_edit;
    widgets::IconButton *m_eye;
    qsizetype m_length = 0;
};

} // namespace omni::ui::pages::providers
