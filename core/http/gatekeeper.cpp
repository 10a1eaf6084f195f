// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/gatekeeper.h"

#include "core/base/log.h"
#include "core/http/connectionpool.h"
#include "core/http/endpoints.h"
#include "core/http/gunzip.h"
#include "core/http/mediatype.h"
#include "core/http/qthttpadapter.h"
#include "core/wire/statuscodes.h"

#include <QLocale>

namespace omni::http {

namespace {

constexpr qsizetype IdSize = 12; ///< the random part
constexpr qsizetype IdsAtOnce = 64;
constexpr qsizetype MaxShownPath = 200;

/// The moment in nine digits that sort as the moments do.
QByteArray timeText(const QDateTime &moment)
{
    static constexpr char Digits[] = "23456789abcdefghijkmnpqrstuvwxyz";
    QByteArray text(9, Digits[0]);
    auto left = quint64(moment.toMSecsSinceEpoch());
    for (qsizetype i = text.size(); i-- > 0; left >>= 5)
        text[i] = Digits[left & 31];
    return text;
}

} // namespace

Gatekeeper::Gatekeeper(const Parts &parts, KeyCheck keyCheck)
    : m_parts(parts)
    , m_keys(std::move(keyCheck), parts.limits, parts.clock)
{
    configure({});
}

void Gatekeeper::configure(const Server::Options &options)
{
    m_requireKey = options.requireKey;
    m_hosts.configure(options.extraHosts, options.allowedOrigins);
}

void Gatekeeper::admit(ConnectionGuard &guard)
{
    guard.admission() = {};
    guard.admission().requestId = newRequestId();
    const Verdict verdict = checkAll(guard);
    if (verdict.status == 0)
        guard.accept();
    else
        answer(guard, verdict);
}

Gatekeeper::Verdict Gatekeeper::checkAll(ConnectionGuard &guard)
{
    using Check = Verdict (Gatekeeper::*)(ConnectionGuard &);
    for (const Check check :
         {&Gatekeeper::checkOrigin, &Gatekeeper::checkRoute, &Gatekeeper::checkKey,
          &Gatekeeper::checkHops, &Gatekeeper::checkBodyKind}) {
        Verdict verdict = (this->*check)(guard);
        if (verdict.status != 0)
            return verdict;
    }
    return {};
}

Gatekeeper::Verdict Gatekeeper::checkOrigin(ConnectionGuard &guard)
{
    const RequestHead &head = guard.head();
    guard.admission().route.dialect = dialectOfPath(head.view(head.path));
    HostCheck::Verdict verdict = m_hosts.check(head, {});
    if (verdict == HostCheck::Verdict::ForeignHost || verdict == HostCheck::Verdict::ForeignTarget)
        verdict = m_hosts.check(head, guard.localAddress());
    switch (verdict) {
    case HostCheck::Verdict::Fine:
        break;
    case HostCheck::Verdict::ForeignHost:
        return {403, u"This host name is not one of the gateway's."_qs, {}, {}};
    case HostCheck::Verdict::ForeignTarget:
        return {421, u"The request is meant for another host."_qs, {}, {}};
    case HostCheck::Verdict::ForeignOrigin:
        return {403, u"Pages of this origin may not use the gateway."_qs, {}, {}};
    case HostCheck::Verdict::CrossSiteRequest:
        return {403, u"Requests from other sites are refused."_qs, {}, {}};
    }
    guard.admission().allowedOrigin = head.value("origin").toByteArray();
    return {};
}

Gatekeeper::Verdict Gatekeeper::checkRoute(ConnectionGuard &guard)
{
    const RequestHead &head = guard.head();
    Admission &admission = guard.admission();
    const QByteArrayView path = head.view(head.path);
    if (head.method == Method::Options && path == "*")
        return preflight(guard);
    admission.route = findRoute(routeTable(), head.method, path);
    // Clients that try a socket first go on with a POST when they hear this status.
    if (equalsIgnoringCase(head.value("upgrade"), "websocket"))
        return {426,
                u"There are no WebSockets here; send a POST and read server-sent events."_qs,
                {{"upgrade", "HTTP/1.1"}},
                {}};
    if (!head.value("anthropic-version").isEmpty() &&
        admission.route.dialect == chat::Format::OpenAiChat &&
        (!admission.route.row || admission.route.row->body == BodyKind::None))
        admission.route.dialect = chat::Format::Anthropic;
    if (admission.route.row)
        return {};
    if (admission.route.allow.isEmpty())
        return {404,
                u"There is nothing at %1."_qs.arg(
                    QString::fromLatin1(path.first(std::min(path.size(), MaxShownPath)))),
                {},
                {}};
    if (head.method == Method::Options)
        return preflight(guard);
    return {405,
            u"This path does not know %1; it knows %2."_qs.arg(
                QString::fromLatin1(methodName(head.method)),
                QString::fromLatin1(admission.route.allow)),
            {{"allow", admission.route.allow}},
            {}};
}

Gatekeeper::Verdict Gatekeeper::preflight(ConnectionGuard &guard)
{
    const RequestHead &head = guard.head();
    const Admission &admission = guard.admission();
    Verdict verdict{204, {}, {}, {}};
    const QByteArray allow =
        admission.route.allow.isEmpty() ? "GET, HEAD, POST, OPTIONS" : admission.route.allow;
    verdict.headers.emplaceBack("allow", allow);
    if (admission.allowedOrigin.isEmpty())
        return verdict;
    verdict.headers.emplaceBack("access-control-allow-methods", allow);
    const QByteArrayView wanted = head.value("access-control-request-headers");
    if (!wanted.isEmpty())
        verdict.headers.emplaceBack("access-control-allow-headers", wanted.toByteArray());
    verdict.headers.emplaceBack("access-control-max-age", "600");
    return verdict;
}

Gatekeeper::Verdict Gatekeeper::checkKey(ConnectionGuard &guard)
{
    Admission &admission = guard.admission();
    if (admission.route.row->routeClass == RouteClass::Public)
        return {};
    // Without a key only from this computer, whatever the switch says.
    const bool required = m_requireKey || !guard.isLoopback();
    auto owner = m_keys.admit(guard.head(), guard.peer(), required);
    if (!owner) {
        const base::Error &error = owner.error();
        Verdict verdict{
            wire::clientStatus(error, admission.route.dialect), error.detail, {}, error.retryAfter};
        if (verdict.status == 401)
            verdict.headers.emplaceBack("www-authenticate", "Bearer");
        return verdict;
    }
    admission.key = std::move(*owner);
    m_parts.pool.authenticated(guard);
    return {};
}

Gatekeeper::Verdict Gatekeeper::checkHops(ConnectionGuard &guard)
{
    const QByteArrayView text = guard.head().value("x-omniroute-hop");
    if (text.isNull())
        return {};
    qint64 hops = 0;
    if (!parseLength(text, hops))
        return {400, u"x-omniroute-hop is not a number."_qs, {}, {}};
    if (hops >= m_parts.limits.hops)
        return {508, u"The request went through too many gateways: they form a loop."_qs, {}, {}};
    guard.admission().hops = int(hops);
    return {};
}

Gatekeeper::Verdict Gatekeeper::checkBodyKind(ConnectionGuard &guard)
{
    Admission &admission = guard.admission();
    if (admission.route.row->body != BodyKind::Json)
        return {};
    const RequestHead &head = guard.head();
    if (!isJsonInUtf8(head.value("content-type")))
        return {415, u"The body must be \"Content-Type: application/json\" in UTF-8."_qs, {}, {}};
    const QByteArrayView encoding = head.value("content-encoding");
    admission.gzipped =
        equalsIgnoringCase(encoding, "gzip") || equalsIgnoringCase(encoding, "x-gzip");
    if (encoding.isEmpty() || admission.gzipped || equalsIgnoringCase(encoding, "identity"))
        return {};
    return {415,
            u"The body may be compressed with gzip only."_qs,
            {{"accept-encoding", "gzip, identity"}},
            {}};
}

void Gatekeeper::answer(ConnectionGuard &guard, const Verdict &verdict)
{
    AnswerFacts facts = factsOf(guard);
    facts.keepAlive = guard.survivesRefusal();
    if (verdict.status == 204)
        return guard.refuse(wholeAnswer(204, facts, verdict.headers, {}));
    const base::Error error{.code = codeForStatus(verdict.status),
                            .detail = verdict.text,
                            .retryAfter = verdict.retryAfter};
    guard.refuse(errorAnswer(guard.admission().route.dialect, error, verdict.status, facts,
                             verdict.headers));
}

void Gatekeeper::serve(ConnectionGuard &guard)
{
    const RequestHead &head = guard.head();
    if (m_parts.adapter.dispatch(head.method, [this, &guard] { run(guard); }))
        return;
    qCCritical(lcHttp, "QHttpServer did not dispatch a request that was admitted");
    guard.sendLast(lastWords(head, 500, u"The request could not be dispatched."_qs));
}

void Gatekeeper::run(ConnectionGuard &guard)
{
    Admission &admission = guard.admission();
    Call call{.handler = m_parts.handler,
              .head = guard.head(),
              .route = admission.route,
              .key = admission.key,
              .body = guard.takeBody(),
              .requestId = admission.requestId,
              .peer = guard.peer(),
              .hops = admission.hops,
              .reply = std::make_unique<ReplyWriter>(guard, m_parts.limits, factsOf(guard),
                                                     admission.route.dialect)};
    if (admission.gzipped) {
        auto body = gunzip(call.body, m_parts.limits);
        if (!body) {
            const bool broken = body.error().code == base::ErrorCode::InvalidRequest;
            return call.reply->sendError(body.error(), broken ? 400 : 413);
        }
        call.body = std::move(*body);
    }
    admission.route.row->serve(call);
}

void Gatekeeper::framingFailed(ConnectionGuard &guard, FrameFault fault)
{
    if (fault == FrameFault::TlsOnPlainPort) {
        qCWarning(lcHttp, "TLS on plain port: a client used https:// instead of http://");
        return guard.abort();
    }
    const FaultAnswer answer = faultAnswer(fault);
    guard.sendLast(lastWords(guard.head(), answer.status, QString::fromLatin1(answer.text)));
}

void Gatekeeper::timedOut(ConnectionGuard &guard)
{
    guard.sendLast(lastWords(guard.head(), 408, u"The request did not arrive in time."_qs));
}

void Gatekeeper::flushSoon(ConnectionGuard &guard)
{
    m_parts.pool.flushSoon(guard);
}

void Gatekeeper::closed(ConnectionGuard &guard)
{
    m_parts.pool.remove(guard);
}

QByteArray Gatekeeper::fullAnswer()
{
    return lastWords({}, 503, u"The gateway has too many connections; try again soon."_qs);
}

QByteArray Gatekeeper::lastWords(const RequestHead &head, int status, const QString &text)
{
    AnswerFacts facts;
    facts.requestId = newRequestId();
    facts.date = date();
    facts.keepAlive = false;
    facts.headOnly = head.method == Method::Head;
    const base::Error error{.code = codeForStatus(status), .detail = text};
    Headers headers;
    if (status == 503)
        headers.emplaceBack("retry-after", "1");
    return errorAnswer(dialectOfPath(head.view(head.path)), error, status, facts, headers);
}

AnswerFacts Gatekeeper::factsOf(ConnectionGuard &guard)
{
    const RequestHead &head = guard.head();
    return {.requestId = guard.admission().requestId,
            .allowedOrigin = guard.admission().allowedOrigin,
            .date = date(),
            .varyByOrigin = m_hosts.hasOrigins(),
            .headOnly = head.method == Method::Head,
            .chunkable = head.minorVersion == 1,
            .keepAlive = head.keepAlive && !guard.closesAfterAnswer()};
}

QByteArray Gatekeeper::newRequestId()
{
    // Drawn many at a time: a call of the system for each would show in every request. Those drawn
    // together begin alike, so that their rows lie close in the database's index.
    if (m_ids.size() < IdSize) {
        m_ids = m_parts.random.id(IdSize * IdsAtOnce);
        m_idPrefix = "req_" + timeText(m_parts.clock.wall());
    }
    const QByteArray id = m_idPrefix + QByteArrayView(m_ids).last(IdSize).toByteArray();
    m_ids.chop(IdSize);
    return id;
}

const QByteArray &Gatekeeper::date()
{
    const auto now = m_parts.clock.now();
    if (m_date.isEmpty() || now - m_dateMade >= std::chrono::seconds(1)) {
        m_date = QLocale::c()
                     .toString(m_parts.clock.wall(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'")
                     .toLatin1();
        m_dateMade = now;
    }
    return m_date;
}

} // namespace omni::http
