// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/chat/format.h"

#include <QByteArray>

#include <optional>
#include <variant>
#include <vector>

namespace omni::chat {

/// Fields a codec does not know, by the format they were written in. Kept so that a trip through
/// the same format loses nothing; other formats ignore them.
struct Extensions
{
    std::vector<std::pair<Format, base::Json>> objects;

    [[nodiscard]] const base::Json &of(Format format) const;
    void put(Format format, base::Json object);
    [[nodiscard]] bool isEmpty() const { return objects.empty(); }
    bool operator==(const Extensions &) const = default;
};

/// "The prompt up to here may be cached." `ttl` is empty for the vendor's default, else `5m` or
/// `1h`.
struct CacheMark
{
    QByteArray ttl;
    bool operator==(const CacheMark &) const = default;
};

struct TextPart
{
    QByteArray text;
    /// Citations as the upstream wrote them, with the format they are in; null when there are none.
    base::Json citations;
    std::optional<Format> citationsFormat;
    bool operator==(const TextPart &) const = default;
};

enum class MediaKind
{
    Image,
    File,
    Audio,
    Video
};

/// Exactly one of `data`, `url`, `fileId`, `text` is set.
struct MediaPart
{
    MediaKind kind = MediaKind::Image;
    QByteArray mediaType; ///< `image/png`; may be empty for a URL
    QByteArray data;      ///< base64, as it came
    QByteArray url;
    QByteArray fileId;
    QByteArray text; ///< a plain-text document
    QByteArray fileName;
    QByteArray detail; ///< `low`, `high`, `auto`
    bool operator==(const MediaPart &) const = default;
};

/// A model's thinking. The opaque fields are bound to who made them: `origin` says which format,
/// so that another provider's value is never sent as one's own.
struct ReasoningPart
{
    QByteArray text;
    std::vector<QByteArray> summary;
    QByteArray signature; ///< Anthropic `signature`, Gemini `thoughtSignature`
    QByteArray encrypted; ///< Anthropic `redacted_thinking.data`, OpenAI `encrypted_content`
    QByteArray id;        ///< OpenAI `rs_…`
    std::optional<Format> origin;
    bool operator==(const ReasoningPart &) const = default;
};

struct ToolCallPart
{
    QByteArray id;     ///< pairs the call with its result
    QByteArray itemId; ///< OpenAI Responses item id (`fc_…`)
    QByteArray name;
    QByteArray nameSpace; ///< OpenAI Responses namespaced tools
    QByteArray arguments; ///< JSON text of an object, or free text when `isFreeForm`
    bool isFreeForm = false;
    QByteArray signature; ///< Gemini `thoughtSignature` on the call
    std::optional<Format> signatureOrigin;
    bool operator==(const ToolCallPart &) const = default;
};

struct Part;

struct ToolResultPart
{
    QByteArray callId;
    QByteArray name;
    std::vector<Part> content;
    bool isError = false;
    bool isFreeForm = false;
    bool operator==(const ToolResultPart &) const;
};

struct RefusalPart
{
    QByteArray text;
    bool operator==(const RefusalPart &) const = default;
};

/// Something only its own format understands: server tools and their results, compaction, …
struct OpaquePart
{
    Format format = Format::OpenAiChat;
    base::Json json;
    bool operator==(const OpaquePart &) const = default;
};

/// One piece of a message. The order of parts is the order in which they were said.
struct Part
{
    using Body = std::variant<TextPart, MediaPart, ReasoningPart, ToolCallPart, ToolResultPart,
                              RefusalPart, OpaquePart>;
    Body body;
    std::optional<CacheMark> cache;
    Extensions extensions;

    Part() = default;
    template<typename T>
    requires std::is_constructible_v<Body, T &&> Part(T &&value)
        : body(std::forward<T>(value))
    {}

    template<typename T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&body);
    }
    template<typename T>
    [[nodiscard]] T *as()
    {
        return std::get_if<T>(&body);
    }
    bool operator==(const Part &) const = default;
};

inline bool ToolResultPart::operator==(const ToolResultPart &other) const
{
    return callId == other.callId && name == other.name && content == other.content &&
           isError == other.isError && isFreeForm == other.isFreeForm;
}

} // namespace omni::chat
