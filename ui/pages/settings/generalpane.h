// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/segments.h"

namespace omni::ui::pages::settings {

/// Language, look, and how the program starts and closes.
class GeneralPane : public QWidget
{
    Q_OBJECT

public:
    GeneralPane(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    /// Reads every setting again.
    void refresh();
    void retranslate();
    /// Hides what does not hold `text`; empty shows all. False when nothing is left.
    bool filter(const QString &text);

signals:
    void settingChanged(const QString &key);
    void toastRequested(const QString &text);

private:
    struct FlagRow
    {
        QString key;
        widgets::FormRow *row = nullptr;
        widgets::Switch *control = nullptr;
        widgets::Line *line = nullptr;
    };
    void buildLook(widgets::Theme &theme);
    void buildStart(widgets::Theme &theme);
    void addFlag(widgets::Theme &theme, const QString &key);
    void set(const QString &key, const QString &json);
    void onLogin(bool on);
    [[nodiscard]] QString word(const QString &key) const;

    engine::EngineFace &m_engine;
    widgets::Card *m_look;
    widgets::Card *m_start;
    widgets::FormRow *m_languageRow = nullptr;
    widgets::ComboBox *m_language = nullptr;
    widgets::Line *m_lookLine = nullptr;
    widgets::FormRow *m_themeRow = nullptr;
    widgets::Segments *m_theme = nullptr;
    QList<FlagRow> m_flags;
};

} // namespace omni::ui::pages::settings
