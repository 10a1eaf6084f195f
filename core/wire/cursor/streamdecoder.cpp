// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/cursor/streamdecoder.h"

#include "core/wire/cursor/errors.h"
#include "core/wire/cursor/protobuf.h"
#include "core/wire/toolnames.h"

namespace omni::wire::cursor {

using base::Json;

namespace {

/// What is wanted of a call.
struct Call
{
    QByteArray id;
    QByteArray name;
    QByteArray arguments;
    bool isLast = false;
    bool isDamaged = false;
};

/// The tool of an MCP server inside the call, which says more than the call itself.
void readMcpTool(QByteArrayView params, Call &call)
{
    namespace f = field::toolcall;
    ProtoReader list(params);
    while (const auto tool = list.next()) {
        if (tool->number != f::McpTools)
            continue;
        ProtoReader fields(tool->bytes);
        while (const auto each = fields.next()) {
            if (each->number == f::McpName)
                call.name = each->bytes.toByteArray();
            else if (each->number == f::McpArguments)
                call.arguments = each->bytes.toByteArray();
        }
        call.isDamaged = call.isDamaged || fields.isDamaged();
        break;
    }
    call.isDamaged = call.isDamaged || list.isDamaged();
}

Call readCall(QByteArrayView message)
{
    namespace f = field::toolcall;
    Call call;
    QByteArrayView params;
    ProtoReader fields(message);
    while (const auto each = fields.next()) {
        if (each->number == f::Id)
            call.id = each->bytes.toByteArray();
        else if (each->number == f::Name)
            call.name = each->bytes.toByteArray();
        else if (each->number == f::RawArguments)
            call.arguments = each->bytes.toByteArray();
        else if (each->number == f::McpParams)
            params = each->bytes;
        else if (each->number == f::IsLast || each->number == f::IsLastToo)
            call.isLast = call.isLast || each->value != 0;
    }
    call.isDamaged = fields.isDamaged();
    readMcpTool(params, call);
    if (call.name.startsWith(ToolPrefix))
        call.name.remove(0, qsizetype(sizeof(ToolPrefix)) - 1);
    return call;
}

} // namespace

chat::StreamEvents MessageDecoder::decode(QByteArrayView name, QByteArrayView data)
{
    if (isEnded())
        return {};
    // An error may come as JSON before the end, too.
    if (name == "end" || data.startsWith('{'))
        trailer(data);
    else
        message(data);
    return m_parts.take();
}

chat::StreamEvents MessageDecoder::finish()
{
    m_parts.fail(m_parts.isStarted()
                     ? QStringLiteral("the upstream's stream broke off")
                     : QStringLiteral("the upstream's stream ended without an answer"));
    return m_parts.take();
}

void MessageDecoder::trailer(QByteArrayView data)
{
    const auto json =
        data.trimmed().isEmpty() ? base::Result<Json>(Json::object()) : Json::parse(data);
    if (!json || !json->isObject())
        m_parts.fail(
            QStringLiteral("the upstream's stream ends in something that is no JSON object"));
    else if ((*json)["error"].isObject())
        m_parts.fail(connectError((*json)["error"], 200));
    else if (!m_parts.isStarted())
        m_parts.fail(QStringLiteral("the upstream's stream ended without an answer"));
    else if (m_parts.hasHalfCall())
        m_parts.fail(QStringLiteral("the upstream's stream broke off in a tool call"));
    else
        m_parts.finish(m_parts.estimatedUsage(), {.reason = chat::FinishReason::Stop});
}

void MessageDecoder::message(QByteArrayView message)
{
    ProtoReader fields(message);
    while (const auto each = fields.next()) {
        if (isEnded())
            return;
        if (each->number == field::answer::ToolCall)
            toolCall(each->bytes);
        else if (each->number == field::answer::Response)
            response(each->bytes);
    }
    if (fields.isDamaged())
        m_parts.fail(QStringLiteral("the upstream's stream holds a damaged message"));
}

void MessageDecoder::response(QByteArrayView message)
{
    ProtoReader fields(message);
    while (const auto each = fields.next()) {
        if (each->number == field::answer::Text) {
            m_parts.grow(PartStream::Kind::Text, each->bytes.toByteArray());
        } else if (each->number == field::answer::Thinking) {
            ProtoReader thinking(each->bytes);
            while (const auto inner = thinking.next()) {
                if (inner->number == field::answer::ThinkingText)
                    m_parts.grow(PartStream::Kind::Reasoning, inner->bytes.toByteArray());
            }
        }
    }
    if (fields.isDamaged())
        m_parts.fail(QStringLiteral("the upstream's stream holds a damaged message"));
}

void MessageDecoder::toolCall(QByteArrayView message)
{
    const Call call = readCall(message);
    if (call.isDamaged) {
        m_parts.fail(QStringLiteral("the upstream's stream holds a damaged message"));
        return;
    }
    const bool isOpen = m_parts.openKind() == PartStream::Kind::Call;
    if (!isOpen || (!call.id.isEmpty() && call.id != m_parts.openCallId())) {
        if (call.name.isEmpty()) {
            m_parts.fail(QStringLiteral("the upstream's tool call has no name"));
            return;
        }
        // Both halves of the id go along: the result must name them.
        m_parts.openCall(chat::ToolCallPart{
            .id = call.id.isEmpty() ? makeCallId("call_", "cursor", m_parts.calls(), call.name)
                                    : call.id,
            .name = call.name});
    }
    // Whether a call's messages repeat its arguments from the start or go on with them is not
    // known: both are understood.
    const QByteArray &known = m_parts.openArguments();
    m_parts.growCall(call.arguments.startsWith(known) ? call.arguments.mid(known.size())
                                                      : call.arguments);
    if (call.isLast)
        m_parts.close();
}

} // namespace omni::wire::cursor
