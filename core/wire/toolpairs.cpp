// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/toolpairs.h"

#include <QSet>

namespace omni::wire {

using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;
using chat::ToolCallPart;
using chat::ToolResultPart;

namespace {

QByteArray place(size_t message, size_t part)
{
    return "messages[" + QByteArray::number(qint64(message)) + "].content[" +
           QByteArray::number(qint64(part)) + ']';
}

class Pairing
{
public:
    Pairing(const std::vector<Message> &messages, Losses &losses)
        : m_messages(messages)
        , m_losses(losses)
    {}

    std::vector<Message> run()
    {
        for (m_at = 0; m_at < m_messages.size(); ++m_at) {
            const Message &message = m_messages[m_at];
            if (message.role == Role::Assistant) {
                m_out.push_back(message);
                answerCalls(message);
            } else {
                addWithoutResults(message);
            }
        }
        return std::move(m_out);
    }

private:
    /// The results of an assistant's calls stand in the messages up to the next assistant's turn.
    void answerCalls(const Message &assistant)
    {
        std::vector<const ToolCallPart *> calls;
        for (const Part &part : assistant.parts) {
            if (const auto *call = part.as<ToolCallPart>())
                calls.push_back(call);
        }
        if (calls.empty())
            return;
        Message results{.role = Role::Tool};
        for (const ToolCallPart *call : calls)
            results.parts.push_back(resultFor(*call));
        m_out.push_back(std::move(results));
    }

    Part resultFor(const ToolCallPart &call)
    {
        const Part *found = nullptr;
        for (size_t i = m_at + 1; i < m_messages.size(); ++i) {
            if (m_messages[i].role == Role::Assistant)
                break;
            for (size_t j = 0; j < m_messages[i].parts.size(); ++j) {
                const Part &part = m_messages[i].parts[j];
                const auto *result = part.as<ToolResultPart>();
                if (!result || result->callId != call.id)
                    continue;
                if (found)
                    m_losses.append(
                        Loss{place(i, j), "a second result for one call: the last counts"});
                found = &part;
                m_used.insert(&part);
            }
        }
        if (found)
            return *found;
        m_losses.append(
            Loss{"messages[" + QByteArray::number(qint64(m_at)) + ']',
                 "the call " + call.id + " has no result: one was made up that says so"});
        ToolResultPart missing{.callId = call.id, .name = call.name};
        missing.content.emplace_back(TextPart{.text = "No result: the call was cancelled"});
        missing.isError = true;
        missing.isFreeForm = call.isFreeForm;
        return Part(std::move(missing));
    }

    /// What is left of a message once its paired results are gone.
    void addWithoutResults(const Message &message)
    {
        Message rest = message;
        rest.parts.clear();
        bool dropped = false;
        for (size_t j = 0; j < message.parts.size(); ++j) {
            const Part &part = message.parts[j];
            const auto *result = part.as<ToolResultPart>();
            if (!result) {
                rest.parts.push_back(part);
                continue;
            }
            dropped = true;
            if (m_used.contains(&part))
                continue;
            m_losses.append(Loss{place(m_at, j), "a result without its call: it became user text"});
            rest.parts.insert(rest.parts.end(), result->content.begin(), result->content.end());
        }
        if (rest.parts.empty() && dropped)
            return;
        if (rest.role == Role::Tool)
            rest.role = Role::User;
        m_out.push_back(std::move(rest));
    }

    const std::vector<Message> &m_messages;
    Losses &m_losses;
    std::vector<Message> m_out;
    QSet<const Part *> m_used;
    size_t m_at = 0;
};

bool hasTools(const std::vector<Message> &messages)
{
    for (const Message &message : messages) {
        for (const Part &part : message.parts) {
            if (part.as<ToolCallPart>() || part.as<ToolResultPart>())
                return true;
        }
    }
    return false;
}

} // namespace

std::vector<Message> withPairedTools(const std::vector<Message> &messages, Losses &losses)
{
    return hasTools(messages) ? Pairing(messages, losses).run() : messages;
}

} // namespace omni::wire
