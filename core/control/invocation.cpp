// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/invocation.h"

#include "core/base/nearmatch.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::ErrorCode;
using base::Json;

namespace {

base::Failure wrong(const QString &text)
{
    return base::fail(ErrorCode::InvalidRequest, text);
}

base::Result<void> checkChoice(const QString &what, const QString &value,
                               const QStringList &choices)
{
    if (choices.isEmpty() || choices.contains(value))
        return {};
    return wrong(u"%1 cannot be \"%2\"; it is one of %3.%4"_s.arg(
        what, value, choices.join(u", "_s), suggestion(value, choices)));
}

base::Result<void> checkNumber(const Option &option, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (isNumber && number >= option.min && number <= option.max)
        return {};
    return wrong(u"--%1 takes a whole number from %2 to %3, not \"%4\"."_s.arg(
        option.name, QString::number(option.min), QString::number(option.max), value));
}

base::Result<void> checkOption(const Option &option, const QStringList &values)
{
    if (option.kind == ValueKind::Switch) {
        if (!values.isEmpty())
            return wrong(u"--%1 takes no value."_s.arg(option.name));
        return {};
    }
    if (values.isEmpty())
        return wrong(u"--%1 needs a value: --%1 %2."_s.arg(option.name, option.value));
    if (values.size() > 1 && !option.repeats)
        return wrong(u"--%1 was given more than once."_s.arg(option.name));
    for (const QString &value : values) {
        base::Result<void> good;
        if (option.kind == ValueKind::Number)
            good = checkNumber(option, value);
        else if (option.kind == ValueKind::Choice)
            good = checkChoice(u"--"_s + option.name, value, option.choices);
        if (!good)
            return good;
    }
    return {};
}

base::Result<void> checkArgument(const Argument &argument, const QStringList &values)
{
    if (values.isEmpty() && !argument.isOptional)
        return wrong(u"%1 is missing: %2."_s.arg(argument.name.toUpper(), argument.help));
    if (values.size() > 1 && !argument.repeats)
        return wrong(u"%1 was given more than once."_s.arg(argument.name.toUpper()));
    for (const QString &value : values) {
        if (auto good = checkChoice(argument.name.toUpper(), value, argument.choices); !good)
            return good;
    }
    return {};
}

} // namespace

QString suggestion(const QString &word, const QStringList &known)
{
    const QStringList near = base::nearMatches(word, known, 1);
    return near.isEmpty() ? QString() : u" Did you mean \"%1\"?"_s.arg(near.first());
}

QString Invocation::text(const QString &name) const
{
    const QStringList values = m_values.value(name);
    return values.isEmpty() ? QString() : values.last();
}

std::optional<qint64> Invocation::number(const QString &name) const
{
    bool isNumber = false;
    const qint64 value = text(name).toLongLong(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

base::Result<void> Invocation::check() const
{
    const QList<Option> options = m_command->allOptions();
    QStringList known;
    for (const Option &option : options) {
        known.append(option.name);
        if (!has(option.name))
            continue;
        if (auto good = checkOption(option, list(option.name)); !good)
            return good;
    }
    for (const Argument &argument : m_command->arguments) {
        known.append(argument.name);
        if (auto good = checkArgument(argument, list(argument.name)); !good)
            return good;
    }
    for (auto it = m_values.begin(); it != m_values.end(); ++it) {
        if (!known.contains(it.key()))
            return wrong(
                u"\"%1\" knows nothing called \"%2\"."_s.arg(m_command->words(), it.key()) +
                suggestion(it.key(), known));
    }
    return {};
}

Json Invocation::toJson() const
{
    QStringList names = m_values.keys();
    names.sort();
    Json values = Json::object();
    for (const QString &name : names) {
        Json list = Json::array();
        for (const QString &value : m_values.value(name))
            list.append(Json(value));
        values.set(name.toUtf8(), list);
    }
    return Json::object(
        {{"noun", Json(m_command->noun)}, {"verb", Json(m_command->verb)}, {"values", values}});
}

base::Result<Invocation> Invocation::fromJson(const Json &json)
{
    const Json &values = json["values"];
    if (!json["noun"].isString() || !json["verb"].isString() || !values.isObject())
        return wrong(u"a command has the members noun, verb and values."_s);
    const Command *command = findCommand(json["noun"].toText(), json["verb"].toText());
    if (!command)
        return wrong(u"there is no command \"%1 %2\"; is the running instance older than this "
                     "program? Restart it."_s.arg(json["noun"].toText(), json["verb"].toText()));
    Invocation invocation(*command);
    for (const auto &[name, list] : values.members()) {
        if (!list.isArray())
            return wrong(u"every value is a list of strings."_s);
        invocation.addSwitch(QString::fromUtf8(name));
        for (const Json &item : list.items()) {
            if (!item.isString())
                return wrong(u"every value is a list of strings."_s);
            invocation.add(QString::fromUtf8(name), item.toText());
        }
    }
    if (auto good = invocation.check(); !good)
        return base::fail(good.error());
    return invocation;
}

bool isStartWithWindows(const Invocation &invocation)
{
    return invocation.command().noun.isEmpty();
}

} // namespace omni::control
