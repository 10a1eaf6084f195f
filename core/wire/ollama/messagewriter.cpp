// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/messagewriter.h"

#include "core/wire/members.h"
#include "core/wire/ollama/words.h"
#include "core/wire/reasoningcarrier.h"
#include "core/wire/toolschemas.h"

namespace omni::wire::ollama {

using base::Json;
using chat::MediaKind;
using chat::MediaPart;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::ToolCallPart;
using chat::ToolResultPart;

namespace {

const char *roleName(Role role)
{
    switch (role) {
    case Role::System:
    case Role::Developer:
        return "system";
    case Role::Assistant:
        return "assistant";
    case Role::User:
    case Role::Tool:
        break;
    }
    return "user";
}

class MessageWriter
{
public:
    MessageWriter(JsonOut &out, ToolNames &names, Losses &losses)
        : m_out(out)
        , m_names(names)
        , m_losses(losses)
    {}

    base::Result<void> write(const std::vector<Message> &messages);

private:
    /// What Ollama has fields for, gathered from a message's parts.
    struct Gathered
    {
        QByteArray text;
        QByteArray thinking;
        std::vector<const MediaPart *> images;
        std::vector<const Part *> calls;
    };

    base::Result<void> message(const Message &message);
    base::Result<Gathered> gather(const std::vector<Part> &parts, QByteArrayView separator);
    base::Result<void> media(const MediaPart &media, size_t index, Gathered &all,
                             QByteArrayView separator);
    void call(const Part &part, const ToolCallPart &call);
    base::Result<void> result(const Part &part, const ToolResultPart &result);
    void images(const std::vector<const MediaPart *> &images);
    void lost(const char *why) { m_losses.append(Loss{path(), why}); }
    [[nodiscard]] QByteArray path() const
    {
        return "messages[" + QByteArray::number(m_index) + ']';
    }

    JsonOut &m_out;
    ToolNames &m_names;
    Losses &m_losses;
    int m_index = 0;
};

void say(QByteArray &into, const QByteArray &text, QByteArrayView separator)
{
    if (text.isEmpty())
        return;
    if (!into.isEmpty())
        into.append(separator);
    into += text;
}

base::Result<void> MessageWriter::write(const std::vector<Message> &messages)
{
    m_out.key("messages").beginArray();
    const qsizetype begin = m_out.buffer().size();
    for (const Message &each : messages) {
        if (auto good = message(each); !good)
            return good;
        ++m_index;
    }
    // An empty list would only load the model.
    if (m_out.buffer().size() == begin)
        m_out.raw(R"({"role":"user","content":""})");
    m_out.endArray();
    return {};
}

base::Result<void> MessageWriter::media(const MediaPart &media, size_t index, Gathered &all,
                                        QByteArrayView separator)
{
    if (!media.text.isEmpty()) {
        say(all.text, media.fileName.isEmpty() ? media.text : media.fileName + "\n\n" + media.text,
            separator);
        return {};
    }
    if (media.kind == MediaKind::Image && !media.data.isEmpty()) {
        all.images.push_back(&media);
        return {};
    }
    const QString field =
        QString::fromUtf8(path() + ".content[" + QByteArray::number(qint64(index)) + ']');
    return base::fail(
        {.code = base::ErrorCode::Unsupported,
         .detail = field + QStringLiteral(": Ollama takes images as base64 data and nothing else"),
         .field = field});
}

base::Result<MessageWriter::Gathered> MessageWriter::gather(const std::vector<Part> &parts,
                                                            QByteArrayView separator)
{
    Gathered all;
    for (size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        if (const auto *text = part.as<chat::TextPart>()) {
            say(all.text, text->text, separator);
        } else if (const auto *refusal = part.as<chat::RefusalPart>()) {
            say(all.text, refusal->text, separator);
        } else if (const auto *thought = part.as<chat::ReasoningPart>()) {
            say(all.thinking, shownThinking(*thought), "\n\n");
            if (thought->origin != Mine && !(thought->signature + thought->encrypted).isEmpty())
                lost("what its maker bound to the reasoning");
        } else if (const auto *file = part.as<MediaPart>()) {
            if (auto good = media(*file, i, all, separator); !good)
                return base::fail(good.error());
        } else if (part.as<ToolCallPart>()) {
            all.calls.push_back(&part);
        } else {
            lost("a part that only its own format understands");
        }
    }
    return all;
}

base::Result<void> MessageWriter::message(const Message &message)
{
    if (message.role == Role::Tool) {
        for (const Part &part : message.parts) {
            const auto *answer = part.as<ToolResultPart>();
            if (!answer)
                lost("something beside a tool's result");
            else if (auto good = result(part, *answer); !good)
                return good;
        }
        return {};
    }
    if (!message.name.isEmpty())
        lost("the speaker's name");
    auto all = gather(message.parts, message.role == Role::Assistant ? "" : "\n\n");
    if (!all)
        return base::fail(all.error());
    m_out.beginObject();
    m_out.textMember("role", roleName(message.role));
    m_out.textMember("content", all->text);
    m_out.textMemberIfSet("thinking", all->thinking);
    images(all->images);
    if (!all->calls.empty()) {
        m_out.key("tool_calls").beginArray();
        for (const Part *part : all->calls)
            call(*part, *part->as<ToolCallPart>());
        m_out.endArray();
    }
    writeMembers(m_out, message.extensions.of(Mine));
    m_out.endObject();
    return {};
}

void MessageWriter::images(const std::vector<const MediaPart *> &images)
{
    if (images.empty())
        return;
    m_out.key("images").beginArray();
    for (const MediaPart *image : images)
        m_out.text(image->data);
    m_out.endArray();
}

void MessageWriter::call(const Part &part, const ToolCallPart &call)
{
    const Json &kept = part.extensions.of(Mine);
    m_out.beginObject();
    if (!kept["unnamed"].toBool())
        m_out.textMemberIfSet("id", call.id);
    m_out.key("function").beginObject();
    m_out.textMember("name", m_names.legal(call.nameSpace, call.name, call.isFreeForm));
    m_out.key("arguments").raw(argumentsAsObject(call));
    writeMembers(m_out, kept["function"]);
    m_out.endObject();
    writeMembers(m_out, kept["call"]);
    m_out.endObject();
    if (!call.signature.isEmpty() && call.signatureOrigin != Mine)
        lost("what its maker bound to a tool call");
}

base::Result<void> MessageWriter::result(const Part &part, const ToolResultPart &result)
{
    auto all = gather(result.content, "\n");
    if (!all)
        return base::fail(all.error());
    const Json &kept = part.extensions.of(Mine);
    m_out.beginObject();
    m_out.textMember("role", "tool");
    m_out.textMember("content", result.isError ? "Error: " + all->text : all->text);
    images(all->images);
    if (!kept["nameless"].toBool())
        m_out.textMemberIfSet("tool_name",
                              result.name.isEmpty() ? QByteArray() : m_names.chosen(result.name));
    if (!kept["unnamed"].toBool())
        m_out.textMemberIfSet("tool_call_id", result.callId);
    m_out.endObject();
    return {};
}

} // namespace

base::Result<void> writeMessages(JsonOut &out, const std::vector<Message> &messages,
                                 ToolNames &names, Losses &losses)
{
    return MessageWriter(out, names, losses).write(messages);
}

} // namespace omni::wire::ollama
