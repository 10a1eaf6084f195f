// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/controls.h"

#include <QTimer>

class QVBoxLayout;

namespace omni::ui::widgets {
class Button;
class LinkButton;
class NotePanel;
} // namespace omni::ui::widgets

namespace omni::ui::pages::providers {

class Field;
class KeyCheck;
class KeyField;

/// Step 2 of adding an account: its name and key, checked while one looks on, then stored.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    AccountForm(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent);

    /// Empties the form. `names` = what the accounts there are called already.
    void setProvider(const catalog::Provider &provider, const QStringList &names);
    /// Checks the key and stores the account; what is wrong is shown here.
    void add();
    [[nodiscard]] bool isAdding() const { return m_isAdding; }
    void focusFirst();
    /// Ends what runs.
    void stop();
    void retranslate();

signals:
    void added(const QString &accountId);
    void isAddingChanged();

private:
    void build(widgets::Theme &theme);
    void connectParts();
    void fillTiers();
    [[nodiscard]] engine::AccountDraft draft() const;
    [[nodiscard]] bool needsKey() const;
    bool validate();
    void checkSoon();
    void check();
    void save(bool withCheck);
    void setAdding(bool on);
    void showAdvanced(bool on);

    engine::EngineFace &m_engine;
    catalog::Provider m_provider;
    bool m_isAdding = false;
    QTimer m_pause;
    QVBoxLayout *m_column;
    QLineEdit *m_name;
    KeyField *m_key;
    QLineEdit *m_url;
    widgets::ComboBox *m_tier;
    widgets::Button *m_checkButton;
    widgets::LinkButton *m_advanced;
    widgets::LinkButton *m_getKey;
    KeyCheck *m_check;
    widgets::NotePanel *m_risk;
    Field *m_nameField;
    Field *m_keyField;
    Field *m_urlField;
    Field *m_tierField;
};

} // namespace omni::ui::pages::providers
