// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/conversation.h"

#include "core/wire/fields.h"
#include "core/wire/gemini/contents.h"
#include "core/wire/gemini/partdecoder.h"
#include "core/wire/gemini/words.h"
#include "core/wire/media.h"
#include "core/wire/systemturns.h"
#include "core/wire/toolpairs.h"

#include <QHash>

namespace omni::wire::gemini {

using base::Json;
using chat::ChatRequest;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;
using chat::ToolCallPart;

namespace {

constexpr char OpeningTurn[] = "(The conversation begins with the model's turn.)";
constexpr char ClosingTurn[] = "Continue.";

bool isSystem(const Message &message)
{
    return message.role == Role::System || message.role == Role::Developer;
}

bool hasCalls(const Message &message)
{
    return std::any_of(message.parts.begin(), message.parts.end(),
                       [](const Part &part) { return part.as<ToolCallPart>(); });
}

class Arranger
{
public:
    Arranger(const Traits &traits, ToolNames &names, Losses &losses)
        : m_traits(traits)
        , m_names(names)
        , m_losses(losses)
    {}

    base::Result<Conversation> run(const ChatRequest &request)
    {
        std::vector<Message> messages = withPairedTools(mergedCalls(request), m_losses);
        if (!m_traits.systemRole)
            foldSystemTurns(messages);
        for (size_t i = 0; i < messages.size(); ++i)
            add(messages[i], FieldPath()["messages"].at(qsizetype(i)));
        if (m_error)
            return base::fail(*m_error);
        foldLoneSystem();
        if (m_conversation.turns.empty()) {
            return base::fail(
                {.code = base::ErrorCode::InvalidRequest,
                 .detail = QStringLiteral("messages: nothing is said that could be answered"),
                 .field = QStringLiteral("messages")});
        }
        closeWithUser(request);
        sign();
        return std::move(m_conversation);
    }

private:
    /// The results of neighbouring model turns stand behind the last of them.
    static std::vector<Message> mergedCalls(const ChatRequest &request)
    {
        std::vector<Message> merged;
        merged.reserve(request.messages.size());
        for (const Message &message : request.messages) {
            const bool joins = message.role == Role::Assistant && !merged.empty() &&
                               merged.back().role == Role::Assistant && hasCalls(merged.back());
            if (joins)
                merged.back().parts.insert(merged.back().parts.end(), message.parts.begin(),
                                           message.parts.end());
            else
                merged.push_back(message);
        }
        return merged;
    }

    void add(const Message &message, const FieldPath &where)
    {
        const FieldPath content = where["content"];
        const Json &extra = message.extensions.of(Mine);
        const bool isModel = message.role == Role::Assistant;
        std::vector<Part> parts;
        for (size_t i = 0; i < message.parts.size(); ++i)
            addPart(parts, message.parts[i], isModel, content.at(qsizetype(i)));
        if (!message.name.isEmpty())
            lost(where["name"], "has no counterpart");
        if (parts.empty())
            return;
        if (isSystem(message)) {
            addSystem(std::move(parts), extra);
            return;
        }
        auto &turns = m_conversation.turns;
        const bool joined = extra.contains(JoinedMark) && !turns.empty() && !turns.back().isModel;
        if (turns.empty() && isModel)
            turns.push_back({.parts = {Part(TextPart{.text = OpeningTurn})}});
        if (joined)
            turns.back().parts.insert(turns.back().parts.end(), parts.begin(), parts.end());
        else
            turns.push_back({isModel, std::move(parts), leftOver(extra, {JoinedMark})});
    }

    void addSystem(std::vector<Part> &&parts, const Json &extra)
    {
        if (m_conversation.turns.empty()) {
            addMissing(m_conversation.systemExtra, extra);
            auto &system = m_conversation.system;
            system.insert(system.end(), parts.begin(), parts.end());
            return;
        }
        // What is said later stays where it was said: the cached prefix before it stays valid.
        for (Part &part : parts) {
            if (auto *text = part.as<TextPart>())
                text->text = "<system>\n" + text->text + "\n</system>";
        }
        m_conversation.turns.push_back({.parts = std::move(parts)});
    }

    /// When there is nothing but a system prompt, the user says it.
    void foldLoneSystem()
    {
        if (!m_conversation.turns.empty() || m_conversation.system.empty())
            return;
        m_conversation.turns.push_back({.parts = std::move(m_conversation.system)});
        m_conversation.system.clear();
        m_losses.append(Loss{"messages", "nobody said anything: the system prompt was the user's"});
    }

    void lost(const FieldPath &where, const char *why) { m_losses.append(Loss{where.text(), why}); }

    void addPart(std::vector<Part> &parts, const Part &part, bool isModel, const FieldPath &where)
    {
        if (part.cache)
            lost(where["cache_control"], "has no counterpart");
        if (const auto *text = part.as<TextPart>()) {
            // Code that ran may have printed nothing: it lies in the part's extension.
            if (!text->text.isEmpty() || !part.extensions.of(Mine).isNull())
                parts.push_back(part);
        } else if (const auto *refusal = part.as<chat::RefusalPart>()) {
            if (!refusal->text.isEmpty())
                parts.emplace_back(TextPart{.text = refusal->text});
        } else if (const auto *reasoning = part.as<chat::ReasoningPart>()) {
            if (isModel && reasoning->origin == Mine)
                parts.push_back(part);
            else
                lost(where, "another model's thinking: it stays behind");
        } else if (const auto *opaque = part.as<chat::OpaquePart>()) {
            if (opaque->format == Mine)
                parts.push_back(part);
            else
                lost(where, "only its own format knows this part");
        } else if (const auto *call = part.as<ToolCallPart>()) {
            if (isModel)
                addCall(parts, part, *call);
            else
                lost(where, "a tool call can only stand in an assistant message");
        } else if (const auto *result = part.as<chat::ToolResultPart>()) {
            addResult(parts, part, *result, where);
        } else {
            parts.push_back(sendable(part, where));
        }
    }

    void refuse(const FieldPath &where, const char *why)
    {
        if (m_error)
            return;
        const QString field = QString::fromUtf8(where.text());
        m_error = base::Error{.code = base::ErrorCode::Unsupported,
                              .detail = field + QStringLiteral(": ") + QLatin1String(why),
                              .field = field};
    }

    /// Media with all that the API wants to know of it.
    Part sendable(const Part &part, const FieldPath &where)
    {
        Part out = part;
        auto *media = out.as<chat::MediaPart>();
        if (!media)
            return out;
        if (!media->fileId.isEmpty() && !isGoogleFile(media->fileId))
            refuse(where, "the file lies at another provider; send its data");
        if (!media->url.isEmpty() && !m_traits.remoteMedia)
            refuse(where, "the upstream fetches no URL; send the data itself, as a data URL");
        if (media->mediaType.isEmpty())
            media->mediaType =
                media->data.isEmpty() ? mediaTypeOfUrl(media->url) : mediaTypeOf(media->data);
        return out;
    }

    void addCall(std::vector<Part> &parts, const Part &part, const ToolCallPart &call)
    {
        ToolCallPart changed = call;
        changed.name = m_names.legal(call.nameSpace, call.name, call.isFreeForm);
        if (changed.signatureOrigin != Mine)
            changed.signature.clear();
        m_calls.insert(call.id, {changed.name, hasMadeId(part)});
        Part whole = part;
        whole.body = std::move(changed);
        parts.push_back(std::move(whole));
    }

    void addResult(std::vector<Part> &parts, const Part &part, const chat::ToolResultPart &result,
                   const FieldPath &where)
    {
        chat::ToolResultPart changed = result;
        for (size_t i = 0; i < changed.content.size(); ++i)
            changed.content[i] = sendable(result.content[i], where["content"].at(qsizetype(i)));
        const Call call = m_calls.value(result.callId);
        changed.name = call.name.isEmpty() ? m_names.legal(result.name) : call.name;
        // Both have their id or neither.
        if (call.hasNoId)
            changed.callId.clear();
        std::vector<Part> beside;
        // Older models see media only where it stands beside the result.
        if (!m_traits.toolResultMedia) {
            std::vector<Part> kept;
            for (Part &each : changed.content)
                (each.as<chat::MediaPart>() ? beside : kept).push_back(std::move(each));
            changed.content = std::move(kept);
        }
        Part whole = part;
        whole.body = std::move(changed);
        // Results of one turn stay together, in number and order of the calls.
        auto place = parts.end();
        while (place != parts.begin() && !std::prev(place)->as<chat::ToolResultPart>())
            --place;
        place = parts.insert(place, std::move(whole));
        parts.insert(parts.end(), beside.begin(), beside.end());
    }

    /// The API answers a user; an answer begun elsewhere cannot be handed to it to go on with.
    void closeWithUser(const ChatRequest &request)
    {
        auto &turns = m_conversation.turns;
        if (!turns.back().isModel)
            return;
        m_losses.append(
            Loss{"messages[" + QByteArray::number(qint64(request.messages.size()) - 1) + ']',
                 "no answer can be begun for the model: it was asked to continue"});
        turns.push_back({.parts = {Part(TextPart{.text = ClosingTurn})}});
    }

    /// Models that sign their calls want the signature back on the first call of each turn.
    void sign()
    {
        if (m_traits.thinkingLevels.isEmpty())
            return;
        for (Turn &turn : m_conversation.turns) {
            for (Part &part : turn.parts) {
                auto *call = part.as<ToolCallPart>();
                if (!call)
                    continue;
                if (call->signature.isEmpty()) {
                    call->signature = DummySignature;
                    call->signatureOrigin = Mine;
                }
                break;
            }
        }
    }

    const Traits &m_traits;
    ToolNames &m_names;
    Losses &m_losses;
    Conversation m_conversation;
    std::optional<base::Error> m_error;
    struct Call
    {
        QByteArray name;
        bool hasNoId = false; ///< its upstream gave no id
    };
    QHash<QByteArray, Call> m_calls; ///< by their id
};

} // namespace

base::Result<Conversation> arrange(const ChatRequest &request, const Traits &traits,
                                   ToolNames &names, Losses &losses)
{
    return Arranger(traits, names, losses).run(request);
}

} // namespace omni::wire::gemini
