// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/providers/catalogmodel.h"

class QListView;

namespace omni::ui::widgets {
class SearchField;
class Label;
} // namespace omni::ui::widgets

namespace omni::ui::pages::providers {

/// Step 1 of adding an account: whose models? A search over the catalog; arrows walk through the
/// list while the search keeps the focus.
class CatalogPicker : public QWidget
{
    Q_OBJECT

public:
    CatalogPicker(widgets::Theme &theme, QWidget *parent);

    void setProviders(const QList<engine::ProviderView> &providers);
    void retranslate();
    void focusSearch();
    /// Empty when nothing is chosen.
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] QString search() const;

signals:
    void currentChanged();
    /// Enter or a double click on one that is ready.
    void accepted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void step(int by);
    [[nodiscard]] const CatalogEntry *current() const;

    QList<engine::ProviderView> m_providers;
    widgets::SearchField *m_search;
    QListView *m_list;
    CatalogModel *m_model;
    widgets::Label *m_nothing;
};

} // namespace omni::ui::pages::providers
