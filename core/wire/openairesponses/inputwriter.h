// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/openairesponses/itemwriter.h"
#include "core/wire/toolnames.h"

namespace omni::wire::openairesponses {

/// Writes the `input` list of a request.
class InputWriter
{
public:
    InputWriter(JsonOut &out, const chat::ChatRequest &request, const Traits &traits,
                ToolNames &names, Losses &losses)
        : m_out(out)
        , m_request(request)
        , m_traits(traits)
        , m_names(names)
        , m_losses(losses)
    {}

    /// `messages` are the request's, shaped; those before `first` went elsewhere.
    void write(const std::vector<chat::Message> &messages, size_t first);
    /// Media that the upstream cannot take; nothing when all went well.
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

private:
    void message(const chat::Message &message);
    void assistant(const chat::Message &message);
    void item(std::span<const chat::Part> parts, bool isFollowed);
    void reasoning(const chat::Part &part, bool isFollowed);
    void result(const chat::Part &part, const chat::ToolResultPart &result);
    void said(const chat::Message &message, const std::vector<const chat::Part *> &parts);
    void content(const std::vector<const chat::Part *> &parts);
    void inputPart(const chat::Part &part);
    void inputText(QByteArrayView text, const chat::Part *part);
    bool opaque(const chat::Part &part);
    [[nodiscard]] QByteArray roleName(chat::Role role) const;
    [[nodiscard]] bool keepsNothing() const;
    bool canFetch(const chat::MediaPart &media);
    void lost(const char *why);

    JsonOut &m_out;
    const chat::ChatRequest &m_request;
    const Traits &m_traits;
    ToolNames &m_names;
    Losses &m_losses;
    std::optional<base::Error> m_error;
    size_t m_index = 0; ///< of the canonical message, for losses
};

} // namespace omni::wire::openairesponses
