// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/renderers.h"
#include "core/control/client/texttable.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::renderers {

using base::Json;

namespace {

QString line(const QString &name, const QString &value)
{
    return u"  "_s + name.leftJustified(14) + value + u'\n';
}

QString accountsLine(const Json &accounts)
{
    QStringList others;
    for (const Json &other : accounts["others"].items())
        others.append(shown(other["name"]) + u": "_s + shown(other["state"]));
    QString text = u"%1 ready of %2"_s.arg(shown(accounts["ready"]), shown(accounts["total"]));
    if (!others.isEmpty())
        text += u" ("_s + others.join(u", "_s) + u')';
    return text;
}

QString dayLine(const Json &day)
{
    return u"%1 in 24 hours, %2 answered, %3 tokens"_s.arg(
        shown(day["requests"]), shown(day["answered"]), shown(day["tokens"]));
}

} // namespace

Rendered nothing(const Json &, const Style &)
{
    return {};
}

Rendered status(const Json &data, const Style &style)
{
    const bool isUp = data["url"].isString();
    QString out = u"OmniRoute %1 "_s.arg(shown(data["version"]));
    if (isUp)
        out += u"is %1 at "_s.arg(tinted(shown(data["state"]), Tint::Good, style)) +
               shown(data["url"]) + u'\n';
    else
        out += tinted(u"runs, and listens nowhere"_s, Tint::Bad, style) + u'\n';
    if (data["problem"].isString())
        out += line(u"problem"_s, shown(data["problem"]));
    out += line(u"since"_s, u"%1 (%2)"_s.arg(shownTime(data["started"]),
                                             shownSpan(data["uptime_seconds"].toInt() * 1000)));
    out += line(u"process"_s, shown(data["pid"]));
    out += line(u"data folder"_s, shown(data["data_dir"]));
    out += line(u"secrets"_s, shown(data["secrets"]));
    out += line(u"accounts"_s, accountsLine(data["accounts"]));
    out += line(u"client keys"_s, shown(data["keys"]));
    out += line(u"combos"_s, data["active_combo"].isString()
                                 ? u"%1, new requests go to %2"_s.arg(shown(data["combos"]),
                                                                      shown(data["active_combo"]))
                                 : shown(data["combos"]));
    out += line(u"requests"_s, dayLine(data["last_24_hours"]));
    for (const Json &live : data["live"].items())
        out += line(u"running"_s, u"%1  %2  %3"_s.arg(shown(live["id"]), shown(live["model"]),
                                                      shown(live["program"])));
    if (data["database_trouble"].isString())
        out += line(u"database"_s, tinted(shown(data["database_trouble"]), Tint::Bad, style));
    return {.out = out};
}

Rendered stop(const Json &data, const Style &)
{
    const qint64 running = data["running"].toInt();
    if (running == 0)
        return {.err = u"OmniRoute stops.\n"_s};
    return {.err =
                u"OmniRoute stops once %1 running request(s) ended, in 30 s at the latest.\n"_s.arg(
                    running)};
}

} // namespace omni::control::renderers
