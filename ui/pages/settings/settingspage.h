// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/page.h"

namespace omni::ui::widgets {
class Label;
class MasterList;
class SearchField;
} // namespace omni::ui::widgets

namespace omni::ui::pages::settings {

class GeneralPane;
class ServerPane;

/// All settings, by section; typing finds across sections. Changes apply at once.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setSnapshot(const engine::Snapshot &snapshot) override;
    void retranslate() override;
    /// `general`, `server`.
    void openItem(const QString &item) override;
    bool focusSearch() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build(engine::EngineFace &engine, widgets::Theme &theme);
    void showSection(const QString &section);

    widgets::SearchField *m_search = nullptr;
    widgets::MasterList *m_sections = nullptr;
    GeneralPane *m_general = nullptr;
    ServerPane *m_server = nullptr;
    widgets::Label *m_nothing = nullptr;
};

} // namespace omni::ui::pages::settings
