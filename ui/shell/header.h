// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/button.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/stateshape.h"

namespace omni::ui::shell {

/// Shape, word, address, copy: the state of the server on every page but Home.
class ServerPill : public QWidget
{
    Q_OBJECT

public:
    explicit ServerPill(widgets::Theme &theme, QWidget *parent = nullptr);

    void setServer(const engine::ServerView &server);
    void setShowsAddress(bool on);

signals:
    void resumeRequested();
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::Theme &m_theme;
    widgets::StateShape *m_shape;
    widgets::Label *m_word;
    widgets::Label *m_address;
    widgets::CopyIconButton *m_copy;
    widgets::IconButton *m_act;
    engine::ServerState m_state = engine::ServerState::Starting;
    bool m_hasAddress = false;
    bool m_showsAddress = true;
};

/// The line on top of every page: title, state pill, search, bell.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(widgets::Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &subtitle);
    void setPillVisible(bool on);
    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();
    /// For placing the bell's menu.
    [[nodiscard]] QWidget *bell() const { return m_bell; }

signals:
    void paletteRequested();
    void bellClicked();
    void resumeRequested();
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    widgets::Theme &m_theme;
    widgets::Label *m_title;
    widgets::Label *m_subtitle;
    ServerPill *m_pill;
    QPushButton *m_find;
    widgets::IconButton *m_findIcon;
    widgets::IconButton *m_bell;
    int m_attention = 0;
    bool m_isPillWanted = true;
};

} // namespace omni::ui::shell
