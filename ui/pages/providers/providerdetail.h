// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

class QBoxLayout;
class QHBoxLayout;

namespace omni::ui::widgets {
class NotePanel;
class ProviderTile;
} // namespace omni::ui::widgets

namespace omni::ui::pages::providers {

class AccountCard;
class AccountList;

/// One provider: what its models are called, its accounts, and what its vendor says about it.
class ProviderDetail : public QWidget
{
    Q_OBJECT

public:
    ProviderDetail(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent);

    void setProvider(const engine::ProviderView &provider,
                     const QList<engine::AccountView> &accounts);
    void setNow(qint64 nowMs);
    void retranslate();
    [[nodiscard]] QString providerId() const { return m_view.provider.id.text(); }
    /// Null when the account is not here.
    [[nodiscard]] AccountCard *card(const QString &accountId) const;

signals:
    /// Here when possible, else anywhere: `providerId` is empty then.
    void addRequested(const QString &providerId);
    void removeRequested(const QString &accountId, const QString &name);
    void replaceKeyRequested(const omni::engine::AccountView &view);
    void toastRequested(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(widgets::Theme &theme);
    void showSummary();
    void showNotes();

    engine::ProviderView m_view;
    QList<engine::AccountView> m_accounts;
    QBoxLayout *m_head;
    QHBoxLayout *m_buttons;
    widgets::ProviderTile *m_tile;
    widgets::ElidedLabel *m_name;
    widgets::Label *m_summary;
    widgets::Button *m_testAll;
    widgets::PrimaryButton *m_add;
    AccountList *m_list;
    widgets::NotePanel *m_reach;
    widgets::NotePanel *m_risk;
    QWidget *m_orderHint;
    widgets::Label *m_orderText;
};

} // namespace omni::ui::pages::providers
