// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/pages/combos/drafts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masterlist.h"

namespace omni::ui::pages::combos {

/// The combos at the left.
class ListPane : public QWidget
{
    Q_OBJECT

public:
    explicit ListPane(widgets::Theme &theme, QWidget *parent = nullptr);

    void setDrafts(const Drafts &drafts, const engine::Snapshot &snapshot, qint64 nowMs);
    void retranslate();
    [[nodiscard]] widgets::MasterList *list() const { return m_list; }

signals:
    void newRequested();
    void deleteRequested();
    void renameRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    widgets::Label *m_count;
    widgets::SmallButton *m_new;
    widgets::MasterList *m_list;
};

} // namespace omni::ui::pages::combos
