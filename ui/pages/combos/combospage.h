// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/pages/combos/drafts.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTimer>

class QScrollArea;
class QTabBar;

namespace omni::ui::widgets {
class EmptyState;
}

namespace omni::ui::pages::combos {

class EditorPane;
class ListPane;
class PreviewPane;

/// In what order are models tried? The list of combos, an editor, and what would happen now.
///
/// Changes are drafts until they are saved: choosing another combo keeps them, and no snapshot
/// takes them away.
class CombosPage : public Page
{
    Q_OBJECT

public:
    CombosPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setSnapshot(const engine::Snapshot &snapshot) override;
    void retranslate() override;
    /// `combo/<name>`, `new`.
    void openItem(const QString &item) override;
    bool startNew() override;
    /// Asks when something is not saved.
    bool mayLeave() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectParts();
    void addShortcut(const QKeySequence &keys, void (CombosPage::*act)());
    void arrange();
    void refresh();
    void choose(const QString &key);
    void edit(const route::Combo &combo, const QString &kind);
    void save(const QString &key);
    void saveCurrent();
    void onSaved(const QString &key, const route::Combo &combo);
    void discardCurrent();
    void undoCurrent();
    void duplicateCurrent();
    void deleteCurrent();
    void deleteNow(const QString &key);
    void renameCurrent();
    [[nodiscard]] bool canSave(const QString &key) const;
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] QString freeName(const QString &wish) const;

    engine::EngineFace &m_engine;
    widgets::Theme &m_theme;
    widgets::EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    ListPane *m_list = nullptr;
    QTabBar *m_tabs = nullptr;
    EditorPane *m_editor = nullptr;
    PreviewPane *m_preview = nullptr;
    QScrollArea *m_editorScroll = nullptr;
    QScrollArea *m_previewScroll = nullptr;
    QWidget *m_previewLine = nullptr;
    QWidget *m_tabLine = nullptr;

    Drafts m_drafts;
    engine::Snapshot m_snapshot;
    QString m_current;
    QStringList m_saving; ///< keys whose answer is awaited
    bool m_isRefreshing = false;
    QElapsedTimer m_since;
    QTimer m_second;
};

} // namespace omni::ui::pages::combos
