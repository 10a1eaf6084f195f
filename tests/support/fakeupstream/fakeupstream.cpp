// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/fakeupstream.h"

#include "tests/support/fakeupstream/connection.h"
#include "tests/support/fakeupstream/dialects.h"

#include <algorithm>

namespace omni::test {

using base::Json;

QByteArray Received::header(QByteArrayView name) const
{
    for (const auto &[have, value] : headers) {
        if (have.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

FakeUpstream::FakeUpstream(QObject *parent)
    : QObject(parent)
    , m_text("Hello from the fake upstream, grüße und 你好 👋 to you.")
    , m_models{"fake-small", "fake-large", "tool-call"}
{
    m_clock.start();
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            new FakeConnection(*this, socket, ++m_connectionCount);
    });
    listen(0);
}

FakeUpstream::~FakeUpstream()
{
    // Connections report to members of ours when their sockets close.
    const auto connections = findChildren<FakeConnection *>(Qt::FindDirectChildrenOnly);
    for (FakeConnection *connection : connections)
        connection->disconnect();
    for (FakeConnection *connection : connections) {
        for (QTcpSocket *socket : connection->findChildren<QTcpSocket *>())
            socket->disconnect();
        delete connection;
    }
}

bool FakeUpstream::listen(quint16 port)
{
    m_server.close();
    const bool isListening = m_server.listen(QHostAddress::LocalHost, port);
    m_port = isListening ? m_server.serverPort() : m_port;
    return isListening;
}

void FakeUpstream::stopListening()
{
    m_server.close();
}

QUrl FakeUpstream::url(const QString &path) const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

void FakeUpstream::enqueue(const Answer &answer)
{
    m_queue.push_back(answer);
}

void FakeUpstream::enqueueScript(const QByteArray &words)
{
    m_scripts.push_back(words);
}

QList<Received> FakeUpstream::chats() const
{
    QList<Received> found;
    for (const Received &request : m_requests) {
        if (request.path.endsWith("/chat/completions") || request.path.endsWith("/messages"))
            found.append(request);
    }
    return found;
}

Answer FakeUpstream::answerFor(const Received &request)
{
    if (request.method == "GET" && request.path == "/_fake/requests")
        return reportRequests();
    if (!m_queue.empty()) {
        const Answer answer = m_queue.front();
        m_queue.pop_front();
        return answer;
    }
    if (m_handler) {
        if (const auto answer = m_handler(request))
            return *answer;
    }
    if (!request.path.startsWith(m_basePath + '/'))
        return refuseOpenAi(404, "unknown_url", "Unknown request URL: " + request.path);
    const QByteArray path = request.path.mid(m_basePath.size());
    const bool isCount = path == "/messages/count_tokens";
    const bool anthropic =
        path == "/messages" || isCount || !request.header("anthropic-version").isEmpty();
    if (const auto refusal = refuseKey(request, anthropic))
        return *refusal;
    const bool isList = path == "/models" || path.startsWith("/models/");
    if (request.method == "GET" && isList)
        return answerModels(request, QByteArray::fromPercentEncoding(path.mid(8)));
    if (request.method == "POST" && (path == "/chat/completions" || path == "/messages" || isCount))
        return answerChat(request, anthropic);
    const QByteArray message = "Invalid URL (" + request.method + ' ' + request.path + ')';
    return anthropic ? refuseAnthropic(404, "not_found_error", message)
                     : refuseOpenAi(404, "unknown_url", message);
}

std::optional<Answer> FakeUpstream::refuseKey(const Received &request, bool anthropic) const
{
    if (m_key.isEmpty())
        return {};
    QByteArray given = request.header("authorization");
    if (given.startsWith("Bearer "))
        given = given.mid(7);
    if (anthropic && given.isEmpty())
        given = request.header("x-api-key");
    if (given == m_key)
        return {};
    if (anthropic)
        return refuseAnthropic(401, "authentication_error",
                               given.isEmpty() ? "x-api-key header is required"
                                               : "invalid x-api-key");
    return refuseOpenAi(401, "invalid_api_key",
                        given.isEmpty() ? "You didn't provide an API key."
                                        : "Incorrect API key provided.");
}

Answer FakeUpstream::answerChat(const Received &request, bool anthropic)
{
    if (!request.header("content-type").startsWith("application/json")) {
        const QByteArray message = "Unsupported content type; use application/json";
        return anthropic ? refuseAnthropic(400, "invalid_request_error", message)
                         : refuseOpenAi(400, {}, message);
    }
    const Strictness allowed{m_unknownFieldsAllowed, m_foreignSignaturesAllowed};
    const auto refusal =
        anthropic ? checkAnthropic(request, allowed) : checkOpenAi(request.json, allowed);
    if (refusal)
        return anthropic ? refuseAnthropic(400, "invalid_request_error", refusal->message)
                         : refuseOpenAi(400, {}, refusal->message, refusal->field);
    if (request.path.endsWith("/count_tokens"))
        return jsonAnswer(200, Json::object({{"input_tokens", FakeUsage::Counted}}));

    Ask ask = anthropic ? readAnthropic(request.json) : readOpenAi(request.json);
    QByteArray script = ask.model.mid(ask.model.lastIndexOf('/') + 1);
    if (!m_scripts.empty()) {
        script = m_scripts.front();
        m_scripts.pop_front();
    }
    const QList<QByteArray> wishes = script.split('+');
    const Said said = decide(ask, wishes, m_text);
    const auto say = [&](bool stream) {
        ask.stream = stream;
        return anthropic ? sayAnthropic(ask, said) : sayOpenAi(ask, said);
    };
    const bool wantsStream = ask.stream;
    const Answer plain = say(false);
    const Answer stream = say(true);
    Answer answer = wantsStream ? stream : plain;
    for (const QByteArray &word : wishes) {
        if (const auto spoiled = spoil(word, answer, plain, stream, anthropic))
            answer = *spoiled;
    }
    for (const QByteArray &word : wishes) {
        if (word.startsWith("slow-"))
            answer.waitMs = word.mid(5).toInt();
    }
    answer.setHeader(anthropic ? "request-id" : "x-request-id", "req_fake0001");
    return answer;
}

Answer FakeUpstream::answerModels(const Received &request, const QByteArray &id) const
{
    const bool anthropic = !request.header("anthropic-version").isEmpty();
    Json list = Json::array();
    for (const QByteArray &model : m_models) {
        const Json item = anthropic ? Json::object({{"type", "model"},
                                                    {"id", model},
                                                    {"display_name", model},
                                                    {"created_at", "2026-01-01T00:00:00Z"}})
                                    : Json::object({{"id", model},
                                                    {"object", "model"},
                                                    {"created", qint64(1760000000)},
                                                    {"owned_by", "fake"}});
        if (model == id)
            return jsonAnswer(200, item);
        list.append(item);
    }
    if (!id.isEmpty())
        return anthropic ? refuseAnthropic(404, "not_found_error", "model: " + id)
                         : refuseOpenAi(404, "model_not_found",
                                        "The model '" + id + "' does not exist", "model");
    if (!anthropic)
        return jsonAnswer(200, Json::object({{"object", "list"}, {"data", list}}));
    return jsonAnswer(200,
                      Json::object({{"data", list},
                                    {"has_more", false},
                                    {"first_id", m_models.isEmpty() ? Json() : m_models.first()},
                                    {"last_id", m_models.isEmpty() ? Json() : m_models.last()}}));
}

Answer FakeUpstream::reportRequests() const
{
    Json list = Json::array();
    for (const Received &request : m_requests) {
        if (request.path == "/_fake/requests")
            continue;
        Json headers = Json::object();
        for (const auto &[name, value] : request.headers)
            headers.set(name.toLower(), value);
        list.append(Json::object({{"method", request.method},
                                  {"path", request.path},
                                  {"query", request.query},
                                  {"headers", headers},
                                  {"body", request.json},
                                  {"at", request.atMs},
                                  {"answered", request.answeredMs},
                                  {"gone", request.goneMs}}));
    }
    return jsonAnswer(200, Json::object({{"requests", list}, {"aborted", m_abortCount}}));
}

} // namespace omni::test
