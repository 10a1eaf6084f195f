// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/listpane.h"

#include "ui/pages/combos/stepinfo.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

using widgets::Ink;
using widgets::Type;

ListPane::ListPane(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_count(new widgets::Label(theme, Type::Caption, Ink::Text3, this))
    , m_new(new widgets::SmallButton(theme, this))
    , m_list(new widgets::MasterList(theme, this))
{
    m_new->setObjectName(QStringLiteral("newCombo"));
    m_new->setGlyph(QStringLiteral("plus"));
    m_list->setObjectName(QStringLiteral("combos"));
    m_list->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 6, 0);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_new);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 16, 6, 12);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    connect(m_new, &QPushButton::clicked, this, &ListPane::newRequested);
}

void ListPane::setDrafts(const Drafts &drafts, const engine::Snapshot &snapshot, qint64 nowMs)
{
    QList<widgets::MasterRow> rows;
    const QStringList keys = drafts.keys();
    for (const QString &key : keys) {
        const Drafts::View view = *drafts.view(key);
        const bool isActive = !view.savedName.isEmpty() && view.savedName == snapshot.activeCombo;
        const int count = int(view.combo.steps.size());
        widgets::MasterRow row{
            .id = key, .title = view.combo.name.isEmpty() ? tr("New combo") : view.combo.name};
        row.second = isActive ? tr("%n model(s), in use", nullptr, count)
                              : tr("%n model(s), priority", nullptr, count);
        row.isUnsaved = drafts.isDirty(key);
        const ComboInfo info = comboInfo(view.combo, snapshot, nowMs);
        row.state = info.state;
        row.stateWord = info.word;
        rows.append(row);
    }
    m_list->setRows(rows);
    m_count->setText(tr("%n combo(s)", nullptr, int(keys.size())));
}

void ListPane::retranslate()
{
    m_new->setText(tr("New"));
    m_new->setAccessibleName(tr("New combo"));
    m_list->setAccessibleName(tr("Combos"));
}

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Delete)) {
            emit deleteRequested();
            return true;
        }
        if (key->key() == Qt::Key_F2) {
            emit renameRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace omni::ui::pages::combos
