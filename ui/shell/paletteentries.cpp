// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/page.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/theme.h"

namespace omni::ui::shell {

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    const QString actions = tr("Actions");
    for (QAction *action : m_actions.all()) {
        if (!action->isEnabled() || action == m_actions.palette || action == m_actions.open ||
            (action == m_actions.undo))
            continue;
        entries.append({.group = actions,
                        .icon = action->property("glyph").toString(),
                        .title = action->text(),
                        .keys = action->shortcut().toString(QKeySequence::NativeText),
                        .run = [action] { action->trigger(); }});
    }
    addComboEntries(entries);
    int number = 0;
    for (const PageRow &row : std::as_const(m_rows)) {
        const QKeySequence keys = row.group.isEmpty()
                                      ? QKeySequence(Qt::CTRL | Qt::Key_Comma)
                                      : QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + ++number));
        entries.append({.group = tr("Pages"),
                        .icon = row.icon,
                        .title = row.name,
                        .keys = keys.toString(QKeySequence::NativeText),
                        .pageId = row.id,
                        .run = [this, id = row.id] { openPage(id); }});
    }
    addThemeEntries(entries);
    return entries;
}

void MainWindow::addComboEntries(QList<PaletteEntry> &entries)
{
    const engine::Snapshot &snapshot = m_engine.snapshot();
    const auto add = [&](const QString &title, const QString &name, const QString &note) {
        entries.append({.group = tr("Actions"),
                        .icon = QStringLiteral("combos"),
                        .title = title,
                        .strong = name,
                        .note = note,
                        .pageId = QStringLiteral("combos"),
                        .run = [this, name] { m_engine.useCombo(name); }});
    };
    const QString note = tr("for requests without a model");
    for (const route::Combo &combo : snapshot.combos) {
        const bool isUsed = combo.name == snapshot.activeCombo;
        add(tr("Use combo"), combo.name, isUsed ? tr("in use") : note);
    }
    if (!snapshot.activeCombo.isEmpty())
        add(tr("Route by model name"), {}, note);
}

void MainWindow::addThemeEntries(QList<PaletteEntry> &entries)
{
    const auto add = [&](const QString &title, const QString &value) {
        entries.append({.group = tr("Settings"),
                        .icon = QStringLiteral("settings"),
                        .title = title,
                        .note = tr("General"),
                        .pageId = QStringLiteral("settings"),
                        .run = [this, value] {
                            const QString key = QStringLiteral("app.theme");
                            m_engine.setSetting(key, QStringLiteral("\"%1\"").arg(value), this,
                                                [this, key](const base::Result<void> &done) {
                                                    if (done)
                                                        emit settingChanged(key);
                                                });
                        }});
    };
    add(tr("Use the light theme"), QStringLiteral("light"));
    add(tr("Use the dark theme"), QStringLiteral("dark"));
    add(tr("Use the system theme"), QStringLiteral("system"));
}

} // namespace omni::ui::shell
