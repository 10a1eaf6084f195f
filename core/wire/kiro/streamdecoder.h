// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/codec.h"
#include "core/wire/kiro/turns.h"
#include "core/wire/partstream.h"

namespace omni::wire::kiro {

/// Reads Kiro's events. There is often no stop event: an answer that said something ends well when
/// the connection does.
///
/// Usage is what `metricsEvent` says; else it is estimated from the share of the context that was
/// used and from the characters of the answer, and marked so.
class EventDecoder : public StreamDecoder
{
public:
    [[nodiscard]] chat::StreamEvents decode(QByteArrayView name, QByteArrayView data) override;
    [[nodiscard]] chat::StreamEvents finish() override;
    [[nodiscard]] bool isEnded() const override { return m_parts.isEnded(); }

private:
    bool content(QByteArrayView name, const base::Json &json);
    bool counters(QByteArrayView name, const base::Json &json);
    void toolUse(const base::Json &json);
    void end();
    [[nodiscard]] chat::Usage estimated() const;

    PartStream m_parts{Mine};
    chat::Usage m_usage;
    std::optional<double> m_contextShare; ///< percent
    base::Json m_metering;
    bool m_stopped = false; ///< the stop event was seen
};

} // namespace omni::wire::kiro
