// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/contents.h"

#include "core/wire/gemini/partdecoder.h"
#include "core/wire/gemini/words.h"
#include "core/wire/toolnames.h"

namespace omni::wire::gemini {

using base::Json;
using chat::Message;
using chat::Part;
using chat::Role;

namespace {

class ContentsDecoder
{
public:
    ContentsDecoder(FieldReader &in, std::vector<Message> &messages)
        : m_in(in)
        , m_messages(messages)
    {}

    bool decode(const Json &written, const FieldPath &where)
    {
        if (!written.isObject())
            return m_in.wrong(where, "an object is wanted");
        const Json content = camelKeys(written);
        const QByteArray &role = content["role"].toBytes();
        const bool isModel = role == "model";
        if (!isModel && role != "user" && role != "function" && !content["role"].isNull())
            return m_in.wrong(where["role"], "must be user or model");
        std::vector<Part> parts;
        const FieldPath at = where["parts"];
        if (!content["parts"].isNull() && !m_in.array(content["parts"], at))
            return false;
        for (qsizetype i = 0; i < content["parts"].size(); ++i) {
            Part part;
            if (!decodePart(m_in, content["parts"].at(i), at.at(i), part) ||
                !check(part, isModel, at.at(i)))
                return false;
            parts.push_back(std::move(part));
        }
        const Json rest = leftOver(content, {"role", "parts"});
        if (isModel)
            add(Role::Assistant, std::move(parts), rest);
        else
            addUserTurn(std::move(parts), rest);
        return true;
    }

private:
    bool check(Part &part, bool isModel, const FieldPath &where)
    {
        if (auto *call = part.as<chat::ToolCallPart>()) {
            if (!isModel)
                return m_in.wrong(where, "a functionCall can only stand in a model turn");
            if (!m_inModelTurn)
                m_open.clear();
            m_inModelTurn = true;
            if (call->id.isEmpty())
                setMadeId(part, makeCallId("call_", {}, m_calls, call->name));
            ++m_calls;
            m_open.append({call->id, call->name});
        } else if (auto *result = part.as<chat::ToolResultPart>()) {
            if (isModel)
                return m_in.wrong(where, "a functionResponse can only stand in a user turn");
            m_inModelTurn = false;
            pair(part, *result);
        }
        return true;
    }

    void pair(Part &part, chat::ToolResultPart &result)
    {
        const auto byId = std::find_if(m_open.begin(), m_open.end(), [&](const OpenCall &call) {
            return !result.callId.isEmpty() && call.id == result.callId;
        });
        const auto found =
            byId != m_open.end()
                ? byId
                : std::find_if(m_open.begin(), m_open.end(),
                               [&](const OpenCall &call) { return call.name == result.name; });
        if (found == m_open.end()) {
            if (result.callId.isEmpty())
                setMadeId(part, makeCallId("orphan_", {}, m_calls, result.name));
            return;
        }
        if (result.callId.isEmpty())
            setMadeId(part, found->id);
        else
            result.callId = found->id;
        m_open.erase(found);
    }

    void add(Role role, std::vector<Part> &&parts, const Json &rest)
    {
        Message message{.role = role, .parts = std::move(parts)};
        message.extensions.put(Mine, rest);
        m_messages.push_back(std::move(message));
    }

    void addUserTurn(std::vector<Part> &&parts, Json rest)
    {
        const auto isResult = [](const Part &part) {
            return part.as<chat::ToolResultPart>() != nullptr;
        };
        auto begin = parts.begin();
        do {
            const bool results = begin != parts.end() && isResult(*begin);
            const auto end = std::find_if(
                begin, parts.end(), [&](const Part &part) { return isResult(part) != results; });
            add(results ? Role::Tool : Role::User,
                std::vector<Part>(std::make_move_iterator(begin), std::make_move_iterator(end)),
                rest);
            rest = Json::object({{JoinedMark, true}});
            begin = end;
        } while (begin != parts.end());
    }

    struct OpenCall
    {
        QByteArray id;
        QByteArray name;
    };

    FieldReader &m_in;
    std::vector<Message> &m_messages;
    QList<OpenCall> m_open; ///< calls of the last model turns that wait for their results
    int m_calls = 0;
    bool m_inModelTurn = false;
};

} // namespace

bool decodeContents(FieldReader &in, const Json &contents, const FieldPath &where,
                    std::vector<Message> &messages)
{
    if (!contents.isArray())
        return in.wrong(where, contents.isNull() ? "is required" : "an array is wanted");
    if (contents.size() == 0)
        return in.wrong(where, "at least one content is wanted");
    ContentsDecoder decoder(in, messages);
    for (qsizetype i = 0; i < contents.size(); ++i) {
        if (!decoder.decode(contents.at(i), where.at(i)))
            return false;
    }
    return true;
}

bool decodeSystem(FieldReader &in, const Json &system, const FieldPath &where,
                  std::vector<Message> &messages)
{
    if (system.isNull())
        return true;
    if (!system.isObject())
        return in.wrong(where, "an object is wanted");
    Message message{.role = Role::System};
    const FieldPath at = where["parts"];
    if (!system["parts"].isArray())
        return in.wrong(at, system["parts"].isNull() ? "is required" : "an array is wanted");
    for (qsizetype i = 0; i < system["parts"].size(); ++i) {
        Part part;
        if (!decodePart(in, system["parts"].at(i), at.at(i), part))
            return false;
        if (!part.as<chat::TextPart>())
            return in.wrong(at.at(i), "only text can stand here");
        message.parts.push_back(std::move(part));
    }
    // The role is ignored there, but some clients write one.
    message.extensions.put(Mine, leftOver(system, {"parts"}));
    if (!message.parts.empty())
        messages.push_back(std::move(message));
    return true;
}

} // namespace omni::wire::gemini
