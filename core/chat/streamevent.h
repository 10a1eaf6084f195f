// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/response.h"

namespace omni::chat {

/// A stream is: Started, then parts that each open, grow and close, then Finished, with
/// UsageChanged anywhere. `index` numbers the parts of the answer in the order in which they
/// opened, from 0, without gaps; parts may be open side by side (OpenAI's parallel tool calls).
/// `choice` is 0 unless `n > 1`.
namespace event {

struct Started
{
    QByteArray id;
    QByteArray model;
    std::optional<qint64> createdSeconds;
    Extensions extensions;
    bool operator==(const Started &) const = default;
};

/// `part` holds what is known at the start: kind, tool call id and name, a complete opaque part.
struct PartOpened
{
    int index = 0;
    Part part;
    int choice = 0;
    bool operator==(const PartOpened &) const = default;
};

enum class Field
{
    Text,      ///< TextPart::text, RefusalPart::text, ReasoningPart::text by the part's kind
    Arguments, ///< ToolCallPart::arguments
    Signature, ///< ReasoningPart::signature, ToolCallPart::signature
    Encrypted, ///< ReasoningPart::encrypted
    Summary,   ///< ReasoningPart::summary, `subIndex` says which
    Citation,  ///< one JSON value for TextPart::citations
    Opaque,    ///< vendor's delta for an OpaquePart, as JSON text
};

struct PartGrew
{
    int index = 0;
    Field field = Field::Text;
    QByteArray delta;
    int subIndex = 0;
    std::optional<Format> origin; ///< whose a Citation, Signature or Encrypted delta is
    bool operator==(const PartGrew &) const = default;
};

struct PartClosed
{
    int index = 0;
    bool operator==(const PartClosed &) const = default;
};

struct UsageChanged
{
    Usage usage;
    bool operator==(const UsageChanged &) const = default;
};

struct Finished
{
    FinishReason reason = FinishReason::Unknown;
    QByteArray stopSequence;
    int choice = 0;
    Extensions extensions;
    base::Json logprobs; ///< of the whole choice, as OpenAI writes them
    bool operator==(const Finished &) const = default;
};

/// The upstream reported an error in the stream. Nothing follows.
struct Failed
{
    base::Error error;
    bool operator==(const Failed &) const = default;
};

/// The upstream is alive and has nothing to say.
struct Pinged
{
    bool operator==(const Pinged &) const = default;
};

/// Something only its own format understands, between parts.
struct Unknown
{
    Format format = Format::OpenAiChat;
    QByteArray name;
    base::Json json;
    bool operator==(const Unknown &) const = default;
};

} // namespace event

using StreamEvent = std::variant<event::Started, event::PartOpened, event::PartGrew,
                                 event::PartClosed, event::UsageChanged, event::Finished,
                                 event::Failed, event::Pinged, event::Unknown>;
using StreamEvents = std::vector<StreamEvent>;

/// True for what a person would see as the beginning of the answer: text, reasoning or a tool call.
/// This is the commit point: after it there is no fallback (reliability.md §2).
[[nodiscard]] bool isContent(const StreamEvent &event);

/// Puts a stream together again into the whole answer.
class ResponseBuilder
{
public:
    void add(const StreamEvent &event);
    [[nodiscard]] const ChatResponse &response() const { return m_response; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

private:
    struct Place
    {
        int choice = 0;
        size_t part = 0;
    };
    Choice &choiceAt(int index);

    ChatResponse m_response;
    std::vector<Place> m_places;
    std::optional<base::Error> m_error;
    bool m_finished = false;
};

/// The same answer as a stream, for a client that asked for one of an upstream that does not
/// stream.
[[nodiscard]] StreamEvents eventsOf(const ChatResponse &response);

} // namespace omni::chat
