// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/stateshape.h"

namespace omni::ui::pages::home {

/// Stands in the place of the state card while the server is down: what, why, what to do.
class ErrorCard : public widgets::Card
{
    Q_OBJECT

public:
    ErrorCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent = nullptr);

    void setServer(const engine::ServerView &server);

signals:
    void toastRequested(const QString &text);

private:
    void usePort(quint16 port);

    engine::EngineFace &m_engine;
    widgets::Label *m_what;
    widgets::Label *m_why;
    widgets::Label *m_action;
    widgets::PrimaryButton *m_use;
    widgets::Button *m_again;
    widgets::Label *m_code;
    widgets::CopyButton *m_details;
    engine::ServerView m_server;
};

} // namespace omni::ui::pages::home
