// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/geminivalidator.h"

#include "core/net/ssereader.h"
#include "tests/support/geminischemas.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace omni::test {

using base::Json;
using base::JsonMember;

namespace {

using Fields = QSet<QByteArray>;

const Fields DataFields{
    "text",           "inlineData",          "fileData", "functionCall", "functionResponse",
    "executableCode", "codeExecutionResult", "toolCall", "toolResponse"};

QString at(const QString &path, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(path).arg(index);
}

bool isBase64(const QByteArray &text)
{
    static const QRegularExpression legal(QStringLiteral("^[A-Za-z0-9+/_-]*={0,2}$"));
    return legal.match(QString::fromLatin1(text)).hasMatch();
}

bool isFunctionName(const QByteArray &name)
{
    static const QRegularExpression legal(QStringLiteral("^[A-Za-z_][A-Za-z0-9_.:-]{0,63}$"));
    return legal.match(QString::fromUtf8(name)).hasMatch();
}

class Check
{
public:
    bool expect(bool good, const QString &path, const char *what)
    {
        if (!good)
            faults.append(path + QStringLiteral(": ") + QString::fromLatin1(what));
        return good;
    }

    void onlyFields(const Json &object, const Fields &known, const QString &path)
    {
        for (const JsonMember &member : object.members())
            expect(known.contains(member.key),
                   path + QLatin1Char('.') + QString::fromUtf8(member.key), "no such field");
    }

    /// The part's one data field; empty when it is malformed.
    QByteArray part(const Json &json, bool isModel, const QString &path)
    {
        static const Fields others{"thought", "thoughtSignature", "videoMetadata",
                                   "mediaResolution", "partMetadata"};
        if (!expect(json.isObject(), path, "must be an object"))
            return {};
        QByteArray field;
        for (const JsonMember &member : json.members()) {
            if (DataFields.contains(member.key)) {
                expect(field.isEmpty(), path, "has more than one data field");
                field = member.key;
            } else {
                expect(others.contains(member.key),
                       path + QLatin1Char('.') + QString::fromUtf8(member.key), "no such field");
            }
        }
        expect(!field.isEmpty(), path, "has no data field");
        const Json &signature = json["thoughtSignature"];
        expect(signature.isNull() || isBase64(signature.toBytes()), path,
               "a signature must be base64");
        expect(json["thought"].isNull() || (isModel && json["thought"].isBool()), path,
               "only a model thinks");
        const Json &value = json[QByteArrayView(field)];
        if (field == "text")
            expect(value.isString(), path, "text must be a string");
        else if (field == "inlineData")
            expect(value["mimeType"].toBytes().contains('/') && value["data"].isString() &&
                       isBase64(value["data"].toBytes()),
                   path, "inlineData needs mimeType and base64 data");
        else if (field == "fileData")
            expect(value["fileUri"].toBytes().contains("://") ||
                       value["fileUri"].toBytes().startsWith("files/"),
                   path, "fileData needs a fileUri");
        else if (field == "functionCall")
            call(value, isModel, path);
        else if (field == "functionResponse")
            response(value, isModel, path);
        return field;
    }

    void call(const Json &json, bool isModel, const QString &path)
    {
        static const Fields known{"id", "name", "args"};
        onlyFields(json, known, path);
        expect(isModel, path, "a call can only stand in a model turn");
        expect(isFunctionName(json["name"].toBytes()), path, "no legal function name");
        expect(json["args"].isObject(), path, "args must be an object");
        expect(json["id"].isNull() || !json["id"].toBytes().isEmpty(), path, "an empty id");
    }

    void response(const Json &json, bool isModel, const QString &path)
    {
        static const Fields known{"id", "name", "response", "parts", "willContinue", "scheduling"};
        onlyFields(json, known, path);
        expect(!isModel, path, "a result can only stand in a user turn");
        expect(isFunctionName(json["name"].toBytes()), path, "no legal function name");
        expect(json["response"].isObject(), path, "response must be an object");
        const Json &parts = json["parts"];
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QByteArray kind = part(parts.at(i), false, at(path, i));
            expect(kind == "inlineData" || kind == "fileData", at(path, i), "only media");
        }
    }

    QStringList faults;
};

class RequestCheck : public Check
{
public:
    explicit RequestCheck(const GeminiRules &rules)
        : m_rules(rules)
    {}

    void run(const Json &body)
    {
        static const Fields known{
            "contents",       "systemInstruction", "tools",  "toolConfig",      "generationConfig",
            "safetySettings", "cachedContent",     "labels", "modelArmorConfig"};
        if (!expect(body.isObject(), QStringLiteral("$"), "must be an object"))
            return;
        onlyFields(body, known, QStringLiteral("$"));
        contents(body["contents"]);
        system(body["systemInstruction"]);
        tools(body["tools"]);
        toolConfig(body["toolConfig"]);
        config(body["generationConfig"]);
    }

private:
    void contents(const Json &list)
    {
        const QString path = QStringLiteral("contents");
        if (!expect(list.isArray() && list.size() > 0, path, "at least one is wanted"))
            return;
        for (qsizetype i = 0; i < list.size(); ++i)
            turn(list.at(i), at(path, i), i);
        expect(m_waiting.isEmpty(), path, "calls without their results at the end");
        expect(list.at(list.size() - 1)["role"].toBytes() != "model", path,
               "must end with a user's turn");
    }

    void turn(const Json &content, const QString &path, qsizetype index)
    {
        static const Fields known{"role", "parts"};
        onlyFields(content, known, path);
        const QByteArray &role = content["role"].toBytes();
        const bool isModel = role == "model";
        expect(isModel || role == "user", path, "role must be user or model");
        expect(index > 0 || !isModel, path, "must begin with a user's turn");
        const Json &parts = content["parts"];
        expect(parts.isArray() && parts.size() > 0, path, "parts must not be empty");
        QList<Json> calls;
        QList<Json> results;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const Json &one = parts.at(i);
            const QByteArray field = part(one, isModel, at(path, i));
            if (field == "functionCall") {
                if (calls.isEmpty() && m_rules.signedCalls)
                    expect(!one["thoughtSignature"].toBytes().isEmpty(), at(path, i),
                           "Function call is missing a thought_signature");
                calls.append(one["functionCall"]);
            } else if (field == "functionResponse") {
                results.append(one["functionResponse"]);
            }
        }
        pair(results, path);
        expect(calls.isEmpty() || !m_isModelBefore, path, "calls must come behind a user's turn");
        m_isModelBefore = isModel;
        m_waiting = calls;
    }

    void pair(const QList<Json> &results, const QString &path)
    {
        if (m_waiting.isEmpty() && results.isEmpty())
            return;
        if (!expect(results.size() == m_waiting.size(), path,
                    "as many results as the turn before had calls are wanted"))
            return;
        for (qsizetype i = 0; i < results.size(); ++i) {
            expect(results[i]["name"] == m_waiting[i]["name"], path, "results in another order");
            expect(results[i]["id"] == m_waiting[i]["id"], path, "ids of call and result differ");
        }
        m_waiting.clear();
    }

    void system(const Json &json)
    {
        if (json.isNull())
            return;
        const QString path = QStringLiteral("systemInstruction");
        const Json &parts = json["parts"];
        expect(parts.size() > 0, path, "parts must not be empty");
        for (qsizetype i = 0; i < parts.size(); ++i)
            expect(part(parts.at(i), false, at(path, i)) == "text", at(path, i), "only text");
    }

    void tools(const Json &list)
    {
        if (list.isNull())
            return;
        static const Fields known{
            "functionDeclarations",  "googleSearch", "codeExecution", "urlContext",
            "googleSearchRetrieval", "fileSearch",   "googleMaps",    "computerUse"};
        expect(list.isArray() && list.size() > 0, QStringLiteral("tools"), "must not be empty");
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString path = at(QStringLiteral("tools"), i);
            onlyFields(list.at(i), known, path);
            expect(list.at(i).size() > 0, path, "must not be empty");
            for (const Json &declaration : list.at(i)["functionDeclarations"].items())
                function(declaration, path);
        }
    }

    void function(const Json &json, const QString &path)
    {
        static const Fields known{"name",     "description",          "parameters",
                                  "response", "parametersJsonSchema", "responseJsonSchema",
                                  "behavior"};
        onlyFields(json, known, path);
        const QByteArray &name = json["name"].toBytes();
        expect(isFunctionName(name), path, "no legal function name");
        expect(!m_functions.contains(name), path, "a function is declared twice");
        m_functions.insert(name);
        const Json &reduced = json["parameters"];
        const Json &whole = json["parametersJsonSchema"];
        expect(reduced.isNull() || whole.isNull(), path, "two schemas for one function");
        expect(whole.isNull() || (whole["type"].toBytes() == "object" && !m_rules.reducedSchemas),
               path, "parametersJsonSchema must be an object's, and allowed");
        if (!reduced.isNull())
            faults += geminiSchemaFaults(reduced, path + QStringLiteral(".parameters"));
    }

    void toolConfig(const Json &json)
    {
        const Json &calling = json["functionCallingConfig"];
        if (calling.isNull())
            return;
        const QString path = QStringLiteral("toolConfig.functionCallingConfig");
        static const Fields modes{"AUTO", "ANY", "NONE", "VALIDATED"};
        const QByteArray &mode = calling["mode"].toBytes();
        expect(modes.contains(mode), path, "no such mode");
        expect(!m_functions.isEmpty(), path, "a mode without any function");
        const Json &names = calling["allowedFunctionNames"];
        expect(names.size() == 0 || mode == "ANY" || mode == "VALIDATED", path,
               "names with this mode");
        for (const Json &name : names.items())
            expect(m_functions.contains(name.toBytes()), path, "an unknown function is allowed");
    }

    void config(const Json &json)
    {
        if (json.isNull())
            return;
        const QString path = QStringLiteral("generationConfig");
        static const Fields known{"temperature",
                                  "topP",
                                  "topK",
                                  "candidateCount",
                                  "maxOutputTokens",
                                  "stopSequences",
                                  "responseMimeType",
                                  "responseSchema",
                                  "responseJsonSchema",
                                  "thinkingConfig",
                                  "seed",
                                  "presencePenalty",
                                  "frequencyPenalty",
                                  "responseLogprobs",
                                  "logprobs",
                                  "speechConfig",
                                  "mediaResolution",
                                  "responseModalities",
                                  "imageConfig"};
        onlyFields(json, known, path);
        const double temperature = json["temperature"].toDouble(1);
        expect(temperature >= 0 && temperature <= 2, path, "temperature must be 0 to 2");
        expect(json["stopSequences"].size() <= 5, path, "at most 5 stop sequences");
        expect(json["maxOutputTokens"].toInt(1) >= 1, path, "maxOutputTokens must be positive");
        const Json &thinking = json["thinkingConfig"];
        expect(thinking["thinkingBudget"].isNull() || thinking["thinkingLevel"].isNull(), path,
               "a budget and a level exclude each other");
        static const Fields levels{"minimal", "low", "medium", "high"};
        expect(thinking["thinkingLevel"].isNull() ||
                   levels.contains(thinking["thinkingLevel"].toBytes()),
               path, "no such thinking level");
        const bool hasSchema =
            !json["responseSchema"].isNull() || !json["responseJsonSchema"].isNull();
        expect(!hasSchema || json["responseMimeType"].isString(), path,
               "a schema needs responseMimeType");
        expect(json["responseSchema"].isNull() || json["responseJsonSchema"].isNull(), path,
               "two schemas for one answer");
        expect(!m_rules.reducedSchemas || json["responseJsonSchema"].isNull(), path,
               "whole schemas are not taken");
        if (!json["responseSchema"].isNull())
            faults += geminiSchemaFaults(json["responseSchema"],
                                         path + QStringLiteral(".responseSchema"));
    }

    GeminiRules m_rules;
    QList<Json> m_waiting; ///< calls of the turn before
    Fields m_functions;
    bool m_isModelBefore = false;
};

class AnswerCheck : public Check
{
public:
    void answer(const Json &body, bool isChunk)
    {
        if (!expect(body.isObject() && body["error"].isNull(), QStringLiteral("$"),
                    "must be an answer"))
            return;
        const Json &list = body["candidates"];
        const bool refused = body["promptFeedback"]["blockReason"].isString();
        expect(list.size() > 0 || refused, QStringLiteral("$"), "has no candidates");
        expect(body["modelVersion"].isString(), QStringLiteral("$"), "has no modelVersion");
        for (qsizetype i = 0; i < list.size(); ++i)
            candidate(list.at(i), at(QStringLiteral("candidates"), i), isChunk);
        usage(body["usageMetadata"]);
    }

    bool isFinished = false;
    qsizetype calls = 0;

private:
    void candidate(const Json &json, const QString &path, bool isChunk)
    {
        static const Fields reasons{"STOP",
                                    "MAX_TOKENS",
                                    "SAFETY",
                                    "RECITATION",
                                    "LANGUAGE",
                                    "OTHER",
                                    "BLOCKLIST",
                                    "PROHIBITED_CONTENT",
                                    "SPII",
                                    "MALFORMED_FUNCTION_CALL",
                                    "UNEXPECTED_TOOL_CALL",
                                    "MODEL_ARMOR",
                                    "IMAGE_SAFETY"};
        const Json &content = json["content"];
        expect(content["role"].toBytes() == "model", path, "the role must be model");
        expect(json["index"].isNumber(), path, "has no index");
        const Json &parts = content["parts"];
        expect(!isChunk || parts.size() > 0, path, "parts must not be empty");
        expect(!parts.isArray() || parts.size() > 0, path, "parts must not be empty");
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (part(parts.at(i), true, at(path, i)) == "functionCall")
                ++calls;
        }
        const QByteArray &reason = json["finishReason"].toBytes();
        expect(reason.isEmpty() ? isChunk : reasons.contains(reason), path, "no finish reason");
        isFinished = isFinished || !reason.isEmpty();
    }

    void usage(const Json &json)
    {
        for (const JsonMember &member : json.members()) {
            if (member.key.endsWith("TokenCount"))
                expect(member.value.isNumber() && member.value.toInt(-1) >= 0,
                       QStringLiteral("usageMetadata.") + QString::fromUtf8(member.key),
                       "must be a count");
        }
    }
};

} // namespace

QStringList geminiRequestFaults(const Json &body, const GeminiRules &rules)
{
    RequestCheck check(rules);
    check.run(body);
    return check.faults;
}

QStringList geminiAnswerFaults(const Json &body)
{
    AnswerCheck check;
    check.answer(body, false);
    return check.faults;
}

QStringList geminiStreamFaults(QByteArrayView sse)
{
    net::SseReader reader;
    QList<net::Frame> frames = reader.feed(sse);
    frames += reader.finish();
    AnswerCheck check;
    QByteArray id;
    for (qsizetype i = 0; i < frames.size(); ++i) {
        const QString path = at(QStringLiteral("event"), i);
        check.expect(!frames[i].isComment && frames[i].name.isEmpty(), path,
                     "only unnamed data is known");
        check.expect(!check.isFinished, path, "comes behind the end");
        const auto chunk = Json::parse(frames[i].data);
        if (!check.expect(chunk.has_value(), path, "is no JSON"))
            continue;
        check.answer(*chunk, true);
        check.expect(i == 0 || (*chunk)["responseId"].toBytes() == id, path, "another responseId");
        id = (*chunk)["responseId"].toBytes();
        if ((*chunk)["promptFeedback"]["blockReason"].isString())
            check.isFinished = true;
    }
    check.expect(check.isFinished, QStringLiteral("the stream"), "has no end");
    return check.faults;
}

} // namespace omni::test
