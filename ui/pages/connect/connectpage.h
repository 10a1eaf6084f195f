// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/page.h"

class QStackedWidget;
class QTabBar;

namespace omni::ui::pages::connect {

class EndpointPane;
class KeysPane;
class SnippetsPane;

/// How do I point my coding agent here? Address, keys, and text to paste.
class ConnectPage : public Page
{
    Q_OBJECT

public:
    ConnectPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setSnapshot(const engine::Snapshot &snapshot) override;
    void retranslate() override;
    /// `endpoint`, `keys`, `snippets`.
    void openItem(const QString &item) override;
    bool startNew() override;

private:
    enum Tab
    {
        Endpoint,
        Keys,
        Snippets
    };
    void setTab(int tab);
    void nameTabs(int keyCount);

    QTabBar *m_tabs;
    QStackedWidget *m_panes;
    EndpointPane *m_endpoint;
    KeysPane *m_keys;
    SnippetsPane *m_snippets;
    int m_keyCount = 0;
};

} // namespace omni::ui::pages::connect
