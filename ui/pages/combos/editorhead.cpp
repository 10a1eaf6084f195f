// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/editorhead.h"

#include "ui/widgets/clipboard.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

using widgets::Ink;
using widgets::Type;

EditorHead::EditorHead(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new widgets::ElidedLabel(theme, Qt::ElideMiddle, Type::Heading, Ink::Text, this))
    , m_field(new QLineEdit(this))
    , m_copy(new widgets::CopyIconButton(theme, this))
    , m_rename(new widgets::IconButton(theme, QStringLiteral("edit"), 24, this))
    , m_words(new widgets::Label(theme, Type::Small, Ink::Text2, this))
    , m_undo(new widgets::IconButton(theme, QStringLiteral("undo"), 30, this))
    , m_more(new widgets::IconButton(theme, QStringLiteral("more"), 30, this))
    , m_discard(new widgets::Button(theme, widgets::Button::Kind::Plain, this))
    , m_save(new widgets::PrimaryButton(theme, this))
{
    build();
    connectParts();
}

void EditorHead::build()
{
    m_name->setObjectName(QStringLiteral("comboTitle"));
    m_field->setObjectName(QStringLiteral("comboName"));
    m_field->setMaxLength(120);
    m_field->setMinimumWidth(140);
    m_field->installEventFilter(this);
    m_copy->setObjectName(QStringLiteral("copyCombo"));
    m_copy->setGlyphSize(14);
    m_rename->setObjectName(QStringLiteral("renameCombo"));
    m_rename->setGlyphSize(14);
    m_words->setObjectName(QStringLiteral("comboWords"));
    m_words->setWrapping(true);
    m_undo->setObjectName(QStringLiteral("undoEdit"));
    m_undo->setGlyphSize(16);
    m_more->setGlyphSize(16);
    m_more->setObjectName(QStringLiteral("comboMore"));
    m_discard->setObjectName(QStringLiteral("discardCombo"));
    m_save->setObjectName(QStringLiteral("saveCombo"));

    auto *name = new QHBoxLayout;
    name->setSpacing(4);
    name->addWidget(m_name);
    name->addWidget(m_field, 1);
    name->addSpacing(2);
    name->addWidget(m_copy);
    name->addWidget(m_rename);
    name->addStretch();
    auto *left = new QVBoxLayout;
    left->setSpacing(2);
    left->addLayout(name);
    left->addWidget(m_words);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(left, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_more),
                            static_cast<QWidget *>(m_discard), static_cast<QWidget *>(m_save)})
        row->addWidget(widget, 0, Qt::AlignVCenter);
}

void EditorHead::connectParts()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &EditorHead::refresh);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_wasTyped = true;
        m_pause.start();
        emit nameEdited(text.trimmed());
    });
    connect(m_rename, &QToolButton::clicked, this, &EditorHead::rename);
    connect(m_undo, &QToolButton::clicked, this, &EditorHead::undoRequested);
    connect(m_discard, &QPushButton::clicked, this, &EditorHead::discardRequested);
    connect(m_save, &QPushButton::clicked, this, &EditorHead::saveRequested);
    connect(m_more, &QToolButton::clicked, this,
            [this] { makeMenu()->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2))); });
}

void EditorHead::setView(const Drafts::View &view, const QString &nameProblem, bool canSave)
{
    const bool isOther = view.key != m_view.key;
    m_view = view;
    m_problem = nameProblem;
    m_canSave = canSave;
    if (isOther) {
        m_wasTyped = false;
        m_isRenaming = false;
        m_pause.stop();
    }
    // What is being typed is left alone, spaces around it too.
    if (m_field->text().trimmed() != view.combo.name)
        m_field->setText(view.combo.name);
    m_copy->setCopyText(view.combo.name);
    if (!m_pause.isActive())
        refresh();
    m_discard->setEnabled(view.changes > 0 || view.key.startsWith(QLatin1Char('*')));
    m_save->setEnabled(canSave && view.changes > 0);
    m_undo->setEnabled(view.canUndo);
}

QString EditorHead::stateWords() const
{
    if (m_view.wasRemovedElsewhere)
        return tr("It was deleted elsewhere meanwhile. Save makes it again.");
    if (!m_canSave && m_view.changes > 0)
        return tr("Cannot be saved yet; the note below says why.");
    if (m_view.wasChangedElsewhere)
        return tr("It was changed elsewhere meanwhile. Save replaces that, Discard takes it over.");
    if (m_view.savedName.isEmpty())
        return tr("Not saved yet.");
    if (m_view.changes > 0)
        return tr("%n unsaved change(s). Saving affects new requests only.", nullptr,
                  m_view.changes);
    return tr("Programs use it by asking for this name as the model.");
}

void EditorHead::refresh()
{
    const bool isNew = m_view.savedName.isEmpty() && !m_view.wasRemovedElsewhere;
    const bool hasField = isNew || m_isRenaming || !m_problem.isEmpty();
    m_name->setFullText(m_view.combo.name);
    m_name->setVisible(!hasField);
    m_field->setVisible(hasField);
    m_rename->setVisible(!hasField);
    m_copy->setVisible(!m_view.combo.name.isEmpty() && m_problem.isEmpty());
    // An empty field that nobody has touched needs no telling off.
    const bool tells = !m_problem.isEmpty() && (m_wasTyped || !m_view.combo.name.isEmpty());
    m_words->setText(tells || (isNew && !m_problem.isEmpty()) ? m_problem : stateWords());
    m_words->setInk(tells ? Ink::Err : Ink::Text2);
    if (m_field->property("wrong").toBool() != tells) {
        m_field->setProperty("wrong", tells);
        m_field->style()->unpolish(m_field);
        m_field->style()->polish(m_field);
    }
    m_field->setAccessibleDescription(tells ? m_problem : QString());
    const QString reason = m_problem.isEmpty() ? stateWords() : m_problem;
    m_save->setToolTip(m_save->isEnabled() || m_view.changes == 0 ? QString() : reason);
}

void EditorHead::rename()
{
    setRenaming(true);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void EditorHead::setRenaming(bool on)
{
    m_isRenaming = on;
    m_pause.stop();
    refresh();
}

bool EditorHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut && m_isRenaming)
        setRenaming(false);
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            setRenaming(false);
            focusNextChild();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QMenu *EditorHead::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("comboMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_theme.icon(QStringLiteral("edit")), tr("Rename"), QKeySequence(Qt::Key_F2),
                    this, &EditorHead::rename);
    menu->addAction(m_theme.icon(QStringLiteral("copy")), tr("Copy name"), this,
                    [name = m_view.combo.name] { widgets::copyText(name); });
    menu->addAction(tr("Duplicate"), this, &EditorHead::duplicateRequested);
    menu->addSeparator();
    menu->addAction(m_theme.icon(QStringLiteral("trash"), Ink::Err), tr("Delete"), this,
                    &EditorHead::deleteRequested);
    return menu;
}

void EditorHead::retranslate()
{
    m_field->setPlaceholderText(tr("Name, for example always-on"));
    m_field->setAccessibleName(tr("Name of the combo"));
    m_copy->setIdleName(tr("Copy the combo's name"));
    m_rename->setName(tr("Rename"));
    m_undo->setName(tr("Undo the last change"));
    m_more->setName(tr("More for this combo"));
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Save"));
    refresh();
}

} // namespace omni::ui::pages::combos
