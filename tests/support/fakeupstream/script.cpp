// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"

#include <QRegularExpression>

namespace omni::test {

using base::Json;

QList<QByteArray> words(const QByteArray &text)
{
    QList<QByteArray> pieces;
    qsizetype from = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        if (at == text.size() || text.at(at) == ' ') {
            pieces.append(text.mid(from, at - from));
            from = at;
        }
    }
    return pieces;
}

QByteArray textOf(const Json &content)
{
    if (content.isString())
        return content.toBytes();
    QByteArray text;
    for (const Json &part : content.items()) {
        if (part["type"].toBytes() == "text")
            text += (text.isEmpty() ? "" : "\n") + part["text"].toBytes();
    }
    return text;
}

namespace {

/// Arguments that the schema accepts: each required member with a value of its type.
QByteArray argumentsFor(const Json &schema, const QByteArray &text)
{
    Json arguments = Json::object();
    for (const Json &name : schema["required"].items()) {
        const Json &member = schema["properties"][QByteArrayView(name.toBytes())];
        const QByteArray &type = member["type"].toBytes();
        if (member["enum"].size() > 0)
            arguments.set(name.toBytes(), member["enum"].at(0));
        else if (type == "integer" || type == "number")
            arguments.set(name.toBytes(), 7);
        else if (type == "boolean")
            arguments.set(name.toBytes(), true);
        else if (type == "array")
            arguments.set(name.toBytes(), Json::array());
        else if (type == "object")
            arguments.set(name.toBytes(), Json::object());
        else
            arguments.set(name.toBytes(), text);
    }
    return arguments.toJson();
}

/// The call of the request's file-reading tool with the last absolute path in the prompt.
std::optional<SaidCall> readFileCall(const Ask &ask)
{
    static const QRegularExpression pathForm(QStringLiteral(R"((/[\w.@-]+)+)"));
    QByteArray path;
    auto matches = pathForm.globalMatch(QString::fromUtf8(ask.lastUserText));
    while (matches.hasNext())
        path = matches.next().captured().toUtf8();
    if (path.isEmpty())
        return {};
    for (const Tool &tool : ask.tools) {
        const QByteArray name = tool.name.toLower();
        if (name != "read" && name != "read_file")
            continue;
        for (const base::JsonMember &member : tool.schema["properties"].members()) {
            if (member.key.contains("path"))
                return SaidCall{"call_fake0001", tool.name,
                                Json::object({{member.key, path}}).toJson()};
        }
    }
    return {};
}

} // namespace

Said decide(const Ask &ask, const QList<QByteArray> &wishes, const QByteArray &text)
{
    Said said;
    if (wishes.contains("thinking"))
        said.thinking = "Let me think about that first.";
    if (ask.toolResult) {
        said.text = "Tool said: " + *ask.toolResult;
        return said;
    }
    if (wishes.contains("read-file")) {
        if (const auto call = readFileCall(ask)) {
            said.calls = {*call};
            return said;
        }
    }
    const bool isParallel = wishes.contains("parallel-tools");
    if ((isParallel || wishes.contains("tool-call")) && !ask.tools.isEmpty()) {
        for (int i = 0; i < (isParallel ? 2 : 1); ++i) {
            const Tool &tool = ask.tools.at(i % ask.tools.size());
            said.calls.append({"call_fake000" + QByteArray::number(i + 1), tool.name,
                               argumentsFor(tool.schema, i == 0 ? "Paris in France" : "Rome")});
        }
        if (isParallel)
            said.text = "I will ask twice.";
        return said;
    }
    said.text = wishes.contains("echo") ? ask.lastUserText : text;
    return said;
}

} // namespace omni::test
