// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace omni::test {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// One HTTP answer with everything that can go wrong with it. Played by FakeUpstream.
struct Answer
{
    enum class Framing
    {
        Length,
        Chunked,
        UntilClose
    };
    /// What happens once the parts to be sent are out.
    enum class End
    {
        Complete, ///< as the framing says; the connection stays unless it says otherwise
        Close,    ///< FIN, whatever the framing promised
        Reset,    ///< RST
        Hang      ///< nothing more; waits for the client to go
    };

    int status = 200;
    Headers headers;
    /// The body, a write each.
    QList<QByteArray> parts;
    Framing framing = Framing::Length;
    End end = End::Complete;
    bool sendsHead = true;
    bool isHttp10 = false;
    QByteArray preamble;        ///< raw bytes before the status line (103 Early Hints)
    qsizetype stopAfter = -1;   ///< parts sent before `end`; -1 = all
    qint64 declaredLength = -1; ///< a Content-Length that is not the body's
    int waitMs = 0;             ///< before each part but the first
    int waitBeforeEndMs = 0;    ///< between the last part and `end`
    bool cutsLastChunk = false; ///< chunked: the last part's chunk promises more than it holds

    void setHeader(const QByteArray &name, const QByteArray &value);
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QByteArray body() const { return parts.join(); }
    [[nodiscard]] bool isStream() const;
};

[[nodiscard]] Answer plainAnswer(int status, const QByteArray &contentType, const QByteArray &body);
[[nodiscard]] Answer jsonAnswer(int status, const base::Json &body);
/// Server-sent events, one part each; `events` hold their blank lines.
[[nodiscard]] Answer streamAnswer(const QList<QByteArray> &events);
/// `event: name` (left out when empty) and `data: …`.
[[nodiscard]] QByteArray sseEvent(QByteArrayView name, const QByteArray &data);

/// The recorded answer of a case folder (meta.json and response.*): its status, content type and
/// recorded headers, its bytes exactly, in pieces of `pieceBytes` (0 = one piece). A status of 0
/// in the result means that the folder could not be read.
[[nodiscard]] Answer recordedAnswer(const QString &caseFolder, qsizetype pieceBytes = 0);

/// The bytes as a gzip file.
[[nodiscard]] QByteArray gzipped(const QByteArray &data);

} // namespace omni::test
