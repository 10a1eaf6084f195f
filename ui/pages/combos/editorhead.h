// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/combos/drafts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QTimer>

class QMenu;

namespace omni::ui::pages::combos {

/// Name, what is not saved, and the verbs of the whole combo.
class EditorHead : public QWidget
{
    Q_OBJECT

public:
    explicit EditorHead(widgets::Theme &theme, QWidget *parent = nullptr);

    /// `nameProblem` stands below the name; `canSave` is false for other reasons too, which stand
    /// in the notes.
    void setView(const Drafts::View &view, const QString &nameProblem, bool canSave);
    void retranslate();
    /// Opens the field with the name chosen.
    void rename();
    [[nodiscard]] QMenu *makeMenu();

signals:
    void nameEdited(const QString &name);
    void saveRequested();
    void discardRequested();
    void undoRequested();
    void duplicateRequested();
    void deleteRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void refresh();
    void setRenaming(bool on);
    [[nodiscard]] QString stateWords() const;

    widgets::Theme &m_theme;
    widgets::ElidedLabel *m_name;
    QLineEdit *m_field;
    widgets::CopyIconButton *m_copy;
    widgets::IconButton *m_rename;
    widgets::Label *m_words;
    widgets::IconButton *m_undo;
    widgets::IconButton *m_more;
    widgets::Button *m_discard;
    widgets::PrimaryButton *m_save;
    Drafts::View m_view;
    QString m_problem;
    bool m_canSave = false;
    bool m_isRenaming = false;
    bool m_wasTyped = false;
    QTimer m_pause;
};

} // namespace omni::ui::pages::combos
