// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/pages/attentionaction.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace omni::ui::pages::home {

class AttentionRow;

/// What needs a person, with the one button that helps.
class AttentionCard : public widgets::Card
{
    Q_OBJECT

public:
    AttentionCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent = nullptr);

    void setSnapshot(const engine::Snapshot &snapshot);
    /// Countdowns, between two snapshots.
    void setNow(qint64 nowMs);
    void retranslate();

signals:
    void openRequested(const QString &pageId, const QString &item);

private:
    widgets::Theme &m_theme;
    engine::EngineFace &m_engine;
    widgets::Label *m_good;
    widgets::Label *m_more;
    QVBoxLayout *m_list;
    QList<AttentionRow *> m_rows;
    QList<engine::AttentionItem> m_items;
    qint64 m_now = 0;
};

} // namespace omni::ui::pages::home
