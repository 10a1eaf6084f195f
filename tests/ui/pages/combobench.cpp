// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/ui/pages/combobench.h"

#include "tests/support/snapshots.h"
#include "ui/pages/combos/leavesheet.h"
#include "ui/widgets/masterlist.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace omni::test {

using ui::pages::combos::CombosPage;
using ui::pages::combos::LeaveSheet;
using ui::pages::combos::StepModel;
using ui::pages::combos::StepView;

void ComboBench::start()
{
    m_theme = std::make_unique<ui::widgets::Theme>();
    m_engine = std::make_unique<FakeEngine>();
    m_page = std::make_unique<CombosPage>(*m_engine, *m_theme);
    m_page->resize(1084, 714);
    QObject::connect(m_engine.get(), &engine::EngineFace::snapshotChanged, m_page.get(),
                     [this] { m_page->setSnapshot(m_engine->snapshot()); });
    m_engine->show(filledSnapshot());
    m_page->show();
    QApplication::setActiveWindow(m_page.get());
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void ComboBench::stop()
{
    m_page.reset();
    m_engine.reset();
    m_theme.reset();
}

StepView *ComboBench::steps()
{
    return child<StepView>("steps");
}

StepModel *ComboBench::model()
{
    return qobject_cast<StepModel *>(steps()->model());
}

qsizetype ComboBench::asked()
{
    return m_engine->calls().filter(QStringLiteral("previewPlan")).size();
}

void ComboBench::choose(const char *combo)
{
    QVERIFY(child<ui::widgets::MasterList>("combos")->setCurrentId(QLatin1String(combo)));
}

void ComboBench::type(const char *field, const QString &text)
{
    auto *edit = child<QLineEdit>(field);
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QStringList ComboBench::targets()
{
    QStringList all;
    for (const route::ComboStep &step : model()->steps())
        all.append(step.target);
    return all;
}

route::Combo ComboBench::saved(const char *name)
{
    for (const route::Combo &combo : m_engine->snapshot().combos) {
        if (combo.name == QLatin1String(name))
            return combo;
    }
    return {};
}

bool ComboBench::shows(const QString &text)
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

void ComboBench::answerLeave(const char *button)
{
    QTimer::singleShot(0, m_page.get(), [button] {
        auto *sheet = qobject_cast<LeaveSheet *>(QApplication::activeModalWidget());
        QVERIFY(sheet);
        sheet->findChild<QPushButton *>(QLatin1String(button))->click();
    });
}

} // namespace omni::test
