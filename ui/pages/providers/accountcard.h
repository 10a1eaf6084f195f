// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/pages/providers/accountwords.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QMenu;
class QBoxLayout;

namespace omni::ui::widgets {
class Button;
class ElidedLabel;
class IconButton;
class Spinner;
class StatePill;
class Tag;
} // namespace omni::ui::widgets

namespace omni::ui::pages::providers {

class Grip;
class NoteLine;

/// One account: how it is, what to do about it, and when it was used. Takes the keyboard focus as a
/// whole, for moving, renaming and removing.
class AccountCard : public widgets::Card
{
    Q_OBJECT

public:
    AccountCard(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent);

    /// `position` from 0.
    void setAccount(const engine::AccountView &view, int position, int count);
    void setNow(qint64 nowMs);
    void retranslate();
    [[nodiscard]] QString accountId() const { return m_view.account.id.text(); }
    [[nodiscard]] const engine::AccountView &view() const { return m_view; }

    void test();
    void startRename();
    /// Said before the card's name until the focus leaves it.
    void announce(const QString &text);
    [[nodiscard]] Grip *grip() const { return m_grip; }

    enum class Move
    {
        First,
        Up,
        Down,
        Last
    };

signals:
    void moveRequested(omni::ui::pages::providers::AccountCard::Move move);
    /// To the card above (-1) or below (1).
    void neighbourRequested(int step);
    void removeRequested();
    void replaceKeyRequested();
    void toastRequested(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void arrange();
    void connectParts();
    [[nodiscard]] bool handleMove(int key);
    void togglePause();
    void finishRename(bool keep);
    void fillMenu();
    void showLines();
    void showTrouble();
    void showTested(const LineWords &words);
    void updateName();

    engine::EngineFace &m_engine;
    widgets::Theme &m_theme;
    engine::AccountView m_view;
    int m_position = 0;
    int m_count = 1;
    qint64 m_now = 0;
    QString m_announcement;
    bool m_isTesting = false;

    Grip *m_grip;
    widgets::Label *m_number;
    widgets::ElidedLabel *m_name;
    QLineEdit *m_edit;
    widgets::Tag *m_tier;
    widgets::StatePill *m_state;
    widgets::Spinner *m_spinner;
    widgets::Button *m_test;
    widgets::Button *m_pause;
    widgets::IconButton *m_more;
    QMenu *m_menu;
    NoteLine *m_trouble;
    NoteLine *m_tested;
    QBoxLayout *m_row;
    QHBoxLayout *m_head;
    QHBoxLayout *m_buttons;
    QVBoxLayout *m_lines;
    QList<NoteLine *> m_cooling;
    widgets::Label *m_last;
};

} // namespace omni::ui::pages::providers
