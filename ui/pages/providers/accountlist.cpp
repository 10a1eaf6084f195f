// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/accountlist.h"

#include "ui/pages/providers/grip.h"

#include <QApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

namespace {

constexpr int Gap = 12;

} // namespace

AccountList::AccountList(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    // Room for the mark above the first card.
    m_column->setContentsMargins(0, 4, 0, 4);
    m_column->setSpacing(Gap);
}

AccountCard *AccountList::card(const QString &accountId) const
{
    const auto it = std::find_if(m_cards.begin(), m_cards.end(), [&](const AccountCard *one) {
        return one->accountId() == accountId;
    });
    return it == m_cards.end() ? nullptr : *it;
}

AccountCard *AccountList::makeCard(const engine::AccountView &view)
{
    auto *made = new AccountCard(m_engine, m_theme, this);
    made->setObjectName(QStringLiteral("card.") + view.account.id.text());
    connect(made, &AccountCard::moveRequested, this,
            [this, made](AccountCard::Move move) { onMove(made, move); });
    connect(made, &AccountCard::neighbourRequested, this, [this, made](int step) {
        if (AccountCard *other = m_cards.value(m_cards.indexOf(made) + step))
            other->setFocus(step < 0 ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    });
    connect(made, &AccountCard::removeRequested, this,
            [this, made] { emit removeRequested(made->accountId(), made->view().account.name); });
    connect(made, &AccountCard::replaceKeyRequested, this,
            [this, made] { emit replaceKeyRequested(made->view()); });
    connect(made, &AccountCard::toastRequested, this, &AccountList::toastRequested);
    connect(made->grip(), &Grip::dragged, this,
            [this, made](const QPoint &at) { onDragged(made, at); });
    connect(made->grip(), &Grip::dropped, this, [this, made] { onDropped(made); });
    connect(made->grip(), &Grip::abandoned, this, [this, made] {
        m_gap = -1;
        made->setChosen(false);
        update();
    });
    return made;
}

void AccountList::setAccounts(const QString &providerId, const QList<engine::AccountView> &accounts)
{
    m_providerId = providerId;
    QList<AccountCard *> wanted;
    for (const engine::AccountView &view : accounts) {
        AccountCard *one = card(view.account.id.text());
        wanted.append(one ? one : makeCard(view));
    }
    qsizetype lostFocus = -1;
    for (AccountCard *old : std::as_const(m_cards)) {
        if (wanted.contains(old))
            continue;
        const QWidget *focus = QApplication::focusWidget();
        if (focus && (focus == old || old->isAncestorOf(focus)))
            lostFocus = m_cards.indexOf(old);
        // One of its own buttons may have led here.
        m_column->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    arrange(wanted);
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setAccount(accounts.at(i), int(i), int(accounts.size()));
    setNow(m_now);
    // Who removes accounts by keyboard goes on with the next one.
    if (lostFocus >= 0 && !m_cards.isEmpty())
        m_cards.at(std::min(lostFocus, m_cards.size() - 1))->setFocus();
}

void AccountList::arrange(const QList<AccountCard *> &cards)
{
    if (cards == m_cards)
        return;
    m_cards = cards;
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < cards.size(); ++i) {
        m_column->insertWidget(int(i), cards.at(i));
        cards.at(i)->show();
        // Tab goes through the cards as they stand, and through each from its head to its foot.
        QList<QWidget *> parts = cards.at(i)->findChildren<QWidget *>();
        parts.prepend(cards.at(i));
        for (QWidget *part : std::as_const(parts)) {
            if (!(part->focusPolicy() & Qt::TabFocus))
                continue;
            if (before)
                setTabOrder(before, part);
            before = part;
        }
    }
}

void AccountList::setNow(qint64 nowMs)
{
    m_now = nowMs;
    for (AccountCard *one : std::as_const(m_cards))
        one->setNow(nowMs);
}

void AccountList::retranslate()
{
    setAccessibleName(tr("Accounts, in order of use"));
    for (AccountCard *one : std::as_const(m_cards))
        one->retranslate();
}

void AccountList::testAll()
{
    const QList<AccountCard *> cards = m_cards;
    for (AccountCard *one : cards)
        one->test();
}

void AccountList::onMove(AccountCard *card, AccountCard::Move move)
{
    const qsizetype from = m_cards.indexOf(card);
    switch (move) {
    case AccountCard::Move::First:
        return moveCard(card, 0);
    case AccountCard::Move::Up:
        return moveCard(card, from - 1);
    case AccountCard::Move::Down:
        return moveCard(card, from + 1);
    case AccountCard::Move::Last:
        return moveCard(card, m_cards.size() - 1);
    }
}

void AccountList::moveCard(AccountCard *card, qsizetype to)
{
    const qsizetype from = m_cards.indexOf(card);
    if (from < 0 || to < 0 || to >= m_cards.size() || to == from)
        return;
    QList<AccountCard *> cards = m_cards;
    cards.move(from, to);
    arrange(cards);
    QStringList ids;
    for (const AccountCard *one : std::as_const(m_cards))
        ids.append(one->accountId());
    const int position = int(to) + 1;
    m_engine.reorderAccounts(m_providerId, ids);
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setAccount(m_cards.at(i)->view(), int(i), int(m_cards.size()));
    card->announce(tr("Moved to position %1 of %2").arg(position).arg(m_cards.size()));
}

void AccountList::onDragged(AccountCard *card, const QPoint &globalPosition)
{
    const int y = mapFromGlobal(globalPosition).y();
    card->setChosen(true);
    qsizetype gap = 0;
    while (gap < m_cards.size() && y > m_cards.at(gap)->geometry().center().y())
        ++gap;
    m_gap = gap;
    update();
}

void AccountList::onDropped(AccountCard *card)
{
    const qsizetype gap = std::exchange(m_gap, -1);
    card->setChosen(false);
    update();
    const qsizetype from = m_cards.indexOf(card);
    if (gap >= 0)
        moveCard(card, gap > from ? gap - 1 : gap);
}

void AccountList::paintEvent(QPaintEvent *)
{
    if (m_gap < 0 || m_cards.isEmpty())
        return;
    const int y = m_gap < m_cards.size() ? m_cards.at(m_gap)->y() - Gap / 2
                                         : m_cards.constLast()->geometry().bottom() + 4;
    QPainter(this).fillRect(QRect(0, std::max(0, y - 1), width(), 2), m_theme.tokens().accent);
}

} // namespace omni::ui::pages::providers
