// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/jsonout.h"
#include "core/wire/members.h"
#include "core/wire/openaicompletions/request.h"
#include "core/wire/requestfacts.h"
#include "core/wire/systemturns.h"
#include "core/wire/toolpairs.h"
#include "core/wire/toolschemas.h"

#include <algorithm>

namespace omni::wire::openaicompletions {

using base::Json;
using base::JsonMember;
using chat::ChatRequest;
using chat::Message;
using chat::Part;
using chat::ResponseShape;
using chat::Role;

namespace {

constexpr size_t MaxStops = 4;
constexpr char UserLabel[] = "User: ";
constexpr char AssistantLabel[] = "Assistant:";

base::Failure unsupported(const QByteArray &path, const char *why)
{
    const QString field = QString::fromUtf8(path);
    return base::fail({.code = base::ErrorCode::Unsupported,
                       .detail = field + QStringLiteral(": ") + QString::fromLatin1(why),
                       .field = field});
}

class RequestWriter
{
public:
    RequestWriter(const ChatRequest &request, const Traits &traits)
        : m_request(request)
        , m_traits(traits)
        , m_out(m_encoded.body)
        , m_mine(request.extensions.of(Mine))
    {}

    base::Result<EncodedRequest> write();

private:
    base::Result<void> prompt();
    base::Result<QByteArray> textOf(const std::vector<Part> &parts, const QByteArray &path);
    base::Result<void> tools();
    void sampling();
    void number(const char *key, const QByteArray &text);
    void stops();
    void stream();
    void rest();
    void lost(const char *path, const char *why) { m_encoded.losses.append(Loss{path, why}); }

    const ChatRequest &m_request;
    const Traits &m_traits;
    EncodedRequest m_encoded;
    JsonOut m_out;
    const Json &m_mine;
    bool m_isTranscript = false;
};

base::Result<EncodedRequest> RequestWriter::write()
{
    m_out.beginObject();
    m_out.textMember("model", m_request.model);
    if (auto good = tools(); !good)
        return base::fail(good.error());
    if (auto good = prompt(); !good)
        return base::fail(good.error());
    if (m_request.maxOutputTokens)
        m_out.key("max_tokens").number(*m_request.maxOutputTokens);
    sampling();
    stops();
    stream();
    rest();
    m_out.endObject();
    m_encoded.body = withTraits(m_encoded.body, m_traits);
    return std::move(m_encoded);
}

base::Result<void> RequestWriter::tools()
{
    if (m_request.tools.empty())
        return {};
    const chat::ToolChoice &choice = m_request.toolChoice;
    if (choice.mode == chat::ToolChoice::Mode::Any ||
        choice.mode == chat::ToolChoice::Mode::Named || choice.required)
        return unsupported("tool_choice", "a completion model calls no tools");
    if (choice.mode != chat::ToolChoice::Mode::None)
        lost("tools", "a completion model calls no tools");
    return {};
}

base::Result<QByteArray> RequestWriter::textOf(const std::vector<Part> &parts,
                                               const QByteArray &path)
{
    QByteArray text;
    const auto say = [&](const QByteArray &piece) {
        if (!text.isEmpty() && !piece.isEmpty())
            text += "\n\n";
        text += piece;
    };
    for (size_t i = 0; i < parts.size(); ++i) {
        const QByteArray here = path + ".content[" + QByteArray::number(qint64(i)) + ']';
        if (const auto *said = parts[i].as<chat::TextPart>()) {
            say(said->text);
        } else if (const auto *refusal = parts[i].as<chat::RefusalPart>()) {
            say(refusal->text);
        } else if (const auto *media = parts[i].as<chat::MediaPart>()) {
            if (media->text.isEmpty())
                return unsupported(here, "a completion model reads text only");
            say(media->text);
        } else if (const auto *call = parts[i].as<chat::ToolCallPart>()) {
            say("[called " + call->name + ' ' + argumentsAsObject(*call) + ']');
        } else if (const auto *result = parts[i].as<chat::ToolResultPart>()) {
            const auto inner = textOf(result->content, here);
            if (!inner)
                return inner;
            say("[result of " + result->name + "] " + *inner);
        } else {
            m_encoded.losses.append(Loss{here, "a completion model reads text only"});
        }
    }
    return text;
}

base::Result<void> RequestWriter::prompt()
{
    std::vector<Message> messages = withPairedTools(m_request.messages, m_encoded.losses);
    QByteArray suffix;
    std::erase_if(messages, [&](const Message &message) {
        const Json &mine = message.extensions.of(Mine)["suffix"];
        if (mine.isString())
            suffix = mine.toBytes();
        return mine.isString();
    });
    if (m_request.shape.kind == ResponseShape::Kind::JsonSchema)
        askForShape(messages, m_request.shape);
    m_isTranscript = messages.size() != 1 || messages.front().role != Role::User;
    QByteArray text;
    for (size_t i = 0; i < messages.size(); ++i) {
        const Message &message = messages[i];
        const auto said = textOf(message.parts, "messages[" + QByteArray::number(qint64(i)) + ']');
        if (!said)
            return base::fail(said.error());
        if (!m_isTranscript) {
            text = *said;
            break;
        }
        if (message.role == Role::Assistant)
            text += AssistantLabel + QByteArray(" ");
        else if (message.role == Role::User || message.role == Role::Tool)
            text += UserLabel;
        text += *said + "\n\n";
    }
    if (m_isTranscript)
        text += AssistantLabel;
    m_out.key("prompt");
    if (m_mine["promptIsList"].toBool())
        m_out.value(Json::array({text}));
    else
        m_out.text(text);
    m_out.textMemberIfSet("suffix", suffix);
    return {};
}

void RequestWriter::number(const char *key, const QByteArray &text)
{
    if (!text.isEmpty())
        m_out.key(key).raw(text);
}

void RequestWriter::sampling()
{
    const chat::Sampling &wish = m_request.sampling;
    if (m_traits.sampling) {
        number("temperature", wish.temperature);
        number("top_p", wish.topP);
        number("frequency_penalty", wish.frequencyPenalty);
        number("presence_penalty", wish.presencePenalty);
    } else if (!(wish.temperature + wish.topP).isEmpty()) {
        lost("sampling", "the model takes no sampling settings");
    }
    number("seed", wish.seed);
    if (wish.count)
        m_out.key("n").number(*wish.count);
    if (wish.logprobs == true)
        m_out.key("logprobs").number(std::clamp(wish.topLogprobs.value_or(0), 0, 5));
}

/// Without a stop a model goes on and writes the user's next line too.
void RequestWriter::stops()
{
    std::vector<QByteArray> stop = m_request.sampling.stop;
    if (m_isTranscript && stop.size() < MaxStops)
        stop.push_back(QByteArray("\n") + QByteArray(UserLabel).trimmed());
    if (stop.empty())
        return;
    if (stop.size() > MaxStops)
        lost("stop", "only the first four stop sequences are kept");
    m_out.key("stop").beginArray();
    for (size_t i = 0; i < std::min(stop.size(), MaxStops); ++i)
        m_out.text(stop[i]);
    m_out.endArray();
}

void RequestWriter::stream()
{
    if (!m_request.stream)
        return;
    m_out.key("stream").boolean(true);
    // Usage is asked for even when the client did not: it is what we count by.
    if (m_traits.streamUsage)
        m_out.key("stream_options").raw(R"({"include_usage":true})");
}

void RequestWriter::rest()
{
    m_out.textMemberIfSet("user", m_request.userId);
    for (const JsonMember &member : m_mine.members()) {
        if (member.key != "promptIsList")
            m_out.key(member.key).value(member.value);
    }
    for (const auto &[owner, object] : m_request.extensions.objects) {
        if (owner == Mine)
            continue;
        for (const JsonMember &member : object.members())
            m_encoded.losses.append(Loss{member.key, "Completions has no such field"});
    }
    if (!m_request.reasoning.isEmpty())
        lost("reasoning_effort", "a completion model does not think apart");
    if (m_request.shape.kind == ResponseShape::Kind::JsonSchema)
        lost("response_format", "the schema became an instruction");
}

} // namespace

base::Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Traits &traits)
{
    return RequestWriter(request, traits).write();
}

} // namespace omni::wire::openaicompletions
