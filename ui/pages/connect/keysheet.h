// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sheet.h"

class QLineEdit;
class QSpinBox;

namespace omni::ui::pages::connect {

/// Makes a client key, then shows it once more to copy.
class KeySheet : public widgets::Sheet
{
    Q_OBJECT

public:
    KeySheet(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent);

private:
    void build(widgets::Theme &theme);
    void validate();
    void create();
    void created(const base::Result<engine::EngineFace::NewKey> &made);

    engine::EngineFace &m_engine;
    QLineEdit *m_name;
    QLineEdit *m_models;
    widgets::ComboBox *m_life;
    QSpinBox *m_rate;
    widgets::Label *m_problem;
    QWidget *m_form;
    QWidget *m_done;
    QLineEdit *m_value;
    base::Secret m_clearText;
};

} // namespace omni::ui::pages::connect
