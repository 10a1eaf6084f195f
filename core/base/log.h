// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/secret.h"

#include <QLoggingCategory>
#include <QString>

#include <functional>

namespace omni::base {

/// What the log shows of one event; also what `omniroute logs` and the Logs page receive.
struct LogLine
{
    qint64 timeMs = 0; ///< since the epoch, UTC
    QString level;     ///< debug, info, warning, error
    QString category;  ///< e.g. omni.route
    QString text;      ///< redacted
};

/// The one way out for messages: Qt's message handler → redaction → rotating JSON-lines file
/// and stderr. Thread-safe; lives as long as the process after `install`.
class LogSink
{
public:
    struct Options
    {
        QString file;         ///< empty: no file
        bool toStderr = true; ///< `serve` and the command line; plain text
        qint64 maxFileBytes = 10 << 20;
        int maxFiles = 5;
    };
    static void install(const Options &options);
    /// Writes what is buffered; called at the end of main().
    static void flush();
    /// The last lines, oldest first (at most 2,000 are kept in memory).
    [[nodiscard]] static QList<LogLine> recent(int count);
    /// Called for every line, from the thread that logged it, perhaps once more while it is being
    /// removed. The result is what `removeObserver` takes.
    static int addObserver(std::function<void(const LogLine &)> observer);
    static void removeObserver(int id);
};

/// The text with everything that looks like a secret replaced by `***`, plus every value held in a
/// registered secret (security.md §4).
[[nodiscard]] QString redact(const QString &text);
[[nodiscard]] QByteArray redact(const QByteArray &text);

/// From now on this exact value is redacted wherever it appears. Values under 8 bytes are ignored.
void registerSecret(const Secret &secret);
void forgetSecret(const Secret &secret);

} // namespace omni::base

Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcCatalog)
Q_DECLARE_LOGGING_CATEGORY(lcAuth)
Q_DECLARE_LOGGING_CATEGORY(lcRoute)
Q_DECLARE_LOGGING_CATEGORY(lcHealth)
Q_DECLARE_LOGGING_CATEGORY(lcGateway)
Q_DECLARE_LOGGING_CATEGORY(lcHttp)
Q_DECLARE_LOGGING_CATEGORY(lcControl)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
