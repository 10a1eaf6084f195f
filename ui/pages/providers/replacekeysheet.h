// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/sheet.h"

namespace omni::ui::pages::providers {

class Field;
class KeyCheck;
class KeyField;

/// Puts a new key in the place of an account's old one; the old one is forgotten.
class ReplaceKeySheet : public widgets::Sheet
{
    Q_OBJECT

public:
    ReplaceKeySheet(engine::EngineFace &engine, widgets::Theme &theme,
                    const engine::AccountView &view, QWidget *parent);

signals:
    void replaced(const QString &accountId);

private:
    bool validate();
    void check();
    void replace();
    void save();

    engine::EngineFace &m_engine;
    const auth::Account m_account;
    KeyField *m_key;
    KeyCheck *m_check;
    Field *m_field;
    bool m_wantsSaving = false;
};

} // namespace omni::ui::pages::providers
