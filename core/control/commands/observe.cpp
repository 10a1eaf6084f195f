// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/log.h"
#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/control/logfeed.h"
#include "core/usage/requestlog.h"
#include "core/usage/trace.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using base::Json;
using base::LogLine;

namespace {

constexpr int DefaultLines = 100;

int severity(const QString &level)
{
    static const QStringList levels{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s};
    return int(std::max(levels.indexOf(level), qsizetype(0)));
}

Json lineJson(const LogLine &line)
{
    return Json::object({{"time", timeJson(line.timeMs)},
                         {"level", Json(line.level)},
                         {"category", Json(line.category)},
                         {"text", Json(line.text)}});
}

} // namespace

void logs(const Rooms &, const Request &request, Answer &answer)
{
    const Invocation &invocation = request.invocation;
    const int least =
        severity(invocation.has(u"level"_s) ? invocation.text(u"level"_s) : u"info"_s);
    const qsizetype wanted = invocation.number(u"lines"_s).value_or(DefaultLines);
    QList<LogLine> lines = base::LogSink::recent(2000);
    lines.removeIf([least](const LogLine &line) { return severity(line.level) < least; });
    Json list = Json::array();
    for (qsizetype i = std::max(lines.size() - wanted, qsizetype(0)); i < lines.size(); ++i)
        list.append(lineJson(lines.at(i)));
    const bool follow = invocation.has(u"follow"_s);
    if (follow)
        answer.keepOpen();
    answer.result(Json::object({{"lines", list}}));
    if (!follow)
        return;
    auto *feed = new LogFeed(&answer);
    QObject::connect(feed, &LogFeed::line, &answer, [&answer, least](const LogLine &line) {
        if (severity(line.level) >= least)
            answer.item(lineJson(line));
    });
}

void trace(const Rooms &rooms, const Request &request, Answer &answer)
{
    QByteArray id = request.invocation.text(u"request-id"_s).toUtf8();
    if (id == "last") {
        if (rooms.log.recent().isEmpty())
            return answer.fail(ExitCode::NotFound, "not_found", u"No request came yet."_s);
        id = rooms.log.recent().first().id;
    }
    rooms.log.find(id, &answer, [&answer, id](const base::Result<usage::ExchangeRecord> &record) {
        if (record)
            return answer.result(usage::recordJson(*record));
        if (record.error().code != base::ErrorCode::NotFound)
            return answer.fail(record.error());
        answer.fail(ExitCode::NotFound, "not_found",
                    u"There is no request \"%1\"; its id stands in the answer's "
                    "x-request-id header."_s.arg(QString::fromUtf8(id)));
    });
}

} // namespace omni::control::handlers
