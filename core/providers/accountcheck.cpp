// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/accountcheck.h"

#include "core/base/json.h"
#include "core/providers/adapter.h"
#include "core/wire/formats.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimer>

namespace omni::providers {

using base::ErrorCode;
using base::Json;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds WholeCheck{20'000};
constexpr qint64 MaxAnswerBytes = 16 << 20;

/// The model that a server which lists none is asked for; no server has it.
constexpr const char *NoModel = "omniroute-key-check";

/// One check: the cheap call, then the list. A child of the context, so that it ends with it.
class Check : public QObject
{
public:
    Check(net::HttpClient &client, const catalog::Provider &provider, const auth::Account &account,
          const auth::Credential &credential, QObject *context,
          std::function<void(AccountCheck)> done)
        : QObject(context)
        , m_client(client)
        , m_provider(provider)
        , m_account(account)
        , m_credential(credential)
        , m_done(std::move(done))
    {
        m_clock.start();
    }

    void start()
    {
        if (!m_provider.checkPath.isEmpty())
            ask(Step::Check, m_provider.checkMethod, m_provider.checkPath);
        else if (!m_provider.modelsPath.isEmpty())
            ask(Step::ListAsCheck, "GET", m_provider.modelsPath);
        else if (!m_provider.chatPath.isEmpty())
            ask(Step::Check, "POST", m_provider.chatPath);
        else
            finishLater(base::Error{
                .code = ErrorCode::Unsupported,
                .detail = QStringLiteral("%1 has no call that tells whether a key is good")
                              .arg(m_provider.name)});
    }

private:
    enum class Step
    {
        Check,       ///< tells about the key alone
        ListAsCheck, ///< the model list, which needs a good key
        List,        ///< the model list of a key that is known to be good
    };

    void ask(Step step, const QByteArray &method, const QByteArray &path);
    [[nodiscard]] QByteArray smallModel() const;
    [[nodiscard]] QByteArray smallestBody(const QByteArray &path) const;
    /// By value: what it came from may go while it runs.
    void onAnswered(Step step, QByteArray path);
    void judgeList(Step step);
    void judgeCheck(const QByteArray &path);
    [[nodiscard]] base::Error refusal() const;
    void accept();
    void finish(const std::optional<base::Error> &error);
    void finishLater(const base::Error &error);

    net::HttpClient &m_client;
    const catalog::Provider m_provider;
    const auth::Account m_account;
    const auth::Credential m_credential;
    std::function<void(AccountCheck)> m_done;
    QElapsedTimer m_clock;
    std::unique_ptr<net::HttpReply> m_reply;
    AccountCheck m_result;
    QByteArray m_method;
    int m_status = 0;
    bool m_hasNoList = false;
    net::HeaderList m_headers;
    QByteArray m_body;
};

/// The model that the smallest chat asks for.
QByteArray Check::smallModel() const
{
    if (!m_provider.checkModel.isEmpty())
        return m_provider.checkModel;
    if (!m_account.models.isEmpty())
        return m_account.models.first().id;
    return m_provider.models.isEmpty() ? QByteArray(NoModel) : m_provider.models.first().id;
}

/// The smallest chat, where the call is one; else an empty object, which every server refuses for
/// its content, but only after it has looked at the key.
QByteArray Check::smallestBody(const QByteArray &path) const
{
    const wire::Codec *codec = m_provider.format ? wire::codecFor(*m_provider.format) : nullptr;
    if (!codec || m_provider.chatPath.isEmpty() || !m_provider.chatPath.startsWith(path))
        return m_provider.checkModel.isEmpty()
                   ? QByteArray("{}")
                   : Json::object({{"model", m_provider.checkModel}}).toJson();
    chat::ChatRequest request;
    request.model = smallModel();
    request.maxOutputTokens = 1;
    chat::Message message;
    message.parts.emplace_back(chat::TextPart{.text = "hi"});
    request.messages.push_back(std::move(message));
    const auto encoded = codec->encodeRequest(request, m_provider.traitsFor(request.model));
    return encoded ? encoded->body : QByteArray("{}");
}

void Check::ask(Step step, const QByteArray &method, const QByteArray &path)
{
    net::HttpRequest request;
    request.method = method;
    request.url = endpointUrl(m_provider, m_account, pathForModel(path, smallModel()));
    const bool isOurs =
        !m_provider.isUserMade && !m_provider.isLocal && m_account.baseUrl.isEmpty();
    request.urlClass = isOurs ? net::UrlClass::Builtin : net::UrlClass::Operator;
    request.allowPlainHttp = m_provider.allowPlainHttp;
    request.headers = requestHeaders(m_provider, m_credential);
    request.headers.emplaceBack("accept", "application/json");
    if (method == "POST") {
        request.headers.emplaceBack("content-type", "application/json");
        request.body = smallestBody(path);
    }
    if (!m_account.proxy.isEmpty())
        request.proxy = base::Secret(m_account.proxy.toUtf8());
    const milliseconds left = WholeCheck - milliseconds(m_clock.elapsed());
    request.timeouts = {.connect = std::min(request.timeouts.connect, left),
                        .firstByte = left,
                        .idle = left,
                        .total = left};
    request.maxBodyBytes = MaxAnswerBytes;
    m_method = method;
    m_status = 0;
    m_body.clear();
    m_reply = m_client.send(request, {.onHead =
                                          [this](int status, const net::HeaderList &headers) {
                                              m_status = status;
                                              m_headers = headers;
                                          },
                                      .onData = [this](const QByteArray &data) { m_body += data; },
                                      .onDone = [this, step, path] { onAnswered(step, path); },
                                      .onError =
                                          [this, step](const base::Error &error) {
                                              // The key is good; only the list could not be had.
                                              finish(step == Step::List
                                                         ? std::nullopt
                                                         : std::optional<base::Error>(error));
                                          }});
}

void Check::onAnswered(Step step, QByteArray path)
{
    if (step != Step::List) {
        m_result.report.status = m_status;
        m_result.report.latencyMs = m_clock.elapsed();
    }
    if (step == Step::Check)
        judgeCheck(path);
    else
        judgeList(step);
}

void Check::judgeList(Step step)
{
    if (m_status / 100 == 2) {
        auto models = parseModelList(m_provider, m_body);
        if (models)
            m_result.models = std::move(*models);
        else if (step == Step::ListAsCheck)
            return finish(models.error());
        m_result.report.modelCount = int(m_result.models.size());
        return finish(std::nullopt);
    }
    if (step == Step::List)
        return finish(std::nullopt);
    const base::Error error = refusal();
    // Not every server has a list: then the smallest chat tells.
    m_hasNoList = m_status == 404 || m_status == 405 || m_status == 501;
    if (m_hasNoList && m_provider.format && !m_provider.chatPath.isEmpty())
        return ask(Step::Check, "POST", m_provider.chatPath);
    const bool isKnownKey =
        error.code == ErrorCode::RateLimited || error.code == ErrorCode::QuotaExhausted;
    finish(isKnownKey ? std::nullopt : std::optional<base::Error>(error));
}

void Check::judgeCheck(const QByteArray &path)
{
    if (m_status / 100 == 2)
        return accept();
    base::Error error = refusal();
    switch (error.code) {
    case ErrorCode::RateLimited:
    case ErrorCode::QuotaExhausted:
        // Whoever is told to wait or to pay has been recognised.
        return accept();
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
        return finish(error);
    default:
        break;
    }
    const bool asksForModel = path == m_provider.chatPath && m_method == "POST";
    const bool isNoSuchPlace = m_status == 404 || m_status == 405;
    if (isNoSuchPlace && asksForModel && error.detail.contains(QLatin1String("model")))
        return accept();
    if (isNoSuchPlace) {
        error.detail = QStringLiteral("%1 has no %2 (status %3); is the base URL right, with its "
                                      "version path?")
                           .arg(m_provider.name, endpointUrl(m_provider, m_account, path).path())
                           .arg(m_status);
        return finish(error);
    }
    // A POST with too little in it: the key was good enough for the content to be looked at.
    if (m_method == "POST" && m_status / 100 == 4)
        return accept();
    finish(error);
}

base::Error Check::refusal() const
{
    return adapterFor(m_provider)
        .decodeError(m_provider, m_status, m_headers, m_body, QDateTime::currentDateTimeUtc());
}

void Check::accept()
{
    const bool isInTime = m_clock.elapsed() < WholeCheck.count();
    if (m_provider.modelsPath.isEmpty() || m_hasNoList || !isInTime)
        return finish(std::nullopt);
    ask(Step::List, "GET", m_provider.modelsPath);
}

void Check::finish(const std::optional<base::Error> &error)
{
    m_result.report.isGood = !error;
    m_result.report.error = error;
    // The context may die in the callback, and this with it.
    const auto done = std::move(m_done);
    const AccountCheck result = std::move(m_result);
    deleteLater();
    done(result);
}

void Check::finishLater(const base::Error &error)
{
    QTimer::singleShot(0, this, [this, error] { finish(error); });
}

} // namespace

void checkAccount(net::HttpClient &client, const catalog::Provider &provider,
                  const auth::Account &account, const auth::Credential &credential,
                  QObject *context, std::function<void(AccountCheck)> done)
{
    // Owned by the context.
    (new Check(client, provider, account, credential, context, std::move(done)))->start();
}

} // namespace omni::providers
