// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/store/settings.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using base::Json;
using store::SettingRow;

namespace {

QString typeName(SettingRow::Type type)
{
    switch (type) {
    case SettingRow::Type::Bool:
        return u"bool"_s;
    case SettingRow::Type::Int:
        return u"int"_s;
    case SettingRow::Type::Text:
        return u"text"_s;
    case SettingRow::Type::Choice:
        break;
    }
    return u"choice"_s;
}

Json rowJson(const store::Settings &settings, const SettingRow &row)
{
    Json json = Json::object({{"key", Json(row.key)},
                              {"value", settings.value(row.key)},
                              {"default", row.fallback},
                              {"set", Json(settings.isSet(row.key))},
                              {"type", Json(typeName(row.type))}});
    if (row.type == SettingRow::Type::Int) {
        json.set("min", Json(row.min));
        json.set("max", Json(row.max));
    }
    if (row.type == SettingRow::Type::Choice)
        json.set("choices", stringsJson(row.choices));
    json.set("about", Json(row.about));
    return json;
}

const SettingRow *rowFor(const Rooms &rooms, const Request &request, Answer &answer)
{
    const QString key = request.invocation.text(u"key"_s);
    for (const SettingRow &row : rooms.settings.rows()) {
        if (row.key == key)
            return &row;
    }
    // The room's own sentence names what is near.
    answer.fail(rooms.settings.check(key, QString()).error());
    return nullptr;
}

} // namespace

void settingList(const Rooms &rooms, const Request &, Answer &answer)
{
    Json list = Json::array();
    for (const SettingRow &row : rooms.settings.rows())
        list.append(rowJson(rooms.settings, row));
    answer.result(Json::object({{"settings", list}}));
}

void settingGet(const Rooms &rooms, const Request &request, Answer &answer)
{
    if (const SettingRow *row = rowFor(rooms, request, answer))
        answer.result(rowJson(rooms.settings, *row));
}

void settingSet(const Rooms &rooms, const Request &request, Answer &answer)
{
    const SettingRow *row = rowFor(rooms, request, answer);
    if (!row)
        return;
    const QString text = request.invocation.text(u"value"_s);
    const auto value = rooms.settings.check(row->key, text);
    if (!value)
        return answer.fail(value.error());
    if (isDryRun(request)) {
        Json json = rowJson(rooms.settings, *row);
        json.set("value", *value);
        return answer.result(dryRun(json));
    }
    rooms.settings.set(row->key, text, &answer, finish(answer, [rooms, row = *row] {
                           return rowJson(rooms.settings, row);
                       }));
}

void settingReset(const Rooms &rooms, const Request &request, Answer &answer)
{
    const SettingRow *row = rowFor(rooms, request, answer);
    if (!row)
        return;
    if (isDryRun(request)) {
        Json json = rowJson(rooms.settings, *row);
        json.set("value", row->fallback);
        return answer.result(dryRun(json));
    }
    rooms.settings.reset(row->key, &answer, finish(answer, [rooms, row = *row] {
                             return rowJson(rooms.settings, row);
                         }));
}

} // namespace omni::control::handlers
