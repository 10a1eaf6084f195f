// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/shell/pages.h"
#include "ui/widgets/card.h"

class QListView;
class QStandardItemModel;

namespace omni::ui::widgets {
class Label;
}

namespace omni::ui::shell {

/// The list of pages: the mark on top, groups with captions, Settings at the bottom.
class Sidebar : public widgets::Surface
{
    Q_OBJECT

public:
    explicit Sidebar(widgets::Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<PageRow> &rows);
    void setSnapshot(const engine::Snapshot &snapshot);
    void setCurrent(const QString &pageId);
    /// 48 px and glyphs only.
    void setCollapsed(bool on);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }

signals:
    void pageChosen(const QString &pageId);

private:
    [[nodiscard]] QListView *makeList(widgets::Theme &theme, QStandardItemModel *model);
    void fit();

    widgets::Theme &m_theme;
    QWidget *m_brand;
    widgets::Label *m_brandName;
    QStandardItemModel *m_topModel;
    QStandardItemModel *m_bottomModel;
    QListView *m_top;
    QListView *m_bottom;
    QString m_current;
    bool m_isCollapsed = false;
    bool m_isFilling = false;
};

} // namespace omni::ui::shell
