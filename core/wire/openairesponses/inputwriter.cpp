// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/inputwriter.h"

#include "core/wire/media.h"

#include <QCryptographicHash>

#include <algorithm>

namespace omni::wire::openairesponses {

using base::Json;
using chat::MediaPart;
using chat::Message;
using chat::Part;
using chat::ReasoningPart;
using chat::Role;
using chat::TextPart;
using chat::ToolResultPart;

namespace {

constexpr qsizetype MaxCallId = 64;

/// OpenAI refuses longer ids; the same id always gives the same one, so call and result still meet.
QByteArray callId(const QByteArray &id)
{
    if (id.size() <= MaxCallId)
        return id;
    return "call_" + QCryptographicHash::hash(id, QCryptographicHash::Sha1).toHex();
}

/// Text that one plain string says completely.
bool isPlain(const Part &part)
{
    const auto *text = part.as<TextPart>();
    return text && text->citations.isNull() && part.extensions.of(Mine).isNull();
}

} // namespace

void InputWriter::lost(const char *why)
{
    m_losses.append(Loss{"messages[" + QByteArray::number(qint64(m_index)) + ']', QByteArray(why)});
}

bool InputWriter::keepsNothing() const
{
    return m_request.store == false || m_request.origin != Mine;
}

QByteArray InputWriter::roleName(Role role) const
{
    if (role == Role::Developer || role == Role::System) {
        const bool wantsDeveloper =
            role == Role::Developer || m_request.origin != Mine || !m_traits.systemRole;
        if (wantsDeveloper && m_traits.developerRole)
            return "developer";
        return m_traits.systemRole ? "system" : "user";
    }
    return role == Role::Assistant ? "assistant" : "user";
}

void InputWriter::write(const std::vector<Message> &messages, size_t first)
{
    m_out.beginArray();
    for (m_index = first; m_index < messages.size(); ++m_index)
        message(messages[m_index]);
    m_out.endArray();
}

void InputWriter::message(const Message &message)
{
    if (message.role == Role::Assistant) {
        assistant(message);
        return;
    }
    std::vector<const Part *> parts;
    for (const Part &part : message.parts) {
        if (const auto *answer = part.as<ToolResultPart>())
            result(part, *answer);
        else if (part.as<chat::OpaquePart>() && !isContent(part))
            opaque(part);
        else if (isContent(part))
            parts.push_back(&part);
        else
            lost("a part that only an assistant can say");
    }
    if (!parts.empty())
        said(message, parts);
}

void InputWriter::assistant(const Message &message)
{
    const auto ranges = itemRanges(message.parts);
    for (size_t i = 0; i < ranges.size(); ++i) {
        const std::span<const Part> parts(message.parts.data() + ranges[i].begin,
                                          ranges[i].end - ranges[i].begin);
        item(parts, i + 1 < ranges.size());
    }
}

void InputWriter::item(std::span<const Part> parts, bool isFollowed)
{
    const Part &first = parts.front();
    if (isContent(first)) {
        if (first.as<MediaPart>())
            lost("an assistant's message holds no media: a note stands for it");
        writeAssistantMessage(m_out, parts, {}, Side::Request);
    } else if (first.as<ReasoningPart>()) {
        reasoning(first, isFollowed);
    } else if (const auto *call = first.as<chat::ToolCallPart>()) {
        writeCall(m_out, first, m_names.legal(call->name), callId(call->id), {});
    } else if (first.as<chat::OpaquePart>()) {
        opaque(first);
    } else {
        lost("a tool result inside the assistant's turn");
    }
}

/// OpenAI takes back what it encrypted, or what it stored and finds by its id; and never without
/// the item that the reasoning led to.
void InputWriter::reasoning(const Part &part, bool isFollowed)
{
    const auto &thought = *part.as<ReasoningPart>();
    const bool isOpenAis =
        thought.origin == Mine && (!thought.encrypted.isEmpty() || thought.id.startsWith("rs_"));
    if (!isOpenAis && m_traits.reasoningInHistory && isRawThought(thought.origin)) {
        writeReasoning(m_out, part, {});
        return;
    }
    if (!isOpenAis)
        lost("reasoning that OpenAI did not encrypt cannot be sent to it");
    else if (thought.encrypted.isEmpty() && keepsNothing())
        lost("reasoning without its encrypted content: nothing is stored it could be found in");
    else if (!isFollowed)
        lost("reasoning without the item it led to");
    else
        writeReasoning(m_out, part, {});
}

void InputWriter::result(const Part &part, const ToolResultPart &result)
{
    std::vector<const Part *> parts;
    std::vector<Part> made;
    made.reserve(1);
    if (result.isError)
        parts.push_back(&made.emplace_back(TextPart{.text = "Error:"}));
    for (const Part &piece : result.content) {
        if (isContent(piece))
            parts.push_back(&piece);
        else
            lost("a part of a tool result");
    }
    m_out.beginObject();
    m_out.textMember("type",
                     result.isFreeForm ? "custom_tool_call_output" : "function_call_output");
    m_out.textMember("call_id", callId(result.callId));
    m_out.key("output");
    content(parts);
    writeMembers(m_out, part.extensions.of(Mine));
    m_out.endObject();
}

void InputWriter::said(const Message &message, const std::vector<const Part *> &parts)
{
    m_out.beginObject();
    m_out.textMember("type", "message");
    m_out.textMemberIfSet("id", message.id);
    m_out.textMember("role", roleName(message.role));
    m_out.key("content");
    content(parts);
    for (const base::JsonMember &member : message.extensions.of(Mine).members()) {
        if (member.key != InstructionsKey)
            m_out.key(member.key).value(member.value);
    }
    m_out.endObject();
    if (!message.name.isEmpty())
        lost("the speaker's name");
}

/// One string where that says it all.
void InputWriter::content(const std::vector<const Part *> &parts)
{
    if (parts.empty()) {
        m_out.text("");
        return;
    }
    if (parts.size() == 1 && isPlain(*parts.front())) {
        m_out.text(parts.front()->as<TextPart>()->text);
        return;
    }
    m_out.beginArray();
    for (const Part *each : parts)
        inputPart(*each);
    m_out.endArray();
}

void InputWriter::inputText(QByteArrayView text, const Part *part)
{
    m_out.beginObject();
    m_out.textMember("type", "input_text");
    m_out.textMember("text", text);
    if (part)
        writeMembers(m_out, part->extensions.of(Mine));
    m_out.endObject();
}

void InputWriter::inputPart(const Part &part)
{
    if (const auto *text = part.as<TextPart>()) {
        inputText(text->text, &part);
    } else if (const auto *refusal = part.as<chat::RefusalPart>()) {
        inputText(refusal->text, nullptr);
    } else if (const auto *media = part.as<MediaPart>()) {
        if (!canFetch(*media) || writeMedia(m_out, part, *media))
            return;
        if (!media->text.isEmpty()) {
            inputText(media->fileName.isEmpty() ? media->text
                                                : media->fileName + "\n\n" + media->text,
                      nullptr);
            return;
        }
        lost("media that OpenAI cannot take: a note stands in its place");
        inputText(noteFor(*media), nullptr);
    } else {
        opaque(part);
    }
}

bool InputWriter::canFetch(const MediaPart &media)
{
    if (m_traits.remoteMedia || media.url.isEmpty())
        return true;
    if (!m_error) {
        const QString field = QStringLiteral("messages[%1]").arg(m_index);
        m_error =
            base::Error{.code = base::ErrorCode::Unsupported,
                        .detail = field + QStringLiteral(": the upstream fetches no URL; send the "
                                                         "image or file itself, as a data URL"),
                        .field = field};
    }
    return false;
}

bool InputWriter::opaque(const Part &part)
{
    const auto &opaque = *part.as<chat::OpaquePart>();
    if (opaque.format != Mine) {
        lost("a part that only its own format understands");
        return false;
    }
    m_out.value(opaqueItem(opaque));
    return true;
}

} // namespace omni::wire::openairesponses
