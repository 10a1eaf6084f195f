// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/sheet.h"

namespace omni::ui::pages::providers {

class AccountForm;
class CatalogPicker;
class CustomForm;

/// Adds an account: whose (the catalog, or another provider described by hand), then which key.
class AddSheet : public widgets::Sheet
{
    Q_OBJECT

public:
    AddSheet(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent);

    /// Straight to the key. Unknown providers and those out of reach stay at the first step.
    void openProvider(const QString &providerId);
    /// Straight to the form for a provider that the catalog does not know.
    void openCustom(chat::Format format);
    void retranslate();

signals:
    void added(const QString &accountId, const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void done(int result) override;

private:
    enum class Step
    {
        Pick,
        Custom,
        Account
    };
    void setStep(Step step);
    void onAction();
    void onLink();
    void makeProvider();
    void showAccount(const catalog::Provider &provider);
    void updateButtons();

    engine::EngineFace &m_engine;
    Step m_step = Step::Pick;
    catalog::Provider m_provider;
    bool m_hasAccounts = false;
    CatalogPicker *m_picker;
    CustomForm *m_custom;
    AccountForm *m_account;
};

} // namespace omni::ui::pages::providers
