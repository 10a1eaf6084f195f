// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/pages/settings/unsaferow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

class QSpinBox;

namespace omni::ui::pages::settings {

/// Port, and who may ask.
class ServerPane : public QWidget
{
    Q_OBJECT

public:
    ServerPane(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    void setSnapshot(const engine::Snapshot &snapshot);
    void refresh();
    void retranslate();
    bool filter(const QString &text);

signals:
    void settingChanged(const QString &key);
    void toastRequested(const QString &text);

private:
    void buildAddress(widgets::Theme &theme);
    void buildWho(widgets::Theme &theme);
    void applyPort();
    void updatePort();
    void set(const QString &key, const QString &json);

    engine::EngineFace &m_engine;
    widgets::Card *m_address;
    widgets::Card *m_who;
    widgets::FormRow *m_portRow = nullptr;
    QSpinBox *m_port = nullptr;
    widgets::PrimaryButton *m_restart = nullptr;
    UnsafeRow *m_requireKey = nullptr;
    widgets::Line *m_whoLine = nullptr;
    UnsafeRow *m_lan = nullptr;
    quint16 m_currentPort = 0;
    bool m_isTyping = false;
};

} // namespace omni::ui::pages::settings
