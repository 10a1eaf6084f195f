// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/openairesponses/compaction.h"

#include "core/wire/openairesponses/inputwriter.h"
#include "core/wire/openairesponses/responseobject.h"
#include "core/wire/openairesponses/usage.h"

namespace omni::wire::openairesponses {

using chat::ChatRequest;
using chat::ChatResponse;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;

namespace {

/// As every text we pack, so that it is known wherever it comes back (see CarrierMark).
constexpr char Prefix[] = "omr1.summary.";
constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

constexpr char Task[] =
    "The conversation above is about to be cut off; only your summary of it will be kept, together "
    "with the user's own messages. Write that summary for the assistant who takes over. Keep what "
    "is needed to go on without asking again: the goal and what the user demanded, what was done "
    "and found out and with which results, decisions and their reasons, names of files, functions, "
    "commands, identifiers and values exactly as they were, what is still open, and the next step. "
    "Write plain text, no greeting, no remarks about the summary.";

constexpr char Label[] = "Summary of the conversation so far, written when its older part was cut "
                         "off:\n\n";

QByteArray textOf(const ChatResponse &response)
{
    QByteArray text;
    if (response.choices.empty())
        return text;
    for (const Part &part : response.choices.front().message.parts) {
        if (const auto *said = part.as<TextPart>())
            text += said->text;
    }
    return text;
}

} // namespace

ChatRequest summaryRequest(const ChatRequest &request)
{
    ChatRequest asked = request;
    asked.tools.clear();
    asked.toolChoice = {};
    asked.parallelToolCalls.reset();
    asked.shape = {};
    asked.stream = false;
    asked.includeUsage = false;
    asked.store = false;
    asked.previousResponseId.clear();
    asked.maxOutputTokens.reset();
    asked.extensions = {};
    Message task{.role = Role::User};
    task.parts.emplace_back(TextPart{.text = Task});
    asked.messages.push_back(std::move(task));
    return asked;
}

QByteArray compactionBody(const ChatRequest &request, const ChatResponse &summary)
{
    const QByteArray id = responseId(summary.id, "0", false);
    std::vector<Message> kept;
    for (const Message &message : request.messages) {
        if (message.role == Role::User)
            kept.push_back(message);
    }
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.textMember("id", id);
    out.textMember("object", "response.compaction");
    out.key("created_at").number(summary.createdSeconds.value_or(0));
    out.key("output");
    const Traits traits;
    ToolNames names(64);
    Losses losses;
    InputWriter(out, request, traits, names, losses).write(kept, 0);
    // The list is closed: the summary goes in front of its bracket.
    body.chop(1);
    out.beginObject();
    out.textMember("type", "compaction");
    out.textMember("id", itemId("cmp_", id, int(kept.size())));
    out.textMember("encrypted_content", packSummary(textOf(summary)));
    out.endObject();
    out.endArray();
    out.key("usage");
    writeUsage(out, summary.usage, {});
    out.endObject();
    return body;
}

QByteArray packSummary(const QByteArray &summary)
{
    return Prefix + summary.toBase64(Encoding);
}

std::optional<QByteArray> unpackSummary(const QByteArray &content)
{
    if (!content.startsWith(Prefix))
        return std::nullopt;
    QByteArray summary =
        QByteArray::fromBase64(content.mid(qsizetype(sizeof(Prefix)) - 1), Encoding);
    if (!summary.isValidUtf8())
        return std::nullopt;
    return summary;
}

QByteArray toldSummary(const QByteArray &summary)
{
    return Label + summary;
}

} // namespace omni::wire::openairesponses
