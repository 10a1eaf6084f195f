// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/curljob.h"

#include "core/net/curlfailure.h"

#include <QHostAddress>
#include <QNetworkInterface>

#include <algorithm>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace omni::net {

namespace {

CurlJob *jobOf(void *pointer)
{
    return static_cast<CurlJob *>(pointer);
}

constexpr qsizetype SlowBodyBytes = 1 << 20;

} // namespace

CurlJob::CurlJob(LoopState *loop)
    : easy(curl_easy_init())
    , m_loop(loop)
{
    setConstantOptions();
}

CurlJob::~CurlJob()
{
    // With an own close callback libcurl may call it here, for a connection outside a pool.
    curl_easy_cleanup(easy);
}

void CurlJob::setConstantOptions()
{
    const auto set = [this](CURLoption option, auto value) {
        curl_easy_setopt(easy, option, value);
    };
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, m_reason.data());
    set(CURLOPT_NOSIGNAL, 1L);
    // A cancelled request leaves its name lookup to end alone; waiting would stop every stream.
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_HTTP09_ALLOWED, 0L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_MAXAGE_CONN, 30L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_PROXY_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    // Only Windows looks at this: the system's store instead of a file.
    set(CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_NATIVE_CA));
    set(CURLOPT_PROXY_SSL_OPTIONS, long(CURLSSLOPT_NATIVE_CA));
    set(CURLOPT_BUFFERSIZE, 32L << 10);
    set(CURLOPT_UPLOAD_BUFFERSIZE, 128L << 10);
    set(CURLOPT_HEADERFUNCTION, &CurlJob::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &CurlJob::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PREREQFUNCTION, &CurlJob::onBeforeRequest);
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &CurlJob::onOpenSocket);
    set(CURLOPT_OPENSOCKETDATA, this);
    // A connection outlives the job that opened it: its closing is told to the loop's sockets.
    set(CURLOPT_CLOSESOCKETFUNCTION, &CurlJob::onCloseSocket);
    set(CURLOPT_CLOSESOCKETDATA, m_loop->sockets);
}

base::Result<void> CurlJob::prepare(const HttpRequest &request, const Target &target,
                                    const QByteArray &proxy)
{
    m_timeouts = request.timeouts;
    m_totalDeadline = m_loop->now + m_timeouts.total;
    m_host = target.host;
    m_reach = target.reach;
    m_viaProxy = !proxy.isEmpty();
    m_maxBody = request.maxBodyBytes;
    if (auto built = m_headers.build(request.headers, request.body.size()); !built)
        return built;
    const bool isPlainMethod =
        !request.method.isEmpty() &&
        std::ranges::all_of(request.method, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!isPlainMethod)
        return base::fail(base::ErrorCode::InvalidRequest,
                          QStringLiteral("the request's method is not a word in capitals"));
    m_body = request.body;
    curl_easy_setopt(easy, CURLOPT_URL, target.url.constData());
    curl_easy_setopt(easy, CURLOPT_PROXY, proxy.constData());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.list());
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, request.verifyTls ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, request.verifyTls ? 2L : 0L);
    setMethod(request.method);
    return {};
}

void CurlJob::setMethod(const QByteArray &method)
{
    const bool isPost = method == "POST";
    const bool hasBody = isPost || method == "PUT" || method == "PATCH" || !m_body.isEmpty();
    // NOBODY is left before the method is chosen: leaving it chooses GET.
    curl_easy_setopt(easy, CURLOPT_NOBODY, 0L);
    if (hasBody) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, m_body.constData());
    } else {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    }
    const bool isHead = method == "HEAD" && !hasBody;
    if (isHead)
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    const bool isImplied = isHead || (hasBody ? isPost : method == "GET");
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, isImplied ? nullptr : method.constData());
}

void CurlJob::reset()
{
    m_headers.clear();
    m_body.clear();
    head = {};
    data = {};
    error.reset();
    phase = Phase::Finished;
    isPaused = isHeld = headDelivered = false;
    m_fault = Fault::None;
    m_refusal = nullptr;
    m_starts = 0;
    m_bytesBefore = 0;
    m_decoded = 0;
    m_uploaded = 0;
    m_reason[0] = '\0';
}

LoopState::TimePoint CurlJob::deadline() const
{
    if (phase == Phase::Finished)
        return LoopState::TimePoint::max();
    const bool rests = isPaused && phase == Phase::Receiving;
    return rests ? m_totalDeadline : std::min(m_totalDeadline, m_phaseDeadline);
}

CurlJob::Fault CurlJob::passedLimit()
{
    if (deadline() > m_loop->now)
        return Fault::None;
    if (m_totalDeadline <= m_loop->now)
        return m_fault = Fault::TotalTimeout;
    if (phase == Phase::Waiting) {
        // The limit counts from the request's last byte. libcurl does not tell when that left,
        // only how much has left so far; a short body leaves at once.
        curl_off_t uploaded = 0;
        curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &uploaded);
        if (m_body.size() > SlowBodyBytes && uploaded != m_uploaded) {
            m_uploaded = uploaded;
            touch();
            return Fault::None;
        }
        return m_fault = Fault::FirstByteTimeout;
    }
    return m_fault = phase == Phase::Connecting ? Fault::ConnectTimeout : Fault::IdleTimeout;
}

void CurlJob::setPhase(Phase next)
{
    phase = next;
    touch();
    m_loop->nextDeadline = std::min(m_loop->nextDeadline, deadline());
}

void CurlJob::touch()
{
    const auto limit = phase == Phase::Connecting ? m_timeouts.connect
                       : phase == Phase::Waiting  ? m_timeouts.firstByte
                                                  : m_timeouts.idle;
    m_phaseDeadline = m_loop->now + limit;
}

void CurlJob::markReady()
{
    if (isReady)
        return;
    isReady = true;
    m_loop->ready.push_back(this);
}

void CurlJob::fail(base::Error problem)
{
    phase = Phase::Finished;
    error = std::move(problem);
    markReady();
}

void CurlJob::finish(CURLcode code)
{
    if (code == CURLE_OK && head.isComplete()) {
        phase = Phase::Finished;
        markReady();
        return;
    }
    fail(describe({.code = code == CURLE_OK ? CURLE_WEIRD_SERVER_REPLY : code,
                   .fault = m_fault,
                   .refusal = m_refusal,
                   .reason = m_reason.data(),
                   .host = m_host,
                   .hasHead = head.isComplete(),
                   .timeouts = m_timeouts}));
}

bool CurlJob::isDelivered() const
{
    return m_starts > 0 && requestBytes() > m_bytesBefore;
}

long CurlJob::requestBytes() const
{
    long bytes = 0;
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes);
    return bytes;
}

size_t CurlJob::takeHeaderLine(QByteArrayView line)
{
    if (phase == Phase::Waiting)
        setPhase(Phase::Receiving);
    else
        touch();
    if (!head.take(line)) {
        m_fault = Fault::HeadTooLarge;
        return 0;
    }
    if (head.isComplete() && !headDelivered)
        markReady();
    return size_t(line.size());
}

size_t CurlJob::takeBody(const char *bytes, size_t size)
{
    if (isPaused || data.size() >= MaxPieceBytes) {
        isHeld = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    touch();
    m_decoded += qint64(size);
    bool isTooLarge = m_decoded > m_maxBody;
    if (head.isEncoded() && m_decoded > BombBytes) {
        curl_off_t wire = 0;
        curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &wire);
        isTooLarge = isTooLarge || m_decoded > BombRatio * (wire + (64 << 10));
    }
    if (isTooLarge) {
        m_fault = Fault::BodyTooLarge;
        return 0;
    }
    data.append(bytes, qsizetype(size));
    markReady();
    return size;
}

int CurlJob::beforeRequest(const char *peer)
{
    // libcurl tries again by itself when a kept connection ends without an answer. Fine as long
    // as nothing had left; otherwise the request could be carried out, and paid, twice.
    if (isDelivered()) {
        m_fault = Fault::NotSentTwice;
        return CURL_PREREQFUNC_ABORT;
    }
    // A pooled connection may have been opened for a request that was allowed more.
    const auto address = parseAddress(peer);
    m_refusal = address ? refusalOf(*address) : "the peer has no address that can be checked";
    if (m_refusal) {
        m_fault = Fault::RefusedAddress;
        return CURL_PREREQFUNC_ABORT;
    }
    ++m_starts;
    m_bytesBefore = requestBytes();
    setPhase(Phase::Waiting);
    return CURL_PREREQFUNC_OK;
}

const char *CurlJob::refusalOf(const Address &address) const
{
    // Behind a proxy the peer is the proxy, which the user named.
    return refusal(address, m_viaProxy ? Reach::Anywhere : m_reach);
}

bool CurlJob::isOwnListener(const Address &address, quint16 port) const
{
    if (!m_loop->ownPorts.contains(port))
        return false;
    if (addressKind(address) == AddressKind::Loopback)
        return true;
    const QHostAddress peer(address.bytes.data());
    return std::ranges::any_of(QNetworkInterface::allAddresses(), [&](const QHostAddress &mine) {
        return mine.isEqual(peer, QHostAddress::ConvertV4MappedToIPv4);
    });
}

curl_socket_t CurlJob::openSocket(const curl_sockaddr &address)
{
    if (isDelivered()) {
        m_fault = Fault::NotSentTwice;
        return CURL_SOCKET_BAD;
    }
    const auto peer = addressOf(&address.addr);
    const char *reason = peer ? refusalOf(*peer) : "not an internet address";
    // Both families keep their port in the same place.
    if (peer && !reason &&
        isOwnListener(*peer, ntohs(reinterpret_cast<const sockaddr_in &>(address.addr).sin_port)))
        reason = "this is the gateway itself";
    if (reason) {
        m_fault = Fault::RefusedAddress;
        m_refusal = reason;
        return CURL_SOCKET_BAD;
    }
    // Another address of the same name was refused before: this one decides.
    m_fault = Fault::None;
    int type = address.socktype;
#ifdef SOCK_CLOEXEC
    type |= SOCK_CLOEXEC;
#endif
    const curl_socket_t socket = ::socket(address.family, type, address.protocol);
    if (socket != CURL_SOCKET_BAD)
        m_loop->sockets->opened(socket);
    return socket;
}

size_t CurlJob::onHeader(char *bytes, size_t, size_t size, void *job)
{
    return jobOf(job)->takeHeaderLine(QByteArrayView(bytes, qsizetype(size)));
}

size_t CurlJob::onBody(char *bytes, size_t, size_t size, void *job)
{
    return jobOf(job)->takeBody(bytes, size);
}

int CurlJob::onBeforeRequest(void *job, char *peer, char *, int, int)
{
    return jobOf(job)->beforeRequest(peer);
}

curl_socket_t CurlJob::onOpenSocket(void *job, curlsocktype, curl_sockaddr *address)
{
    return jobOf(job)->openSocket(*address);
}

int CurlJob::onCloseSocket(void *sockets, curl_socket_t socket)
{
    static_cast<SocketSet *>(sockets)->closing(socket);
#ifdef Q_OS_WIN
    return ::closesocket(socket);
#else
    return ::close(socket);
#endif
}

} // namespace omni::net
