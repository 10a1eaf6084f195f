// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/framereader.h"

#include <QString>

namespace omni::net {

/// Splits `application/vnd.amazon.eventstream` into messages; both checksums of each are checked.
///
/// A message's name is its `:event-type` or, for a refusal in the stream, its `:exception-type`.
/// One of `:message-type` `error`, which has no payload, is named `error` and gets its code and
/// words as a payload: `{"code":…,"message":…}`.
class AwsEventReader final : public FrameReader
{
public:
    [[nodiscard]] QList<Frame> feed(QByteArrayView bytes) override;
    [[nodiscard]] QList<Frame> finish() override;
    [[nodiscard]] QString fault() const override { return m_fault; }

private:
    /// How many bytes the message at the front has; 0 when that is not known yet.
    [[nodiscard]] qsizetype sizeOf(QByteArrayView bytes);
    [[nodiscard]] bool read(QByteArrayView message, Frame &frame);
    bool fail(const QString &why);

    QByteArray m_buffer; ///< the unfinished message
    QString m_fault;
};

} // namespace omni::net
