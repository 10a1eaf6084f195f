// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"

#include <map>
#include <set>

namespace omni::wire::openaicompletions {

/// Writes `text_completion` chunks: the text of each choice, then one chunk with its reason.
class ChunkEncoder : public StreamEncoder
{
public:
    explicit ChunkEncoder(Options options)
        : m_options(std::move(options))
    {}

    [[nodiscard]] QByteArray encode(const chat::StreamEvent &event) override;
    [[nodiscard]] QByteArray finish() override;

private:
    void start(const chat::event::Started &started);
    void open(const chat::event::PartOpened &opened);
    void finished(const chat::event::Finished &finished);
    void writeText(int choice, QByteArrayView text);

    Options m_options;
    QByteArray m_prefix; ///< `data: {…,"choices":`, the same in every chunk
    QByteArray m_suffix;
    QByteArray m_out;
    std::map<int, int> m_texts; ///< part → choice, of parts that are text
    std::set<int> m_finished;
    chat::Usage m_usage;
    bool m_ended = false;
};

} // namespace omni::wire::openaicompletions
