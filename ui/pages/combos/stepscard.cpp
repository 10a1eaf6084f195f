// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/stepscard.h"

#include "ui/pages/combos/problems.h"
#include "ui/pages/combos/stepmodel.h"
#include "ui/pages/combos/stepview.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStringListModel>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

using widgets::Ink;
using widgets::Type;

StepsCard::StepsCard(widgets::Theme &theme, StepModel &model, QWidget *parent)
    : Card(theme, parent)
    , m_model(model)
    , m_view(new StepView(theme, model, this))
    , m_adding(new QWidget(this))
    , m_line(new widgets::Line(theme, Qt::Horizontal, m_adding))
    , m_field(new QLineEdit(m_adding))
    , m_add(new widgets::SmallButton(theme, m_adding))
    , m_close(new widgets::IconButton(theme, QStringLiteral("close"), 24, m_adding))
    , m_note(new widgets::Label(theme, Type::Small, Ink::Text2, m_adding))
    , m_known(new QStringListModel(this))
{
    build(theme);
    // Enter on a suggestion tells twice; one answer is enough.
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, [this] { add(m_pending); });
    const auto later = [this](const QString &text) {
        m_pending = text;
        m_later.start();
    };
    connect(m_field->completer(), qOverload<const QString &>(&QCompleter::activated), this, later);
    connect(m_field, &QLineEdit::returnPressed, this, [this, later] { later(m_field->text()); });
    connect(m_add, &QPushButton::clicked, this, [this] { add(m_field->text()); });
    connect(m_close, &QToolButton::clicked, this, &StepsCard::stopAdding);
    connect(m_field, &QLineEdit::textChanged, this, &StepsCard::onTyped);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] { m_line->show(); });
    onTyped({});
}

void StepsCard::build(widgets::Theme &theme)
{
    m_field->setObjectName(QStringLiteral("addField"));
    m_field->setFont(theme.font(Type::MonoRow));
    m_field->installEventFilter(this);
    auto *completer = new QCompleter(m_known, m_field);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(10);
    completer->popup()->setObjectName(QStringLiteral("completions"));
    completer->popup()->setFont(theme.font(Type::Mono));
    m_field->setCompleter(completer);
    m_add->setObjectName(QStringLiteral("addStep"));
    m_note->setObjectName(QStringLiteral("addNote"));
    m_note->setWrapping(true);
    m_adding->setObjectName(QStringLiteral("adding"));

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    row->addWidget(m_close);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(12, 12, 8, 12);
    inner->setSpacing(6);
    inner->addLayout(row);
    inner->addWidget(m_note);
    auto *column = new QVBoxLayout(m_adding);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_line);
    column->addLayout(inner);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(m_view);
    body()->addWidget(m_adding);
    m_adding->hide();
    connect(&theme, &widgets::Theme::changed, this, [this, &theme] {
        m_field->setFont(theme.font(Type::MonoRow));
        m_field->completer()->popup()->setFont(theme.font(Type::Mono));
    });
}

void StepsCard::retranslate()
{
    setAccessibleName(tr("Models"));
    m_view->retranslate();
    m_field->setPlaceholderText(tr("Model or combo, for example glm/glm-4.7"));
    m_field->setAccessibleName(tr("Model or combo to add"));
    m_add->setText(tr("Add"));
    m_close->setName(tr("Close the search"));
    onTyped(m_field->text());
}

void StepsCard::setSnapshot(const engine::Snapshot &snapshot, const QString &self)
{
    QStringList known = snapshot.modelIds;
    known.removeAll(self);
    if (known != m_known->stringList())
        m_known->setStringList(known);
    m_snapshot = snapshot;
}

void StepsCard::openAdding()
{
    m_line->setVisible(m_model.rowCount() > 0);
    m_adding->show();
}

void StepsCard::startAdding()
{
    openAdding();
    m_field->setFocus(Qt::TabFocusReason);
}

void StepsCard::stopAdding()
{
    const bool hadFocus = m_adding->isAncestorOf(focusWidget());
    m_field->clear();
    m_adding->hide();
    if (hadFocus && m_model.rowCount() > 0)
        m_view->setFocus(Qt::TabFocusReason);
}

QStringList StepsCard::matches(const QString &text) const
{
    return m_known->stringList().filter(text, Qt::CaseInsensitive);
}

void StepsCard::onTyped(const QString &text)
{
    const QString target = text.trimmed();
    m_add->setEnabled(!target.isEmpty());
    m_add->setToolTip(target.isEmpty() ? tr("Name a model or a combo first.") : QString());
    const QString note = matches(target).isEmpty() ? targetNote(target, m_snapshot) : QString();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void StepsCard::add(const QString &text)
{
    QString target = text.trimmed();
    if (target.isEmpty())
        return;
    // Half a name that fits one model alone means that model.
    const QStringList fitting = matches(target);
    if (fitting.size() == 1)
        target = fitting.constFirst();
    m_field->clear();
    m_model.addStep({target, {}});
    m_view->setCurrentRow(m_model.rowCount() - 1);
    emit m_view->announced(
        tr("%1 added as number %2").arg(target, QString::number(m_model.rowCount())));
    m_field->setFocus(Qt::OtherFocusReason);
}

bool StepsCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            if (m_field->text().isEmpty())
                stopAdding();
            else
                m_field->clear();
            return true;
        }
        // The whole list at once for who does not know what to type.
        if (key->key() == Qt::Key_Down && m_field->text().isEmpty()) {
            m_field->completer()->setCompletionPrefix({});
            m_field->completer()->complete();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace omni::ui::pages::combos
