// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/quitsheet.h"

namespace omni::ui::shell {

QuitSheet::QuitSheet(widgets::Theme &theme, int running, QWidget *parent)
    : Sheet(theme, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("quitSheet"));
    setWindowTitle(QStringLiteral("OmniRoute"));
    setHeading({}, tr("%n request(s) still running", nullptr, running),
               tr("Quitting cuts them off. The programs get an error."));
    cancelButton()->setText(tr("Keep running"));
    actionButton()->setText(tr("Quit now"));
    actionButton()->setKind(widgets::Button::Kind::Danger);
    actionButton()->setDefault(false);
    cancelButton()->setDefault(true);
    cancelButton()->setFocus();
    connect(actionButton(), &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace omni::ui::shell
