// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/homepage.h"

#include "core/engine/engine.h"
#include "ui/pages/home/accountscard.h"
#include "ui/pages/home/attentioncard.h"
#include "ui/pages/home/daycard.h"
#include "ui/pages/home/errorcard.h"
#include "ui/pages/home/firststeps.h"
#include "ui/pages/home/livecard.h"
#include "ui/pages/home/statecard.h"
#include "ui/widgets/scrolled.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace omni::ui::pages::home {

namespace {

/// Below this the right column goes under the left one: a window of 1000 without its sidebar.
constexpr int TwoColumnsFrom = 804;
constexpr int RightColumn = 332;

} // namespace

HomePage::HomePage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Page(parent)
{
    build(engine, theme);
    connect(m_error, &ErrorCard::toastRequested, this, &Page::toastRequested);
    connect(m_attention, &AttentionCard::openRequested, this, &Page::openRequested);
    connect(m_steps, &FirstSteps::openRequested, this, &Page::openRequested);
    connect(m_accounts, &widgets::Card::linkActivated, this,
            [this] { emit openRequested(QStringLiteral("providers"), {}); });
    connect(m_accounts, &AccountsCard::accountActivated, this, [this](const QString &id) {
        emit openRequested(QStringLiteral("providers"), QStringLiteral("account/") + id);
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &HomePage::onSecond);
    retranslate();
}

void HomePage::build(engine::EngineFace &engine, widgets::Theme &theme)
{
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    m_state = new StateCard(theme, engine, content);
    m_error = new ErrorCard(theme, engine, content);
    m_steps = new FirstSteps(theme, content);
    m_cards = new QWidget(content);
    m_accounts = new AccountsCard(theme, m_cards);
    m_live = new LiveCard(theme, engine, m_cards);
    m_right = new QWidget(m_cards);
    m_attention = new AttentionCard(theme, engine, m_right);
    m_day = new DayCard(theme, m_right);

    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(m_accounts);
    left->addWidget(m_live, 1);
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(16);
    right->addWidget(m_attention);
    right->addWidget(m_day, 1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_cards);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(16);
    m_columns->addLayout(left, 1);
    m_columns->addWidget(m_right);

    m_page = new QVBoxLayout(content);
    m_page->setSpacing(16);
    m_page->addWidget(m_state);
    m_page->addWidget(m_error);
    m_page->addWidget(m_steps, 1);
    m_page->addWidget(m_cards, 1);

    auto *scroll = widgets::scrolled(content, this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

QString HomePage::title() const
{
    return tr("Home");
}

void HomePage::setSnapshot(const engine::Snapshot &snapshot)
{
    m_atMs = snapshot.atMs;
    m_since.start();
    const bool isDown = snapshot.server.state == engine::ServerState::Down;
    const bool isStarting = snapshot.server.state == engine::ServerState::Starting;
    // While starting, accounts are not known yet: that is not the same as none.
    const bool isFirst = snapshot.accounts.isEmpty() && !isStarting;
    m_state->setVisible(!isDown && !isFirst);
    m_error->setVisible(isDown);
    m_steps->setVisible(isFirst);
    m_cards->setVisible(!isFirst && !isStarting);
    if (m_state->isVisibleTo(this))
        m_state->setSnapshot(snapshot);
    if (isDown)
        m_error->setServer(snapshot.server);
    if (isFirst) {
        m_steps->setSnapshot(snapshot);
    } else {
        m_accounts->setSnapshot(snapshot);
        m_live->setSnapshot(snapshot);
        m_attention->setSnapshot(snapshot);
        m_day->setSnapshot(snapshot);
    }
    m_page->setAlignment(m_state, isStarting ? Qt::AlignTop : Qt::Alignment());
    m_ticks = !snapshot.live.isEmpty() || !snapshot.attention.isEmpty();
    if (const bool shows = isDown || !isFirst; shows != m_showsState) {
        m_showsState = shows;
        emit headerChanged();
    }
}

void HomePage::retranslate()
{
    m_state->retranslate();
    m_steps->retranslate();
    m_accounts->retranslate();
    m_live->retranslate();
    m_attention->retranslate();
    m_day->retranslate();
    setAccessibleName(title());
}

void HomePage::onSecond()
{
    if (!m_ticks)
        return;
    const qint64 now = m_atMs + m_since.elapsed();
    m_live->setNow(now);
    m_attention->setNow(now);
    m_accounts->setNow(now);
}

void HomePage::arrange()
{
    const bool isWide = width() >= TwoColumnsFrom;
    const int margin = isWide ? 24 : 16;
    m_page->setContentsMargins(margin, 20, margin, 20);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_right->setFixedWidth(isWide ? RightColumn : width() - 2 * margin);
    if (!isWide)
        m_right->setMinimumWidth(0);
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void HomePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_second.start();
}

void HomePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_second.stop();
}

} // namespace omni::ui::pages::home
