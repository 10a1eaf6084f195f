// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/gallery/dialogs.h"

#include "tests/gallery/comboshots.h"
#include "tests/gallery/providerdialogs.h"
#include "tests/support/fakeengine.h"
#include "ui/pages/connect/keysheet.h"
#include "ui/pages/page.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/quitsheet.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>

namespace omni::gallery {

using test::FakeEngine;
using ui::shell::MainWindow;
using ui::widgets::Theme;

namespace {

std::unique_ptr<QWidget> quit(FakeEngine &, Theme &theme, MainWindow &window)
{
    auto sheet = std::make_unique<ui::shell::QuitSheet>(theme, 3, &window);
    sheet->show();
    return sheet;
}

std::unique_ptr<QWidget> unsafe(const QString &control, MainWindow &window)
{
    window.openPage(QStringLiteral("settings"), QStringLiteral("server"));
    window.findChild<QAbstractButton *>(control)->click();
    return nullptr;
}

/// A tab of Connect, or the sheet for a new key over it.
std::unique_ptr<QWidget> connectTab(const QString &tab, MainWindow &window)
{
    window.openPage(QStringLiteral("connect"), tab);
    return nullptr;
}

std::unique_ptr<QWidget> newKey(FakeEngine &engine, Theme &theme, MainWindow &window)
{
    auto sheet = std::make_unique<ui::pages::connect::KeySheet>(engine, theme, &window);
    sheet->show();
    return sheet;
}

} // namespace

QList<DialogRow> dialogRows()
{
    const QList<DialogRow> rows{
        {QStringLiteral("quit"), quit},
        {QStringLiteral("connect-keys"),
         [](FakeEngine &, Theme &, MainWindow &window) {
             return connectTab(QStringLiteral("keys"), window);
         }},
        {QStringLiteral("connect-snippets"),
         [](FakeEngine &, Theme &, MainWindow &window) {
             return connectTab(QStringLiteral("snippets"), window);
         }},
        {QStringLiteral("connect-newkey"), newKey},
        {QStringLiteral("settings-server"),
         [](FakeEngine &, Theme &, MainWindow &window) -> std::unique_ptr<QWidget> {
             window.openPage(QStringLiteral("settings"), QStringLiteral("server"));
             return nullptr;
         }},
        {QStringLiteral("settings-lan"),
         [](FakeEngine &, Theme &, MainWindow &window) {
             return unsafe(QStringLiteral("server.host"), window);
         }},
        {QStringLiteral("settings-nokey"),
         [](FakeEngine &, Theme &, MainWindow &window) {
             return unsafe(QStringLiteral("server.requireKey"), window);
         }},
    };
    return rows + providerDialogRows() + comboRows();
}

} // namespace omni::gallery
