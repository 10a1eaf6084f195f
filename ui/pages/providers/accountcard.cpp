// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/accountcard.h"

#include "ui/pages/providers/grip.h"
#include "ui/pages/providers/noteline.h"
#include "ui/pages/providers/providerwords.h"
#include "ui/pages/states.h"
#include "ui/text/attentiontext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/tile.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using engine::AccountState;
using widgets::Ink;
using widgets::Type;

namespace {

constexpr int Indent = 56;
/// What a card asks for at least; it arranges itself in what it gets.
constexpr int LeastWidth = 240;

} // namespace

AccountCard::AccountCard(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_grip(new Grip(theme, this))
    , m_number(new widgets::Label(theme, Type::Small, Ink::Text3, this))
    , m_name(new widgets::ElidedLabel(theme, Qt::ElideMiddle, Type::BodyBold, Ink::Text, this))
    , m_edit(new QLineEdit(this))
    , m_tier(new widgets::Tag(theme, this))
    , m_state(new widgets::StatePill(theme, this))
    , m_spinner(new widgets::Spinner(theme, 16, this))
    , m_test(new widgets::SmallButton(theme, this))
    , m_pause(new widgets::SmallButton(theme, this))
    , m_more(new widgets::IconButton(theme, QStringLiteral("more"), 26, this))
    , m_menu(new QMenu(this))
    , m_trouble(new NoteLine(theme, this))
    , m_tested(new NoteLine(theme, this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_head(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_lines(new QVBoxLayout)
    , m_last(new widgets::Label(theme, Type::Small, Ink::Text3, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(LeastWidth);
    build();
    connectParts();
    retranslate();
}

void AccountCard::build()
{
    m_name->setObjectName(QStringLiteral("accountName"));
    m_edit->setObjectName(QStringLiteral("rename"));
    m_edit->setMaxLength(100);
    m_edit->hide();
    m_edit->installEventFilter(this);
    m_state->setObjectName(QStringLiteral("state"));
    m_test->setObjectName(QStringLiteral("test"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setGlyphSize(16);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->link()->setObjectName(QStringLiteral("solve"));
    m_tested->setObjectName(QStringLiteral("tested"));
    m_last->setObjectName(QStringLiteral("lastLine"));
    m_last->setWrapping(true);
    m_spinner->hide();
    m_trouble->hide();
    m_tested->hide();

    m_head->setSpacing(8);
    m_head->addWidget(m_grip);
    m_head->addWidget(m_number);
    m_head->addWidget(m_name);
    m_head->addWidget(m_edit, 1);
    m_head->addWidget(m_tier);
    m_head->addStretch(1);
    m_head->addWidget(m_state);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addWidget(m_spinner);
    m_buttons->addWidget(m_test);
    m_buttons->addWidget(m_pause);
    m_buttons->addWidget(m_more);
    m_row->setSpacing(12);
    m_row->addLayout(m_head, 1);
    m_row->addLayout(m_buttons);
    m_lines->setContentsMargins(Indent, 0, 0, 0);
    m_lines->setSpacing(0);
    m_lines->addWidget(m_trouble);
    m_lines->addWidget(m_tested);
    m_lines->addSpacing(2);
    m_lines->addWidget(m_last);
    body()->setContentsMargins(8, 12, 13, 12);
    body()->setSpacing(2);
    body()->addLayout(m_row);
    body()->addLayout(m_lines);
}

void AccountCard::arrange()
{
    // With large fonts or little room the buttons go below, then the tag goes.
    const QMargins margins = body()->contentsMargins();
    const int room = width() - 2 - margins.left() - margins.right();
    const bool isEditing = m_edit->isVisibleTo(this);
    int head = m_head->minimumSize().width();
    if (m_tier->isHidden() && !isEditing)
        head += m_tier->sizeHint().width() + m_head->spacing();
    const bool isNarrow = head + m_row->spacing() + m_buttons->minimumSize().width() > room;
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_tier->setVisible(!isEditing && head <= room);
}

void AccountCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

void AccountCard::connectParts()
{
    connect(m_test, &QPushButton::clicked, this, &AccountCard::test);
    connect(m_pause, &QPushButton::clicked, this, &AccountCard::togglePause);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { finishRename(true); });
    connect(m_more, &QToolButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    connect(m_trouble->link(), &QPushButton::clicked, this, [this] {
        if (m_view.state == AccountState::Locked)
            m_engine.retryLockedAccounts();
        else
            emit replaceKeyRequested();
    });
}

void AccountCard::setAccount(const engine::AccountView &view, int position, int count)
{
    m_view = view;
    m_position = position;
    m_count = count;
    showLines();
    retranslate();
    arrange();
}

void AccountCard::setNow(qint64 nowMs)
{
    m_now = nowMs;
    m_state->setState(stateOf(m_view.state), text::accountWord(m_view, nowMs));
    for (qsizetype i = 0; i < m_cooling.size(); ++i) {
        const LineWords words = coolingWords(m_view.cooling.at(i), nowMs);
        m_cooling.at(i)->setTexts(words.mono, words.text, words.spoken);
    }
    m_last->setText(lastLine(m_view, nowMs));
    updateName();
}

void AccountCard::retranslate()
{
    const QString name = m_view.account.name;
    const bool isPaused = m_view.state == AccountState::Paused;
    m_number->setText(QString::number(m_position + 1));
    m_number->setMinimumWidth(16);
    m_name->setFullText(name);
    m_edit->setAccessibleName(tr("New name of \"%1\"").arg(name));
    m_tier->setText(tierWord(m_view.account.tier));
    m_test->setText(tr("Test"));
    m_test->setAccessibleName(tr("Test \"%1\"").arg(name));
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(isPaused ? tr("Resume \"%1\"").arg(name)
                                        : tr("Pause \"%1\"").arg(name));
    m_more->setName(tr("More for \"%1\"").arg(name));
    const bool isBusy = m_isTesting || m_view.isChecking;
    m_spinner->setVisible(isBusy);
    m_spinner->setAccessibleName(isBusy ? tr("Testing \"%1\"").arg(name) : QString());
    m_test->setEnabled(!isBusy && m_view.state != AccountState::Locked &&
                       m_view.state != AccountState::Loading);
    for (qsizetype i = 0; i < m_cooling.size(); ++i) {
        const QString model = QString::fromUtf8(m_view.cooling.at(i).model);
        m_cooling.at(i)->setAction(tr("Clear"), model.isEmpty()
                                                    ? tr("Let \"%1\" answer again").arg(name)
                                                    : tr("Let %1 answer again").arg(model));
    }
    showTrouble();
    setNow(m_now);
}

void AccountCard::showTrouble()
{
    switch (m_view.state) {
    case AccountState::NeedsAttention:
        m_trouble->setState(widgets::State::Error);
        m_trouble->setTexts({}, tr("The provider refused the key. Put in a new one to use this "
                                   "account again."));
        m_trouble->setAction(tr("Replace key…"),
                             tr("Replace the key of \"%1\"").arg(m_view.account.name));
        m_trouble->setToolTip(m_view.account.authTrouble);
        break;
    case AccountState::Locked:
        m_trouble->setState(widgets::State::Attention);
        m_trouble->setTexts({}, tr("The keyring is locked, so its key cannot be read. Requests go "
                                   "to other accounts meanwhile."));
        m_trouble->setAction(tr("Unlock and retry"), tr("Unlock the keyring and retry"));
        m_trouble->setToolTip({});
        break;
    default:
        m_trouble->hide();
        return;
    }
    m_trouble->show();
}

void AccountCard::showLines()
{
    const qsizetype wanted = m_view.cooling.size();
    while (m_cooling.size() > wanted)
        delete m_cooling.takeLast();
    while (m_cooling.size() < wanted) {
        const qsizetype at = m_cooling.size();
        auto *line = new NoteLine(m_theme, this);
        line->setState(widgets::State::Cooling);
        line->link()->setObjectName(QStringLiteral("clear%1").arg(at));
        connect(line->link(), &QPushButton::clicked, this,
                [this, at] { m_engine.clearCooldown(accountId(), m_view.cooling.at(at).model); });
        m_lines->insertWidget(int(at), line);
        m_cooling.append(line);
        line->show();
    }
}

void AccountCard::updateName()
{
    const QString name = tr("%1, position %2 of %3, %4", "account, its place, its state")
                             .arg(m_view.account.name)
                             .arg(m_position + 1)
                             .arg(m_count)
                             .arg(m_state->word());
    setAccessibleName(m_announcement.isEmpty() ? name : m_announcement);
}

void AccountCard::announce(const QString &text)
{
    m_announcement = text;
    updateName();
}

void AccountCard::test()
{
    if (!m_test->isEnabled())
        return;
    m_isTesting = true;
    m_tested->hide();
    retranslate();
    m_engine.testAccount(accountId(), this, [this](const base::Result<auth::CheckReport> &report) {
        m_isTesting = false;
        showTested(report ? checkWords(*report, m_view.account.hasSecret)
                          : checkWords(report.error()));
    });
}

void AccountCard::showTested(const LineWords &words)
{
    // A refused key stands on the card by itself.
    const bool isSaid =
        m_view.state == AccountState::NeedsAttention && words.state == widgets::State::Error;
    m_tested->setState(words.state);
    m_tested->setTexts({}, words.text);
    m_tested->setVisible(!isSaid);
    retranslate();
    announce(words.text);
}

void AccountCard::togglePause()
{
    m_engine.setAccountPaused(accountId(), m_view.state != AccountState::Paused);
}

void AccountCard::startRename()
{
    m_edit->setText(m_view.account.name);
    m_edit->selectAll();
    m_name->hide();
    m_edit->show();
    arrange();
    m_edit->setFocus();
}

void AccountCard::finishRename(bool keep)
{
    if (!m_edit->isVisibleTo(this))
        return;
    const QString name = m_edit->text().trimmed();
    const bool hadFocus = m_edit->hasFocus();
    m_edit->hide();
    m_name->show();
    arrange();
    if (hadFocus)
        setFocus();
    if (!keep || name.isEmpty() || name == m_view.account.name)
        return;
    m_engine.renameAccount(accountId(), name, this, [this](const base::Result<void> &done) {
        if (!done)
            emit toastRequested(text::errorText(done.error()).oneLine());
    });
}

void AccountCard::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(m_theme.icon(QStringLiteral("edit")), tr("Rename"), QKeySequence(Qt::Key_F2),
                      this, &AccountCard::startRename);
    if (m_view.account.hasSecret)
        m_menu->addAction(m_theme.icon(QStringLiteral("key")), tr("Replace key…"), this,
                          &AccountCard::replaceKeyRequested);
    m_menu->addSeparator();
    const auto addMove = [this](const QString &text, Qt::Key key, Move move, bool possible) {
        QAction *action = m_menu->addAction(text, QKeySequence(Qt::ALT | key), this,
                                            [this, move] { emit moveRequested(move); });
        action->setEnabled(possible);
    };
    addMove(tr("Move up"), Qt::Key_Up, Move::Up, m_position > 0);
    addMove(tr("Move down"), Qt::Key_Down, Move::Down, m_position + 1 < m_count);
    m_menu->addSeparator();
    m_menu->addAction(m_theme.icon(QStringLiteral("trash"), Ink::Err), tr("Remove"),
                      QKeySequence(Qt::Key_Delete), this, &AccountCard::removeRequested);
}

bool AccountCard::handleMove(int key)
{
    switch (key) {
    case Qt::Key_Up:
        emit moveRequested(Move::Up);
        return true;
    case Qt::Key_Down:
        emit moveRequested(Move::Down);
        return true;
    case Qt::Key_Home:
        emit moveRequested(Move::First);
        return true;
    case Qt::Key_End:
        emit moveRequested(Move::Last);
        return true;
    default:
        return false;
    }
}

void AccountCard::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers().testFlag(Qt::AltModifier) && handleMove(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_F2:
        return startRename();
    case Qt::Key_Delete:
        emit removeRequested();
        return;
    case Qt::Key_Space:
        return togglePause();
    case Qt::Key_Up:
        emit neighbourRequested(-1);
        return;
    case Qt::Key_Down:
        emit neighbourRequested(1);
        return;
    default:
        Card::keyPressEvent(event);
    }
}

void AccountCard::focusOutEvent(QFocusEvent *event)
{
    Card::focusOutEvent(event);
    m_announcement.clear();
    updateName();
}

bool AccountCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut) {
        finishRename(true);
    } else if (watched == m_edit && event->type() == QEvent::ShortcutOverride &&
               static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
    } else if (watched == m_edit && event->type() == QEvent::KeyPress &&
               static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        finishRename(false);
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace omni::ui::pages::providers
