// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QTimer>

class QStringListModel;

namespace omni::ui::pages::combos {

class StepModel;
class StepView;

/// The ordered list and, below it, the row in which a further model is looked for.
class StepsCard : public widgets::Card
{
    Q_OBJECT

public:
    StepsCard(widgets::Theme &theme, StepModel &model, QWidget *parent = nullptr);

    void retranslate();
    /// What can be added; `self` is left out.
    void setSnapshot(const engine::Snapshot &snapshot, const QString &self);
    void openAdding();
    /// The same, and puts the cursor there.
    void startAdding();
    void stopAdding();
    [[nodiscard]] StepView *view() const { return m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(widgets::Theme &theme);
    void onTyped(const QString &text);
    void add(const QString &text);
    [[nodiscard]] QStringList matches(const QString &text) const;

    StepModel &m_model;
    StepView *m_view;
    QWidget *m_adding;
    widgets::Line *m_line;
    QLineEdit *m_field;
    widgets::SmallButton *m_add;
    widgets::IconButton *m_close;
    widgets::Label *m_note;
    QStringListModel *m_known;
    engine::Snapshot m_snapshot;
    QString m_pending;
    QTimer m_later;
};

} // namespace omni::ui::pages::combos
