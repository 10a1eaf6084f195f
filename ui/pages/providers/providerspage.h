// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

class QScrollArea;

namespace omni::ui::widgets {
class EmptyState;
class Label;
class LinkButton;
class MasterList;
class SearchField;
} // namespace omni::ui::widgets

namespace omni::ui::pages::providers {

class AddSheet;
class ProviderDetail;

/// Whose models can answer? Providers left, their accounts right.
class ProvidersPage : public Page
{
    Q_OBJECT

public:
    ProvidersPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setSnapshot(const engine::Snapshot &snapshot) override;
    void retranslate() override;
    /// `account/<id>`, `provider/<id>`, `add`, `add/<provider id>`.
    void openItem(const QString &item) override;
    bool startNew() override;
    bool focusSearch() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildPane();
    void fillList();
    void showDetail();
    void showAccount(const QString &accountId);
    AddSheet *openAddSheet(const QString &providerId);
    void onAdded(const QString &accountId, const QString &providerName);
    void onRemove(const QString &accountId, const QString &name);
    void remove(const QString &accountId, const QString &name);
    void onReplaceKey(const engine::AccountView &view);

    engine::EngineFace &m_engine;
    widgets::Theme &m_theme;
    engine::Snapshot m_snapshot;
    QElapsedTimer m_since;
    QTimer m_second;
    /// An account to be shown as soon as a snapshot has it.
    QString m_wanted;
    QPointer<AddSheet> m_sheet;

    QWidget *m_pane = nullptr;
    widgets::SearchField *m_filter = nullptr;
    widgets::MasterList *m_list = nullptr;
    widgets::Label *m_nothing = nullptr;
    widgets::LinkButton *m_more = nullptr;
    QWidget *m_line = nullptr;
    QScrollArea *m_scroll = nullptr;
    ProviderDetail *m_detail = nullptr;
    widgets::EmptyState *m_empty = nullptr;
};

} // namespace omni::ui::pages::providers
