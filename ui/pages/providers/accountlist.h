// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/providers/accountcard.h"

namespace omni::ui::pages::providers {

/// The accounts of one provider as cards, in the order in which they are used. Cards are moved with
/// the grip, with Alt and the arrows, and from their menus; the engine hears of it at once.
class AccountList : public QWidget
{
    Q_OBJECT

public:
    AccountList(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent);

    void setAccounts(const QString &providerId, const QList<engine::AccountView> &accounts);
    void setNow(qint64 nowMs);
    void retranslate();
    void testAll();
    /// Null when the account is not here.
    [[nodiscard]] AccountCard *card(const QString &accountId) const;

signals:
    void removeRequested(const QString &accountId, const QString &name);
    void replaceKeyRequested(const omni::engine::AccountView &view);
    void toastRequested(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AccountCard *makeCard(const engine::AccountView &view);
    void arrange(const QList<AccountCard *> &cards);
    void moveCard(AccountCard *card, qsizetype to);
    void onMove(AccountCard *card, AccountCard::Move move);
    void onDragged(AccountCard *card, const QPoint &globalPosition);
    void onDropped(AccountCard *card);

    engine::EngineFace &m_engine;
    widgets::Theme &m_theme;
    QString m_providerId;
    QVBoxLayout *m_column;
    QList<AccountCard *> m_cards;
    /// While dragging: the gap the card would fall into, 0 = above the first.
    qsizetype m_gap = -1;
    qint64 m_now = 0;
};

} // namespace omni::ui::pages::providers
