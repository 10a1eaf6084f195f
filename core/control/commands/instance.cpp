// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/gateway/gateway.h"
#include "core/store/database.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using base::Json;

namespace {

Json accountCounts(const Rooms &rooms)
{
    qint64 ready = 0;
    Json trouble = Json::array();
    for (const auth::Account &account : rooms.accounts.all()) {
        const QString state = accountState(rooms, account);
        if (state == "ready"_L1)
            ++ready;
        else
            trouble.append(Json::object({{"name", Json(account.name)}, {"state", Json(state)}}));
    }
    return Json::object({{"total", Json(qint64(rooms.accounts.all().size()))},
                         {"ready", Json(ready)},
                         {"others", trouble}});
}

Json dayJson(const usage::DayFigures &day)
{
    qint64 requests = 0;
    qint64 answered = 0;
    qint64 tokens = 0;
    qint64 cost = 0;
    for (const auto &hour : day.hours) {
        requests += hour.requests;
        answered += hour.answered;
        tokens += hour.tokens;
        cost += hour.costMicros;
    }
    return Json::object({{"requests", Json(requests)},
                         {"answered", Json(answered)},
                         {"tokens", day.tokensKnown ? Json(tokens) : Json()},
                         {"cost_micros", day.costKnown ? Json(cost) : Json()}});
}

Json liveJson(const gateway::LiveExchange &live)
{
    return Json::object({{"id", Json(live.id)},
                         {"program", Json(live.program)},
                         {"model", Json(live.model)},
                         {"account", live.account.isEmpty() ? Json() : Json(live.account)},
                         {"started", timeJson(live.startedMs)},
                         {"waiting", Json(live.isWaiting)}});
}

} // namespace

void status(const Rooms &rooms, const Request &, Answer &answer)
{
    const InstanceInfo info = rooms.info();
    Json live = Json::array();
    for (const gateway::LiveExchange &each : rooms.gateway.live())
        live.append(liveJson(each));
    const QString trouble = rooms.database.trouble();
    const qint64 now = rooms.clock.wall().toMSecsSinceEpoch();
    answer.result(Json::object(
        {{"state", Json(info.state)},
         {"version", Json(info.version)},
         {"url", info.url.isEmpty() ? Json() : Json(info.url)},
         {"problem", info.downDetail.isEmpty() ? Json() : Json(info.downDetail)},
         {"pid", Json(qint64(QCoreApplication::applicationPid()))},
         {"started", timeJson(info.startedMs)},
         {"uptime_seconds", Json((now - info.startedMs) / 1000)},
         {"data_dir", Json(info.dataFolder)},
         {"secrets", Json(info.secretsBackend)},
         {"windows", Json(info.hasWindows)},
         {"accounts", accountCounts(rooms)},
         {"keys", Json(qint64(rooms.keys.all().size()))},
         {"combos", Json(qint64(rooms.combos.all().size()))},
         {"active_combo",
          rooms.gateway.activeCombo().isEmpty() ? Json() : Json(rooms.gateway.activeCombo())},
         {"live", live},
         {"last_24_hours", dayJson(rooms.log.lastDay())},
         {"database_trouble", trouble.isEmpty() ? Json() : Json(trouble)},
         {"dropped_records", Json(rooms.database.droppedJobs())}}));
}

void stop(const Rooms &rooms, const Request &, Answer &answer)
{
    // The connection ends with the process: that is how the client knows.
    answer.keepOpen();
    answer.result(Json::object({{"pid", Json(qint64(QCoreApplication::applicationPid()))},
                                {"running", Json(qint64(rooms.gateway.live().size()))}}));
    rooms.stop();
}

void raise(const Rooms &rooms, const Request &, Answer &answer)
{
    if (!rooms.raise)
        return answer.fail(ExitCode::Conflict, "no_windows",
                           u"OmniRoute already runs without windows (omniroute serve) at %1. Stop "
                           "it first with: omniroute stop."_s.arg(rooms.info().url));
    rooms.raise();
    answer.result(Json::object({{"url", Json(rooms.info().url)}}));
}

} // namespace omni::control::handlers
