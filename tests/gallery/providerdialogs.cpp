// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/gallery/providerdialogs.h"

#include "core/base/error.h"
#include "core/catalog/catalog.h"
#include "tests/support/fakeengine.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/sheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace omni::gallery {

using test::FakeEngine;
using ui::shell::MainWindow;
using ui::widgets::Sheet;
using ui::widgets::Theme;

namespace {

std::unique_ptr<QWidget> openSheet(MainWindow &window, const char *item)
{
    window.openPage(QStringLiteral("providers"), QLatin1String(item));
    return std::unique_ptr<QWidget>(window.findChild<Sheet *>(QStringLiteral("addSheet")));
}

void type(QWidget &sheet, const char *field, const char *text)
{
    sheet.findChild<QLineEdit *>(QLatin1String(field))->setText(QLatin1String(text));
}

void click(QWidget &parent, const char *button)
{
    parent.findChild<QAbstractButton *>(QLatin1String(button))->click();
}

/// Step 2 with a key that the provider has judged as `report` says.
std::unique_ptr<QWidget> checked(FakeEngine &engine, MainWindow &window, const char *item,
                                 const engine::CheckReport &report)
{
    engine.setCheckReport(report);
    auto sheet = openSheet(window, item);
    type(*sheet, "key", "sk-or-v1-0123456789abcdef4c1e");
    click(*sheet, "check");
    engine.setCheckReport({.isGood = true, .status = 200, .latencyMs = 180, .modelCount = 42});
    return sheet;
}

std::unique_ptr<QWidget> searched(MainWindow &window, const char *text)
{
    auto sheet = openSheet(window, "add");
    type(*sheet, "catalogSearch", text);
    return sheet;
}

/// All providers that ship with the program.
std::unique_ptr<QWidget> shipped(FakeEngine &engine, MainWindow &window, const char *text)
{
    const engine::Snapshot before = engine.snapshot();
    engine::Snapshot full = before;
    full.providers.clear();
    if (const auto catalog = catalog::Catalog::loadBuiltin()) {
        for (const catalog::Provider &provider : catalog->providers())
            full.providers.append({provider, 0});
    }
    engine.show(full);
    auto sheet = searched(window, text);
    engine.show(before);
    return sheet;
}

std::unique_ptr<QWidget> checking(FakeEngine &engine, MainWindow &window)
{
    engine.holdChecks();
    auto sheet = openSheet(window, "add/openrouter");
    type(*sheet, "key", "sk-or-v1-0123456789abcdef4c1e");
    return sheet;
}

std::unique_ptr<QWidget> custom(MainWindow &window)
{
    auto sheet = openSheet(window, "add");
    click(*sheet, "link");
    type(*sheet, "customName", "Lab server");
    type(*sheet, "customPrefix", "glm");
    type(*sheet, "customUrl", "http://llm.example.com/v1");
    click(*sheet, "addHeader");
    click(*sheet, "action");
    return sheet;
}

std::unique_ptr<QWidget> accounts(MainWindow &window, const char *item, const char *button)
{
    window.openPage(QStringLiteral("providers"), QLatin1String(item));
    if (button)
        click(window, button);
    return nullptr;
}

std::unique_ptr<QWidget> removing(MainWindow &window)
{
    window.openPage(QStringLiteral("providers"), QStringLiteral("account/acc-4"));
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Delete, {});
    QApplication::sendEvent(window.findChild<QWidget *>(QStringLiteral("card.acc-4")), &press);
    return std::unique_ptr<QWidget>(window.findChild<Sheet *>(QStringLiteral("removeSheet")));
}

std::unique_ptr<QWidget> replacing(MainWindow &window)
{
    window.openPage(QStringLiteral("providers"), QStringLiteral("account/acc-6"));
    click(*window.findChild<QWidget *>(QStringLiteral("card.acc-6")), "solve");
    return std::unique_ptr<QWidget>(window.findChild<Sheet *>(QStringLiteral("replaceKeySheet")));
}

} // namespace

QList<DialogRow> providerDialogRows()
{
    const auto row = [](const char *name, auto make) {
        return DialogRow{QLatin1String(name),
                         [make](FakeEngine &engine, Theme &, MainWindow &window) {
                             engine.releaseChecks();
                             return make(engine, window);
                         }};
    };
    using Engine = FakeEngine;
    using Window = MainWindow;
    return {
        row("providers-add", [](Engine &, Window &w) { return openSheet(w, "add"); }),
        row("providers-search", [](Engine &, Window &w) { return searched(w, "c"); }),
        row("providers-shipped", [](Engine &e, Window &w) { return shipped(e, w, ""); }),
        row("providers-shipped2", [](Engine &e, Window &w) { return shipped(e, w, "google"); }),
        row("providers-nothing", [](Engine &, Window &w) { return searched(w, "nobody"); }),
        row("providers-custom", [](Engine &, Window &w) { return custom(w); }),
        row("providers-key", [](Engine &, Window &w) { return openSheet(w, "add/openrouter"); }),
        row("providers-checking", [](Engine &e, Window &w) { return checking(e, w); }),
        row("providers-good",
            [](Engine &e, Window &w) {
                return checked(e, w, "add/openrouter",
                               {.isGood = true, .status = 200, .modelCount = 42});
            }),
        row("providers-bad",
            [](Engine &e, Window &w) {
                return checked(
                    e, w, "add/groq",
                    {.status = 401, .error = base::Error{.code = base::ErrorCode::Unauthorized}});
            }),
        row("providers-local", [](Engine &, Window &w) { return openSheet(w, "add/ollama"); }),
        row("providers-refused",
            [](Engine &, Window &w) { return accounts(w, "account/acc-6", nullptr); }),
        row("providers-tested",
            [](Engine &, Window &w) { return accounts(w, "account/acc-2", "testAll"); }),
        row("providers-remove", [](Engine &, Window &w) { return removing(w); }),
        row("providers-replace", [](Engine &, Window &w) { return replacing(w); }),
    };
}

} // namespace omni::gallery
