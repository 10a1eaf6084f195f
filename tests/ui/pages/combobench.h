// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakeengine.h"
#include "ui/pages/combos/combospage.h"
#include "ui/pages/combos/stepmodel.h"
#include "ui/pages/combos/stepview.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QTest>

#include <memory>

namespace omni::test {

/// A Combos page on a fake engine, and what tests do with it.
class ComboBench
{
protected:
    void start();
    void stop();

    template<typename T>
    T *child(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    void click(const char *name)
    {
        QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton);
    }
    void choose(const char *combo);
    void type(const char *field, const QString &text);
    [[nodiscard]] ui::pages::combos::StepView *steps();
    [[nodiscard]] ui::pages::combos::StepModel *model();
    [[nodiscard]] QStringList targets();
    /// As the engine has it; nameless when it has not.
    [[nodiscard]] route::Combo saved(const char *name);
    [[nodiscard]] bool shows(const QString &text);
    /// How often the engine was asked what would happen.
    [[nodiscard]] qsizetype asked();
    /// Presses a button of the sheet that the next mayLeave() opens.
    void answerLeave(const char *button);

    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<ui::pages::combos::CombosPage> m_page;
};

} // namespace omni::test
