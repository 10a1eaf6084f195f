// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/catalog/provider.h"
#include "core/gateway/answerreader.h"
#include "core/net/httpclient.h"
#include "core/providers/adapter.h"

#include <QDateTime>

namespace omni::gateway {

/// One try at one target: sends the request, reads the answer, tells its listener.
///
/// After `onFailed`, or a piece with `isEnd`, nothing more is told. The listener may delete the
/// attempt from inside either; when it keeps it after a good end, the connection can be used again.
class Attempt
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void onPiece(AnswerPiece piece) = 0;
        virtual void onFailed(const base::Error &error) = 0;
        /// The upstream's connection is done with, after a good end.
        virtual void onReleased() = 0;
    };

    struct Setup
    {
        const catalog::Provider *provider = nullptr; ///< of a catalog that outlives the attempt
        const providers::Adapter *adapter = nullptr;
        AnswerSpec spec;
        QDateTime now; ///< what dates in `Retry-After` are measured against
    };

    Attempt(Listener &listener, Setup setup);

    void send(net::HttpClient &client, const net::HttpRequest &request);
    void setPaused(bool paused);

    /// HTTP status of the upstream; 0 before it answered.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] bool hasAnswered() const { return m_status != 0; }
    /// Null until the kind of the answer is known.
    [[nodiscard]] const AnswerReader *reader() const { return m_reader.get(); }
    /// See AnswerReader::failure.
    [[nodiscard]] QByteArray failure(const base::Error &error, int status)
    {
        return m_reader ? m_reader->failure(error, status) : QByteArray();
    }

private:
    void onHead(int status, const net::HeaderList &headers);
    void onData(const QByteArray &data);
    void onDone();
    void onError(const base::Error &error);
    [[nodiscard]] bool isGood() const { return m_status >= 200 && m_status < 300; }
    /// False when the body is nothing that can be read; the listener was told.
    [[nodiscard]] bool chooseReader();
    void deliver(AnswerPiece piece);
    void fail(base::Error error);
    [[nodiscard]] base::Error statusError() const;

    Listener &m_listener;
    Setup m_setup;
    std::unique_ptr<AnswerReader> m_reader;
    QByteArray m_begin; ///< of a good body while its kind is unknown; of a bad one up to a limit
    net::HeaderList m_headers;
    int m_status = 0;
    bool m_isOver = false;
    std::unique_ptr<net::HttpReply> m_reply; ///< last: it dies first
};

} // namespace omni::gateway
