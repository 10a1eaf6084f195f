// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/budgets.h"

#include "core/gateway/gateway.h"

namespace omni::gateway {

namespace {

const QString StreamBudget = QStringLiteral("gateway.streamBudgetSeconds");
const QString PlainBudget = QStringLiteral("gateway.plainBudgetSeconds");
const QString PingInterval = QStringLiteral("gateway.pingSeconds");
const QString Connect = QStringLiteral("gateway.connectSeconds");
const QString FirstByte = QStringLiteral("gateway.firstByteSeconds");
const QString Idle = QStringLiteral("gateway.idleSeconds");

std::chrono::milliseconds seconds(const store::Settings &settings, const QString &key)
{
    return std::chrono::seconds(settings.value(key).toInt());
}

} // namespace

Budgets readBudgets(const store::Settings &settings)
{
    return {.stream = seconds(settings, StreamBudget),
            .plain = seconds(settings, PlainBudget),
            .ping = seconds(settings, PingInterval),
            .attempt = {.connect = seconds(settings, Connect),
                        .firstByte = seconds(settings, FirstByte),
                        .idle = seconds(settings, Idle)}};
}

namespace {

store::SettingRow secondsRow(const QString &key, int fallback, int most, const char *about)
{
    return {.key = key,
            .type = store::SettingRow::Type::Int,
            .fallback = fallback,
            .min = 1,
            .max = most,
            .about = QString::fromLatin1(about)};
}

} // namespace

QList<store::SettingRow> settingRows()
{
    constexpr int Hour = 3600;
    return {
        secondsRow(StreamBudget, 600, 2 * Hour,
                   "Longest wait for the first content of a stream, all attempts together"),
        secondsRow(PlainBudget, 300, 2 * Hour,
                   "Longest wait for an answer that is not streamed, all attempts together"),
        secondsRow(PingInterval, 15, 120,
                   "A client that waits for a stream gets a sign of life this often"),
        secondsRow(Connect, 10, 120, "Longest wait for a connection to an upstream"),
        secondsRow(FirstByte, 120, Hour, "Longest wait for an upstream's first byte"),
        secondsRow(Idle, 120, Hour, "Longest silence of an upstream inside an answer"),
        {.key = QStringLiteral("route.activeCombo"),
         .type = store::SettingRow::Type::Text,
         .fallback = "",
         .about =
             QStringLiteral("The combo that takes requests whose model names no combo; empty = "
                            "by model name")},
    };
}

} // namespace omni::gateway
