// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/geminischemas.h"

#include <QSet>

namespace omni::test {

using base::Json;
using base::JsonMember;

QStringList geminiSchemaFaults(const Json &schema, const QString &path)
{
    static const QSet<QByteArray> known{
        "type",      "format",        "title",         "description",      "nullable", "enum",
        "maxItems",  "minItems",      "properties",    "required",         "anyOf",    "minimum",
        "maximum",   "minProperties", "maxProperties", "propertyOrdering", "items",    "minLength",
        "maxLength", "pattern",       "example",       "default"};
    static const QSet<QByteArray> types{"string",  "number", "integer",
                                        "boolean", "array",  "object"};
    QStringList faults;
    const auto expect = [&](bool good, const char *what) {
        if (!good)
            faults.append(path + QStringLiteral(": ") + QString::fromLatin1(what));
    };
    expect(schema.isObject(), "must be an object");
    for (const JsonMember &member : schema.members()) {
        if (!known.contains(member.key))
            faults.append(path + QLatin1Char('.') + QString::fromUtf8(member.key) +
                          QStringLiteral(": no such keyword"));
    }
    const QByteArray type = schema["type"].toBytes().toLower();
    const Json &choices = schema["anyOf"];
    expect(choices.isArray() || types.contains(type), "needs a type that there is");
    for (qsizetype i = 0; i < choices.size(); ++i)
        faults += geminiSchemaFaults(choices.at(i), path + QStringLiteral(".anyOf[%1]").arg(i));
    expect(!choices.isArray() || schema.size() == 1, "nothing may stand beside anyOf");
    expect(type != "array" || schema["items"].isObject(), "an array needs items");
    if (schema["items"].isObject())
        faults += geminiSchemaFaults(schema["items"], path + QStringLiteral(".items"));
    expect(!schema.contains("enum") || type == "string", "an enum is of strings");
    for (const Json &value : schema["enum"].items())
        expect(value.isString() && !value.toBytes().isEmpty(), "an enum is of words");
    for (const JsonMember &member : schema["properties"].members())
        faults += geminiSchemaFaults(member.value, path + QStringLiteral(".properties.") +
                                                       QString::fromUtf8(member.key));
    for (const Json &name : schema["required"].items())
        expect(schema["properties"].contains(name.toBytes()), "what is required must exist");
    return faults;
}

} // namespace omni::test
