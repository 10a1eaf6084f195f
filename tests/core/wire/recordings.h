// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"
#include "core/wire/codec.h"

#include <QStringList>

namespace omni::wiretest {

/// One case of tests/data/wire/<format>/.
struct Recording
{
    QString name;
    QString folder;
    QString file; ///< of the answer: `response.json`, `.sse`, `.ndjson`, `.bin`
    int status = 200;
    bool isStream = false;

    [[nodiscard]] QByteArray request() const;  ///< empty when none was recorded
    [[nodiscard]] QByteArray response() const; ///< the answer as it came
};

[[nodiscard]] QList<Recording> recordingsOf(const QString &format);
[[nodiscard]] Recording recording(const QString &format, const QString &name);

/// A file of tests/data/wire/.
[[nodiscard]] QByteArray caseFile(const QString &path);

/// A row for each recording that `wanted` accepts, its name in the column `name`.
void addRows(const QString &format, const std::function<bool(const Recording &)> &wanted);

/// A row for each recorded request (or stream) of these formats; its columns are `format` and
/// `name`.
void addRequestRows(const QStringList &formats);
void addStreamRows(const QStringList &formats);
/// A recorded request, decoded; Ollama's of either form.
[[nodiscard]] base::Result<chat::ChatRequest> decodedRequest(const QString &format,
                                                             const QString &name);

/// The events a codec reads from a stream of its framing that arrives in pieces of `cut` bytes (0 =
/// at once).
[[nodiscard]] chat::StreamEvents eventsOfStream(const wire::Codec &codec, QByteArrayView bytes,
                                                qsizetype cut = 0);
/// The `data:` texts of SSE text.
[[nodiscard]] QList<QByteArray> dataOf(QByteArrayView sse);

/// What a client gets for these events.
[[nodiscard]] QByteArray encoded(const wire::Codec &codec, const chat::StreamEvents &events,
                                 const wire::StreamEncoder::Options &options);

[[nodiscard]] base::Json parsed(QByteArrayView text);

/// Where two values differ, as `path: a, not b`; empty when they are equal. The members of objects
/// may stand in any order, except under a key of `ordered`, where the order is part of the value.
[[nodiscard]] QStringList differences(const base::Json &found, const base::Json &wanted,
                                      const QStringList &ordered, const QString &path = {});

} // namespace omni::wiretest
