// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/renderers.h"
#include "core/control/client/texttable.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace omni::control::renderers {

using base::Json;

namespace {

QString attemptTarget(const Json &attempt)
{
    QString target = shown(attempt["provider"]);
    if (!attempt["model"].toBytes().isEmpty())
        target += u'/' + shown(attempt["model"]);
    return target;
}

QString attemptWhy(const Json &attempt)
{
    QString why = attempt["reason"].toText().replace(u'_', u' ');
    if (!attempt["detail"].toBytes().isEmpty())
        why += (why.isEmpty() ? QString() : u": "_s) + shown(attempt["detail"]);
    return why;
}

QString attemptTable(const Json &attempts, const Style &style)
{
    TextTable table({u"#"_s, u"TARGET"_s, u"ACCOUNT"_s, u"OUTCOME"_s, u"STATUS"_s, u"AFTER"_s,
                     u"TOOK"_s, u"WHY"_s});
    int number = 0;
    for (const Json &attempt : attempts.items()) {
        const bool isSkipped = attempt["outcome"].toBytes() == "skipped";
        const qint64 status = attempt["status"].toInt();
        table.add({QString::number(++number), attemptTarget(attempt), shown(attempt["account"]),
                   shown(attempt["outcome"]), status == 0 ? u"–"_s : QString::number(status),
                   isSkipped ? u"–"_s : shownSpan(attempt["started_ms"].toInt()),
                   isSkipped ? u"–"_s : shownSpan(attempt["duration_ms"].toInt()),
                   attemptWhy(attempt)});
    }
    return table.text(style);
}

QString traceHead(const Json &data)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(data["started_ms"].toInt());
    QString out =
        u"Request %1, %2\n"_s.arg(shown(data["id"]), time.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s));
    out += u"  asked for   %1 (%2%3)"_s.arg(shown(data["requested_model"]), shown(data["dialect"]),
                                            data["stream"].toBool() ? u", stream"_s : QString());
    if (!data["combo"].toBytes().isEmpty())
        out += u", combo "_s + shown(data["combo"]);
    out += u"\n  by          %1, key %2\n"_s.arg(shown(data["program"]), shown(data["client_key"]));
    out += u"  answered    %1"_s.arg(shown(data["status"]));
    if (!data["model"].toBytes().isEmpty())
        out += u" by %1/%2, account %3"_s.arg(shown(data["provider"]), shown(data["model"]),
                                              shown(data["account"]));
    out += u", in %1"_s.arg(shownSpan(data["total_ms"].toInt()));
    if (!data["first_byte_ms"].isNull())
        out += u", first byte after %1"_s.arg(shownSpan(data["first_byte_ms"].toInt()));
    const Json &usage = data["usage"];
    out += u"\n  tokens      %1 in, %2 out%3\n"_s.arg(
        shown(usage["input_tokens"]), shown(usage["output_tokens"]),
        usage["estimated"].toBool() ? u" (estimated)"_s : QString());
    if (data["error"].isObject())
        out += u"  error       %1: %2\n"_s.arg(shown(data["error"]["code"]),
                                               shown(data["error"]["detail"]));
    return out;
}

} // namespace

Rendered logs(const Json &data, const Style &style)
{
    QString out;
    for (const Json &item : data["lines"].items())
        out += logLine(item, style);
    return {.out = out};
}

QString logLine(const Json &item, const Style &style)
{
    const QDateTime time = QDateTime::fromString(item["time"].toText(), Qt::ISODateWithMs);
    const QString level = shown(item["level"]);
    Tint tint = Tint::Faint;
    if (level == "warning"_L1)
        tint = Tint::Remark;
    else if (level == "error"_L1)
        tint = Tint::Bad;
    return u"%1 %2 %3: %4\n"_s.arg(time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s),
                                   tinted(level.leftJustified(7), tint, style),
                                   shown(item["category"]), shown(item["text"]));
}

Rendered trace(const Json &data, const Style &style)
{
    QString out = traceHead(data) + u'\n' + attemptTable(data["attempts"], style);
    for (const Json &loss : data["losses"].items())
        out += u"Not carried over: "_s + shown(loss) + u'\n';
    return {.out = out};
}

Rendered keyList(const Json &data, const Style &style)
{
    TextTable table({u"ID"_s, u"NAME"_s, u"STATE"_s, u"KEY"_s, u"MODELS"_s, u"PER MINUTE"_s,
                     u"EXPIRES"_s, u"LAST USED"_s});
    for (const Json &key : data["keys"].items()) {
        QStringList globs;
        for (const Json &glob : key["allow"].items())
            globs.append(shown(glob));
        table.add({shown(key["id"]), shown(key["name"]), shown(key["state"]),
                   u"…"_s + shown(key["hint"]), globs.isEmpty() ? u"all"_s : globs.join(u' '),
                   shown(key["requests_per_minute"]), shownTime(key["expires"]),
                   shownTime(key["last_used"])});
    }
    return {.out = table.text(style)};
}

Rendered keyMade(const Json &data, const Style &)
{
    if (data["dry_run"].toBool())
        return {.err = u"key %1\n"_s.arg(shown(data["name"]))};
    return {.out = data["key"].toText() + u'\n',
            .err = u"Key %1 (%2). Give it to one program only.\n"_s.arg(shown(data["name"]),
                                                                        shown(data["id"]))};
}

Rendered keyRevoked(const Json &data, const Style &)
{
    return {.err = u"Key %1 revoked: programs that use it are refused from now on.\n"_s.arg(
                shown(data["name"]))};
}

Rendered settingList(const Json &data, const Style &style)
{
    TextTable table({u"KEY"_s, u"VALUE"_s, u"DEFAULT"_s, u"ABOUT"_s});
    for (const Json &setting : data["settings"].items()) {
        QString value = shown(setting["value"]);
        if (setting["set"].toBool())
            value += u" *"_s;
        table.add(
            {shown(setting["key"]), value, shown(setting["default"]), shown(setting["about"])});
    }
    return {.out = table.text(style)};
}

Rendered settingValue(const Json &data, const Style &)
{
    return {.out = shown(data["value"]) + u'\n'};
}

Rendered settingChanged(const Json &data, const Style &)
{
    return {.err = u"%1 = %2\n"_s.arg(shown(data["key"]), shown(data["value"]))};
}

} // namespace omni::control::renderers
