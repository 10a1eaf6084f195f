// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/pages.h"

#include "ui/pages/combos/combospage.h"
#include "ui/pages/connect/connectpage.h"
#include "ui/pages/home/homepage.h"
#include "ui/pages/providers/providerspage.h"
#include "ui/pages/settings/settingspage.h"

#include <QCoreApplication>

namespace omni::ui::shell {

namespace {

struct Names
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
public:
    static QString use() { return tr("Use"); }
    static QString route() { return tr("Route"); }
};

template<typename T>
pages::Page *make(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
{
    return new T(engine, theme, parent);
}

} // namespace

QList<PageRow> pageRows()
{
    return {
        {QStringLiteral("home"), Names::use(), QStringLiteral("home"), Names::tr("Home"),
         make<pages::home::HomePage>},
        {QStringLiteral("connect"), Names::use(), QStringLiteral("connect"), Names::tr("Connect"),
         make<pages::connect::ConnectPage>},
        {QStringLiteral("providers"), Names::route(), QStringLiteral("providers"),
         Names::tr("Providers"), make<pages::providers::ProvidersPage>},
        {QStringLiteral("combos"), Names::route(), QStringLiteral("combos"), Names::tr("Combos"),
         make<pages::combos::CombosPage>},
        {QStringLiteral("settings"),
         {},
         QStringLiteral("settings"),
         Names::tr("Settings"),
         make<pages::settings::SettingsPage>},
    };
}

std::optional<PageMark> pageMark(const QString &pageId, const engine::Snapshot &snapshot)
{
    if (pageId != QLatin1String("providers"))
        return std::nullopt;
    int troubled = 0;
    for (const engine::AccountView &view : snapshot.accounts) {
        if (view.state == engine::AccountState::NeedsAttention ||
            view.state == engine::AccountState::Locked)
            ++troubled;
    }
    if (troubled == 0)
        return std::nullopt;
    return PageMark{widgets::State::Attention, troubled};
}

} // namespace omni::ui::shell
