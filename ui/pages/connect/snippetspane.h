// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/pages/connect/snippets.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notepanel.h"
#include "ui/widgets/segments.h"

#include <QWidget>

class QPlainTextEdit;

namespace omni::ui::pages::connect {

/// Text to paste for curl, Python, JavaScript and four shells, in both dialects.
class SnippetsPane : public QWidget
{
    Q_OBJECT

public:
    SnippetsPane(engine::EngineFace &engine, widgets::Theme &theme);

    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();

signals:
    void toastRequested(const QString &text);

private:
    void show();
    void copy();
    [[nodiscard]] SnippetWish wish(const QString &key) const;

    widgets::Theme &m_theme;
    engine::EngineFace &m_engine;
    widgets::Segments *m_dialect;
    widgets::Segments *m_language;
    widgets::Segments *m_shell;
    widgets::Label *m_modelLabel;
    widgets::ComboBox *m_model;
    widgets::Card *m_card;
    QPlainTextEdit *m_text;
    widgets::PrimaryButton *m_copy;
    widgets::Label *m_hint;
    QString m_baseUrl;
    QString m_keyId;
    QString m_masked;
    QStringList m_models;
};

} // namespace omni::ui::pages::connect
