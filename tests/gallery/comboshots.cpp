// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/gallery/comboshots.h"

#include "tests/support/fakeengine.h"
#include "tests/support/snapshots.h"
#include "ui/pages/combos/leavesheet.h"
#include "ui/pages/combos/stepmodel.h"
#include "ui/pages/combos/stepview.h"
#include "ui/shell/mainwindow.h"

#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTest>

namespace omni::gallery {

using test::FakeEngine;
using ui::pages::combos::StepModel;
using ui::pages::combos::StepView;
using ui::shell::MainWindow;
using ui::widgets::Theme;

namespace {

void open(MainWindow &window, const QString &item)
{
    window.openPage(QStringLiteral("combos"), item);
}

StepView *steps(MainWindow &window)
{
    return window.findChild<StepView *>(QStringLiteral("steps"));
}

/// The moment of the design's picture.
std::unique_ptr<QWidget> editor(FakeEngine &engine, Theme &, MainWindow &window)
{
    engine::Snapshot snapshot = test::filledSnapshot();
    snapshot.accounts[1].cooling = snapshot.accounts[0].cooling;
    snapshot.activeCombo = QStringLiteral("always-on");
    for (engine::ProviderView &view : snapshot.providers) {
        for (catalog::Model &model : view.provider.models) {
            if (model.id == "glm-4.7") {
                model.contextWindow = 128'000;
                model.price = {.input = 0.6, .output = 2.2};
            }
        }
    }
    for (engine::AccountView &view : snapshot.accounts) {
        for (catalog::Model &model : view.account.models) {
            if (model.id == "glm-4.7")
                model.contextWindow = 128'000;
        }
    }
    snapshot.combos[0].steps.move(2, 3);
    engine.show(snapshot);
    open(window, QStringLiteral("combo/always-on"));
    qobject_cast<StepModel *>(steps(window)->model())->moveStep(3, 2);
    steps(window)->setCurrentRow(1);
    QTest::qWait(400); // until the preview has asked
    return nullptr;
}

std::unique_ptr<QWidget> problems(FakeEngine &, Theme &, MainWindow &window)
{
    open(window, QStringLiteral("new"));
    auto *name = window.findChild<QLineEdit *>(QStringLiteral("comboName"));
    name->setText(QStringLiteral("review"));
    emit name->textEdited(name->text());
    auto *model = qobject_cast<StepModel *>(steps(window)->model());
    for (const auto &target :
         {QStringLiteral("glm/glm-4.7"), QStringLiteral("glm/glm-4.7"),
          QStringLiteral("or/deepseek/deepseek-v4"), QStringLiteral("qw/qwen3-coder-plus"),
          QStringLiteral("glm-5-turbo"), QStringLiteral("free-forever")})
        model->addStep({target, {}});
    window.findChild<QAbstractButton *>(QStringLiteral("addModel"))->click();
    window.findChild<QLineEdit *>(QStringLiteral("addField"))
        ->setText(QStringLiteral("groq/llama-4-70b"));
    QTest::qWait(400);
    return nullptr;
}

std::unique_ptr<QWidget> fresh(FakeEngine &, Theme &, MainWindow &window)
{
    open(window, QStringLiteral("new"));
    return nullptr;
}

std::unique_ptr<QWidget> narrowPreview(FakeEngine &, Theme &, MainWindow &window)
{
    window.resize(900, 600);
    open(window, QStringLiteral("combo/max-subscription"));
    window.findChild<QTabBar *>(QStringLiteral("comboTabs"))->setCurrentIndex(1);
    return nullptr;
}

std::unique_ptr<QWidget> stepMenu(FakeEngine &, Theme &, MainWindow &window)
{
    open(window, QStringLiteral("combo/always-on"));
    std::unique_ptr<QMenu> menu(steps(window)->makeMenu(0));
    menu->setAttribute(Qt::WA_DeleteOnClose, false);
    menu->ensurePolished();
    menu->resize(menu->sizeHint());
    return menu;
}

std::unique_ptr<QWidget> leave(FakeEngine &, Theme &theme, MainWindow &window)
{
    auto sheet = std::make_unique<ui::pages::combos::LeaveSheet>(
        theme, QStringList{QStringLiteral("always-on"), QStringLiteral("review")}, true, &window);
    sheet->show();
    return sheet;
}

} // namespace

QList<DialogRow> comboRows()
{
    return {
        {QStringLiteral("combos-editor"), editor}, {QStringLiteral("combos-problems"), problems},
        {QStringLiteral("combos-new"), fresh},     {QStringLiteral("combos-narrow"), narrowPreview},
        {QStringLiteral("combos-menu"), stepMenu}, {QStringLiteral("combos-leave"), leave}};
}

} // namespace omni::gallery
