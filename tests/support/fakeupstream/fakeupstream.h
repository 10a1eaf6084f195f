// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakeupstream/answer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <functional>
#include <optional>

namespace omni::test {

/// A request as it came.
struct Received
{
    QByteArray method;
    QByteArray path; ///< without the query
    QByteArray query;
    Headers headers;
    QByteArray body;
    base::Json json;        ///< the body, null when it is no JSON
    int connection = 0;     ///< counts from 1
    qint64 atMs = 0;        ///< since the fake was made
    qint64 answeredMs = -1; ///< the whole answer was written
    qint64 goneMs = -1;     ///< the client went away before the answer was complete

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

enum class Dialect;

/// The figures that every good answer reports.
struct FakeUsage
{
    static constexpr int Input = 21; ///< Anthropic: without the two cached ones
    static constexpr int Cached = 5; ///< OpenAI: part of Input
    static constexpr int CacheWrite = 3;
    static constexpr int Output = 13;
    static constexpr int Reasoning = 4;
    static constexpr int Counted = 42; ///< answer of count_tokens
};

/// A provider on loopback that speaks OpenAI Chat and Responses, Anthropic Messages, Gemini (under
/// `/v1beta`) and Ollama (under `/api`), and refuses what the real ones refuse (400 with the
/// field's name, 401 for the wrong key). What it answers follows, in this order, the queue, the
/// handler, and the model's name, whose words are joined by `+`:
///
///  - `echo` (the last user text), `tool-call`, `parallel-tools`, `thinking`, `read-file` (calls
///  the
///    request's file-reading tool with the path in the prompt, then says what it held); anything
///    else gets `text()`. Once a tool's result stands last, the answer is `Tool said: <result>`.
///  - `slow-<ms>`: so long between two events.
///  - `fault-…` and `role-then-…`: one of faultNames().
///
/// Lives on any thread with an event loop; everything is done there.
class FakeUpstream : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<std::optional<Answer>(const Received &)>;

    explicit FakeUpstream(QObject *parent = nullptr);
    ~FakeUpstream() override;

    /// On 127.0.0.1; 0 = any free port. The constructor has already listened on a free one.
    bool listen(quint16 port);
    /// Stops accepting: further connections are refused (`fault-refuse`).
    void stopListening();
    [[nodiscard]] quint16 port() const { return m_port; }
    /// `http://127.0.0.1:<port><path>`
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/v1")) const;

    /// The key it wants; empty = none. `sk-fake-upstream` from the start.
    void setKey(const QByteArray &key) { m_key = key; }
    [[nodiscard]] const QByteArray &key() const { return m_key; }
    /// The path before `/chat/completions`; `/v1` from the start.
    void setBasePath(const QByteArray &path) { m_basePath = path; }
    void setModels(const QList<QByteArray> &models) { m_models = models; }
    void setText(const QByteArray &text) { m_text = text; }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// Fields beyond the dialect's are refused unless this is set.
    void setUnknownFieldsAllowed(bool allowed) { m_unknownFieldsAllowed = allowed; }
    /// Thinking signatures that are not its own are refused unless this is set.
    void setForeignSignaturesAllowed(bool allowed) { m_foreignSignaturesAllowed = allowed; }

    /// The answer to the next request, whatever it is.
    void enqueue(const Answer &answer);
    /// The next good chat request is answered as if its model were named so, e.g. `fault-503`.
    void enqueueScript(const QByteArray &words);
    /// Asked before the dialects; nothing = go on as usual.
    void setHandler(Handler handler) { m_handler = std::move(handler); }

    [[nodiscard]] const QList<Received> &requests() const { return m_requests; }
    [[nodiscard]] const Received &last() const { return m_requests.last(); }
    /// Requests for chat answers only.
    [[nodiscard]] QList<Received> chats() const;
    void forget() { m_requests.clear(); }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    /// Clients that left before their answer was complete.
    [[nodiscard]] int abortCount() const { return m_abortCount; }

    [[nodiscard]] static QList<QByteArray> faultNames();

signals:
    void requestReceived(int index);
    /// A client left before its answer was complete.
    void requestAborted(int index);

private:
    friend class FakeConnection;
    Answer answerFor(const Received &request);
    std::optional<Answer> refuseKey(const Received &request, Dialect dialect) const;
    Answer answerChat(const Received &request, Dialect dialect);
    Answer answerModels(const Received &request, const QByteArray &id) const;
    Answer answerGeminiModels() const;
    Answer answerTags() const;
    Answer reportRequests() const;

    QTcpServer m_server;
    QElapsedTimer m_clock;
    quint16 m_port = 0;
    QByteArray m_key = "sk-fake-upstream";
    QByteArray m_basePath = "/v1";
    QByteArray m_text;
    QList<QByteArray> m_models;
    bool m_unknownFieldsAllowed = false;
    bool m_foreignSignaturesAllowed = false;
    std::deque<Answer> m_queue;
    std::deque<QByteArray> m_scripts;
    Handler m_handler;
    QList<Received> m_requests;
    int m_connectionCount = 0;
    int m_abortCount = 0;
};

} // namespace omni::test
