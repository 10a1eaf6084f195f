// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/conversation.h"

#include "core/wire/anthropic/media.h"
#include "core/wire/anthropic/words.h"
#include "core/wire/media.h"
#include "core/wire/toolpairs.h"

#include <QHash>
#include <QSet>

namespace omni::wire::anthropic {

using chat::ChatRequest;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;

namespace {

constexpr char OpeningTurn[] = "(The conversation begins with the assistant's turn.)";

bool isSystem(Role role)
{
    return role == Role::System || role == Role::Developer;
}

bool isBlank(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
}

class Arranger
{
public:
    Arranger(const ChatRequest &request, const Traits &traits, Losses &losses)
        : m_request(request)
        , m_traits(traits)
        , m_losses(losses)
    {}

    base::Result<Conversation> run()
    {
        const std::vector<Message> messages = withPairedTools(mergedAssistants(), m_losses);
        for (size_t i = 0; i < messages.size(); ++i) {
            if (auto good = add(messages[i], FieldPath()["messages"].at(qsizetype(i))); !good)
                return base::fail(good.error());
        }
        dropEmptyTurns();
        foldSystem();
        openWithUser();
        trimPrefill();
        makeIdsUnique();
        if (m_conversation.turns.empty())
            return base::fail(
                {.code = base::ErrorCode::InvalidRequest,
                 .detail = QStringLiteral("messages: nothing is left to say; at least one message "
                                          "with text, an image or a tool call is wanted"),
                 .field = QStringLiteral("messages")});
        return std::move(m_conversation);
    }

private:
    /// Neighbouring assistant messages are one turn, so that the results of all their calls are
    /// looked for behind the last of them.
    std::vector<Message> mergedAssistants() const
    {
        std::vector<Message> merged;
        merged.reserve(m_request.messages.size());
        for (const Message &message : m_request.messages) {
            if (message.role == Role::Assistant && !merged.empty() &&
                merged.back().role == Role::Assistant)
                merged.back().parts.insert(merged.back().parts.end(), message.parts.begin(),
                                           message.parts.end());
            else
                merged.push_back(message);
        }
        return merged;
    }

    base::Result<void> add(const Message &message, const FieldPath &where)
    {
        const base::Json &extra = message.extensions.of(Mine);
        if (isSystem(message.role))
            return addSystem(message, extra, where);
        const Role role = message.role == Role::Assistant ? Role::Assistant : Role::User;
        Turn &turn = turnOf(role);
        addMissing(turn.extra, extra);
        for (size_t i = 0; i < message.parts.size(); ++i) {
            if (auto good =
                    addPart(turn.parts, message.parts[i], role, where["content"].at(qsizetype(i)));
                !good)
                return good;
        }
        return {};
    }

    Turn &turnOf(Role role)
    {
        auto &turns = m_conversation.turns;
        if (turns.empty() || turns.back().role != role)
            turns.push_back({.role = role});
        return turns.back();
    }

    base::Result<void> addSystem(const Message &message, const base::Json &extra,
                                 const FieldPath &where)
    {
        const bool inPlace = extra["role"].toBytes() == "system" && !m_conversation.turns.empty();
        if (inPlace && m_traits.systemRole) {
            m_conversation.turns.push_back(
                {.role = Role::System, .parts = message.parts, .extra = leftOver(extra, {"role"})});
            return {};
        }
        std::vector<Part> parts;
        for (size_t i = 0; i < message.parts.size(); ++i) {
            const FieldPath content = where["content"];
            const FieldPath at = content.at(qsizetype(i));
            if (message.parts[i].as<chat::MediaPart>()) {
                lost(at, "a system prompt holds text only");
                continue;
            }
            if (auto good = addPart(parts, message.parts[i], Role::System, at); !good)
                return good;
        }
        const bool leading = m_conversation.turns.empty() || !m_traits.systemRole;
        auto &target = leading ? m_conversation.system : turnOf(Role::User).parts;
        for (Part &part : parts) {
            // What is said later stays where it was said: the cached prefix before it stays valid.
            if (auto *text = part.as<TextPart>(); text && !leading)
                text->text = "<system>\n" + text->text + "\n</system>";
            target.push_back(std::move(part));
        }
        return {};
    }

    void lost(const FieldPath &where, const char *why) { m_losses.append(Loss{where.text(), why}); }

    base::Result<void> addPart(std::vector<Part> &parts, const Part &part, Role role,
                               const FieldPath &where)
    {
        if (const auto *text = part.as<TextPart>()) {
            if (!isBlank(text->text))
                parts.push_back(part);
        } else if (const auto *refusal = part.as<chat::RefusalPart>()) {
            if (!isBlank(refusal->text))
                parts.emplace_back(TextPart{.text = refusal->text});
        } else if (const auto *media = part.as<chat::MediaPart>()) {
            return addMedia(parts, part, *media, role, where);
        } else if (const auto *reasoning = part.as<chat::ReasoningPart>()) {
            addReasoning(parts, part, *reasoning, role, where);
        } else if (const auto *result = part.as<chat::ToolResultPart>()) {
            return addResult(parts, part, *result, where);
        } else if (const auto *opaque = part.as<chat::OpaquePart>()) {
            if (opaque->format == Mine)
                parts.push_back(part);
            else
                lost(where, "only its own format knows this part");
        } else if (role == Role::Assistant) {
            parts.push_back(part);
        } else {
            lost(where, "a tool call can only stand in an assistant message");
        }
        return {};
    }

    base::Result<void> addMedia(std::vector<Part> &parts, const Part &part,
                                const chat::MediaPart &media, Role role, const FieldPath &where)
    {
        if (role == Role::Assistant) {
            parts.emplace_back(TextPart{.text = noteFor(media)});
            lost(where, "an assistant message holds no media: a note stands for it");
            return {};
        }
        auto legal = legalMedia(media, where);
        if (!legal)
            return base::fail(legal.error());
        if (!media.detail.isEmpty() && media.detail != "auto")
            lost(where, "`detail` has no counterpart");
        Part changed = part;
        changed.body = std::move(*legal);
        parts.push_back(std::move(changed));
        return {};
    }

    void addReasoning(std::vector<Part> &parts, const Part &part,
                      const chat::ReasoningPart &reasoning, Role role, const FieldPath &where)
    {
        // A signature of another vendor, or none, makes the API refuse the whole request.
        const bool signedByUs = reasoning.origin == Mine &&
                                !(reasoning.signature.isEmpty() && reasoning.encrypted.isEmpty());
        if (role != Role::Assistant || !signedByUs) {
            lost(where, "reasoning that Anthropic did not sign cannot be sent to it");
            return;
        }
        parts.push_back(part);
        if (part.cache) {
            parts.back().cache.reset();
            lost(where, "no cache mark may stand on thinking");
        }
    }

    base::Result<void> addResult(std::vector<Part> &parts, const Part &part,
                                 const chat::ToolResultPart &result, const FieldPath &where)
    {
        chat::ToolResultPart changed = result;
        changed.content.clear();
        for (size_t i = 0; i < result.content.size(); ++i) {
            if (auto good = addPart(changed.content, result.content[i], Role::User,
                                    where["content"].at(qsizetype(i)));
                !good)
                return good;
        }
        Part whole = part;
        whole.body = std::move(changed);
        parts.push_back(std::move(whole));
        return {};
    }

    void dropEmptyTurns()
    {
        std::vector<Turn> kept;
        for (Turn &turn : m_conversation.turns) {
            if (turn.parts.empty())
                continue;
            if (!kept.empty() && kept.back().role == turn.role && turn.role != Role::System) {
                auto &parts = kept.back().parts;
                parts.insert(parts.end(), turn.parts.begin(), turn.parts.end());
            } else {
                kept.push_back(std::move(turn));
            }
        }
        m_conversation.turns = std::move(kept);
    }

    /// Without a system role, and when there is nothing but a system prompt, the user says it.
    void foldSystem()
    {
        auto &system = m_conversation.system;
        auto &turns = m_conversation.turns;
        if (system.empty() || (m_traits.systemRole && !turns.empty()))
            return;
        if (turns.empty() || turns.front().role != Role::User)
            turns.insert(turns.begin(), Turn{.role = Role::User});
        auto &parts = turns.front().parts;
        // Tool results must stay first; a leading user turn never holds any with a call before it.
        parts.insert(parts.begin(), system.begin(), system.end());
        system.clear();
    }

    void openWithUser()
    {
        auto &turns = m_conversation.turns;
        if (turns.empty() || turns.front().role != Role::Assistant)
            return;
        Turn opening;
        opening.parts.emplace_back(TextPart{.text = OpeningTurn});
        turns.insert(turns.begin(), std::move(opening));
    }

    /// The API refuses a last assistant text that ends with white space.
    void trimPrefill()
    {
        if (m_conversation.turns.empty() || m_conversation.turns.back().role != Role::Assistant)
            return;
        auto *text = m_conversation.turns.back().parts.back().as<TextPart>();
        while (text && !text->text.isEmpty() && isBlank(text->text.last(1)))
            text->text.chop(1);
    }

    /// Vendors that number their calls anew in each turn repeat ids; Anthropic refuses that. The
    /// results of a turn stand in the order of its calls.
    void makeIdsUnique()
    {
        QSet<QByteArray> used;
        QHash<QByteArray, QByteArrayList> renamed;
        for (Turn &turn : m_conversation.turns) {
            if (turn.role == Role::Assistant)
                renamed.clear();
            for (Part &part : turn.parts) {
                if (auto *call = part.as<chat::ToolCallPart>()) {
                    const QByteArray base = call->id.isEmpty() ? QByteArray("call") : call->id;
                    QByteArray id = base;
                    for (int n = 2; used.contains(id); ++n)
                        id = base + '_' + QByteArray::number(n);
                    used.insert(id);
                    renamed[call->id].append(id);
                    call->id = id;
                } else if (auto *result = part.as<chat::ToolResultPart>()) {
                    QByteArrayList &ids = renamed[result->callId];
                    if (!ids.isEmpty())
                        result->callId = ids.takeFirst();
                }
            }
        }
    }

    const ChatRequest &m_request;
    const Traits &m_traits;
    Losses &m_losses;
    Conversation m_conversation;
};

} // namespace

base::Result<Conversation> arrange(const ChatRequest &request, const Traits &traits, Losses &losses)
{
    return Arranger(request, traits, losses).run();
}

} // namespace omni::wire::anthropic
