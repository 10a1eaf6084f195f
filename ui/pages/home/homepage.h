// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTimer>

class QBoxLayout;
class QVBoxLayout;

namespace omni::ui::pages::home {

class AccountsCard;
class AttentionCard;
class DayCard;
class ErrorCard;
class FirstSteps;
class LiveCard;
class StateCard;

/// Is it running, what can answer, what needs me?
class HomePage : public Page
{
    Q_OBJECT

public:
    HomePage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setSnapshot(const engine::Snapshot &snapshot) override;
    void retranslate() override;
    [[nodiscard]] bool showsServerState() const override { return m_showsState; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(engine::EngineFace &engine, widgets::Theme &theme);
    void arrange();
    void onSecond();

    StateCard *m_state = nullptr;
    ErrorCard *m_error = nullptr;
    FirstSteps *m_steps = nullptr;
    QWidget *m_cards = nullptr;
    QWidget *m_right = nullptr;
    AccountsCard *m_accounts = nullptr;
    LiveCard *m_live = nullptr;
    AttentionCard *m_attention = nullptr;
    DayCard *m_day = nullptr;
    QBoxLayout *m_columns = nullptr;
    QVBoxLayout *m_page = nullptr;
    bool m_showsState = false;
    bool m_ticks = false;
    qint64 m_atMs = 0;
    QElapsedTimer m_since;
    QTimer m_second;
};

} // namespace omni::ui::pages::home
