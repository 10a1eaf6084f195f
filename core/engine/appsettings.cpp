// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/config.h"

namespace omni::engine {

QList<store::SettingRow> appSettingRows()
{
    using Type = store::SettingRow::Type;
    return {
        {.key = QStringLiteral("app.language"),
         .type = Type::Choice,
         .fallback = "system",
         .choices = {QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("pt_BR")},
         .about = QStringLiteral("Language of windows and tray")},
        {.key = QStringLiteral("app.theme"),
         .type = Type::Choice,
         .fallback = "system",
         .choices = {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")},
         .about = QStringLiteral("Colours of the windows")},
        {.key = QStringLiteral("app.keepRunning"),
         .type = Type::Bool,
         .fallback = true,
         .about = QStringLiteral("Closing the window leaves OmniRoute in the tray")},
        {.key = QStringLiteral("app.startHidden"),
         .type = Type::Bool,
         .fallback = false,
         .about = QStringLiteral("Start in the tray, without a window")},
        {.key = QStringLiteral("app.tray"),
         .type = Type::Bool,
         .fallback = true,
         .about = QStringLiteral("Show an icon in the tray")},
    };
}

} // namespace omni::engine
