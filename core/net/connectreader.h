// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/framereader.h"

#include <QString>

namespace omni::net {

/// Splits a stream of the Connect protocol: each message behind a byte of flags and its length,
/// unpacked when it came packed. The message that ends the stream is named `end`; its data is JSON.
class ConnectReader final : public FrameReader
{
public:
    [[nodiscard]] QList<Frame> feed(QByteArrayView bytes) override;
    [[nodiscard]] QList<Frame> finish() override;
    [[nodiscard]] QString fault() const override { return m_fault; }

private:
    /// How many bytes the message at the front has with its head; 0 when that is not known yet.
    [[nodiscard]] qsizetype sizeOf(QByteArrayView bytes);
    [[nodiscard]] bool read(QByteArrayView message, Frame &frame);
    void fail(const QString &why) { m_fault = why; }

    QByteArray m_buffer; ///< the unfinished message
    QString m_fault;
    bool m_ended = false;
};

/// A message as a client of the protocol sends it, not packed.
[[nodiscard]] QByteArray connectFrame(QByteArrayView message, bool isEnd = false);

} // namespace omni::net
