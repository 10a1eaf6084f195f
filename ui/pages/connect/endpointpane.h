// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notepanel.h"

#include <QWidget>

namespace omni::ui::pages::connect {

/// The addresses, the key and the model names a program asks for.
class EndpointPane : public QWidget
{
    Q_OBJECT

public:
    EndpointPane(engine::EngineFace &engine, widgets::Theme &theme);

    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();

signals:
    void toastRequested(const QString &text);
    void keysWanted();
    void snippetsWanted();
    void providersWanted();

private:
    /// One line of the card: what it is, its value in the fixed font, a copy button.
    struct Row
    {
        widgets::Label *name = nullptr;
        widgets::ElidedLabel *value = nullptr;
        widgets::Label *forWhom = nullptr;
        widgets::CopyIconButton *copy = nullptr;
    };
    [[nodiscard]] Row addRow(class QGridLayout *grid, int row);
    void showModels(const engine::Snapshot &snapshot);

    widgets::Theme &m_theme;
    engine::EngineFace &m_engine;
    widgets::NotePanel *m_down;
    widgets::Card *m_address;
    Row m_openai;
    Row m_anthropic;
    Row m_key;
    widgets::PrimaryButton *m_snippets;
    widgets::LinkButton *m_allKeys;
    widgets::Card *m_models;
    widgets::Label *m_modelsHint;
    QWidget *m_modelList = nullptr;
    QStringList m_shownModels;
    QString m_keyId;
};

} // namespace omni::ui::pages::connect
