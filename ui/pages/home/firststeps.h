// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace omni::ui::pages::home {

/// What Home shows before there is an account: three numbered steps, the current one in accent.
class FirstSteps : public QWidget
{
    Q_OBJECT

public:
    explicit FirstSteps(widgets::Theme &theme, QWidget *parent = nullptr);

    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();

signals:
    void openRequested(const QString &pageId, const QString &item);

private:
    struct Step
    {
        QWidget *number = nullptr;
        widgets::Label *title = nullptr;
        widgets::Label *text = nullptr;
        widgets::Button *button = nullptr;
    };
    [[nodiscard]] Step addStep(widgets::Theme &theme, int number, widgets::Card *card);

    widgets::Label *m_heading;
    widgets::Label *m_sentence;
    QList<Step> m_steps;
    engine::ServerView m_server;
};

} // namespace omni::ui::pages::home
