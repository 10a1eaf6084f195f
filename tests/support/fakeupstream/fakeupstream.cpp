// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/fakeupstream.h"

#include "tests/support/fakeupstream/connection.h"
#include "tests/support/fakeupstream/dialects.h"

#include <algorithm>

namespace omni::test {

using base::Json;

namespace {

bool isCount(const Received &request)
{
    return request.path.endsWith("ount_tokens") || request.path.endsWith(":countTokens") ||
           request.path.endsWith("/input_tokens");
}

/// A call of a chat interface, counting included.
bool isChat(const Received &request)
{
    for (const char *end : {"/chat/completions", "/messages", "/responses", ":generateContent",
                            ":streamGenerateContent", "/api/chat"}) {
        if (request.path.endsWith(end))
            return true;
    }
    return isCount(request);
}

std::optional<Dialect> dialectOf(const Received &request, const QByteArray &base)
{
    if (request.path.startsWith("/v1beta/"))
        return Dialect::Gemini;
    if (request.path.startsWith("/api/"))
        return Dialect::Ollama;
    if (!request.path.startsWith(base + '/'))
        return {};
    const QByteArray path = request.path.mid(base.size());
    if (path.startsWith("/responses"))
        return Dialect::Responses;
    const bool isMessages = path == "/messages" || path == "/messages/count_tokens";
    return isMessages || !request.header("anthropic-version").isEmpty() ? Dialect::Anthropic
                                                                        : Dialect::OpenAi;
}

} // namespace

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
        if (request.method == "POST" && isChat(request) && !isCount(request))
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
    const auto dialect = dialectOf(request, m_basePath);
    if (!dialect)
        return refuseOpenAi(404, "unknown_url", "Unknown request URL: " + request.path);
    if (const auto refusal = refuseKey(request, *dialect))
        return *refusal;
    if (request.method == "POST" && isChat(request))
        return answerChat(request, *dialect);
    const QByteArray path = request.path.mid(m_basePath.size());
    if (request.method == "GET" && request.path == "/v1beta/models")
        return answerGeminiModels();
    if (request.method == "GET" && request.path == "/api/tags")
        return answerTags();
    if (request.method == "GET" && (path == "/models" || path.startsWith("/models/")))
        return answerModels(request, QByteArray::fromPercentEncoding(path.mid(8)));
    return refuse(*dialect, 404, "unknown_url", "not_found_error",
                  "Invalid URL (" + request.method + ' ' + request.path + ')');
}

std::optional<Answer> FakeUpstream::refuseKey(const Received &request, Dialect dialect) const
{
    if (m_key.isEmpty())
        return {};
    QByteArray given = request.header("authorization");
    if (given.startsWith("Bearer "))
        given = given.mid(7);
    if (dialect == Dialect::Anthropic && given.isEmpty())
        given = request.header("x-api-key");
    if (dialect == Dialect::Gemini)
        given = request.header("x-goog-api-key");
    if (given == m_key)
        return {};
    if (dialect == Dialect::Anthropic)
        return refuseAnthropic(401, "authentication_error",
                               given.isEmpty() ? "x-api-key header is required"
                                               : "invalid x-api-key");
    return refuse(dialect, 401, "invalid_api_key", "authentication_error",
                  given.isEmpty() ? "You didn't provide an API key."
                                  : "Incorrect API key provided.");
}

namespace {

std::optional<Refusal> check(const Received &request, Dialect dialect, const Strictness &allowed)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return checkOpenAi(request.json, allowed);
    case Dialect::Anthropic:
        return checkAnthropic(request, allowed);
    case Dialect::Responses:
        return checkResponses(request);
    case Dialect::Gemini:
        return checkGemini(request);
    case Dialect::Ollama:
        break;
    }
    return checkOllama(request);
}

Ask read(const Received &request, Dialect dialect)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return readOpenAi(request.json);
    case Dialect::Anthropic:
        return readAnthropic(request.json);
    case Dialect::Responses:
        return readResponses(request.json);
    case Dialect::Gemini:
        return readGemini(request);
    case Dialect::Ollama:
        break;
    }
    return readOllama(request.json);
}

Answer say(const Ask &ask, const Said &said, Dialect dialect)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return sayOpenAi(ask, said);
    case Dialect::Anthropic:
        return sayAnthropic(ask, said);
    case Dialect::Responses:
        return sayResponses(ask, said);
    case Dialect::Gemini:
        return sayGemini(ask, said);
    case Dialect::Ollama:
        break;
    }
    return sayOllama(ask, said);
}

/// An answer to a request for a count of tokens; nothing when it is none.
std::optional<Answer> countAnswer(const Received &request, Dialect dialect)
{
    if (dialect == Dialect::Gemini && request.path.endsWith(":countTokens"))
        return jsonAnswer(200, Json::object({{"totalTokens", FakeUsage::Counted}}));
    if (request.path.endsWith("/input_tokens"))
        return jsonAnswer(200, Json::object({{"object", "response.input_tokens"},
                                             {"input_tokens", FakeUsage::Counted}}));
    if (request.path.endsWith("/count_tokens"))
        return jsonAnswer(200, Json::object({{"input_tokens", FakeUsage::Counted}}));
    return {};
}

} // namespace

Answer FakeUpstream::answerChat(const Received &request, Dialect dialect)
{
    if (!request.header("content-type").startsWith("application/json"))
        return refuse(dialect, 400, "", "invalid_request_error",
                      "Unsupported content type; use application/json");
    const Strictness allowed{m_unknownFieldsAllowed, m_foreignSignaturesAllowed};
    if (const auto refusal = check(request, dialect, allowed))
        return refuse(dialect, 400, "", "invalid_request_error", refusal->message, refusal->field);
    if (const auto count = countAnswer(request, dialect))
        return *count;

    Ask ask = read(request, dialect);
    QByteArray script = ask.model.mid(ask.model.lastIndexOf('/') + 1);
    if (!m_scripts.empty()) {
        script = m_scripts.front();
        m_scripts.pop_front();
    }
    const QList<QByteArray> wishes = script.split('+');
    const Said said = decide(ask, wishes, m_text);
    const bool wantsStream = ask.stream;
    ask.stream = false;
    const Answer plain = say(ask, said, dialect);
    ask.stream = true;
    const Answer stream = say(ask, said, dialect);
    Answer answer = wantsStream ? stream : plain;
    for (const QByteArray &word : wishes) {
        if (const auto spoiled = spoil(word, answer, plain, stream, dialect))
            answer = *spoiled;
    }
    for (const QByteArray &word : wishes) {
        if (word.startsWith("slow-"))
            answer.waitMs = word.mid(5).toInt();
    }
    answer.setHeader(dialect == Dialect::Anthropic ? "request-id" : "x-request-id", "req_fake0001");
    return answer;
}

Answer FakeUpstream::answerGeminiModels() const
{
    Json list = Json::array();
    for (const QByteArray &model : m_models)
        list.append(Json::object(
            {{"name", "models/" + model},
             {"displayName", model},
             {"inputTokenLimit", 1048576},
             {"outputTokenLimit", 65536},
             {"supportedGenerationMethods", Json::array({"generateContent", "countTokens"})}}));
    list.append(Json::object({{"name", "models/embedder"},
                              {"supportedGenerationMethods", Json::array({"embedContent"})}}));
    return jsonAnswer(200, Json::object({{"models", list}}));
}

Answer FakeUpstream::answerTags() const
{
    Json list = Json::array();
    for (const QByteArray &model : m_models)
        list.append(Json::object({{"name", model},
                                  {"model", model},
                                  {"modified_at", "2026-01-01T00:00:00Z"},
                                  {"size", 1},
                                  {"details", Json::object({{"family", "fake"}})}}));
    return jsonAnswer(200, Json::object({{"models", list}}));
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
