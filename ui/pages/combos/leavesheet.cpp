// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/leavesheet.h"

#include <QVBoxLayout>

namespace omni::ui::pages::combos {

LeaveSheet::LeaveSheet(widgets::Theme &theme, const QStringList &names, bool canSave,
                       QWidget *parent)
    : Sheet(theme, parent)
{
    setObjectName(QStringLiteral("leaveSheet"));
    setWindowTitle(tr("Unsaved changes"));
    const int count = int(names.size());
    setHeading({}, tr("Save the changes to %n combo(s)?", nullptr, count),
               names.join(QStringLiteral(", ")));
    auto *words = new widgets::Label(theme, widgets::Type::Body, widgets::Ink::Text, this);
    words->setWrapping(true);
    words->setText(canSave ? tr("Requests go on as before until they are saved.")
                           : tr("They cannot be saved yet: stay to see why, or discard them."));
    body()->addWidget(words);
    setLinkText(tr("Discard changes"));
    link()->setObjectName(QStringLiteral("discard"));
    cancelButton()->setText(tr("Stay"));
    actionButton()->setText(tr("Save"));
    actionButton()->setVisible(canSave);
    connect(link(), &QPushButton::clicked, this, [this] {
        m_answer = Answer::Discard;
        accept();
    });
    connect(actionButton(), &QPushButton::clicked, this, [this] {
        m_answer = Answer::Save;
        accept();
    });
    cancelButton()->setFocus();
}

} // namespace omni::ui::pages::combos
