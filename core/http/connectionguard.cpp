// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/connectionguard.h"

#include "core/http/halfclose.h"

#include <QHostAddress>

#include <array>

namespace omni::http {

namespace {

constexpr qsizetype ReadPiece = 16 << 10;
/// Above what is ever held back, so that Qt goes on reading and notices when a client leaves.
constexpr qint64 SocketBuffer = 256 << 10;
/// Pieces below this wait for the end of the turn: a client that sleeps is woken once for all of
/// them, and the answers of one turn leave one after the other, which wakes each peer less often.
constexpr qsizetype TurnBytes = 64 << 10;

} // namespace

ConnectionGuard::ConnectionGuard(qintptr descriptor, ConnectionOwner &owner, const Limits &limits,
                                 const base::Clock &clock)
    : m_owner(owner)
    , m_limits(limits)
    , m_clock(clock)
    , m_socket(new QTcpSocket(this))
    , m_framer(limits)
    , m_born(clock.now())
{
    setDeadline(m_limits.keepAliveIdle);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        closeDescriptor(descriptor);
        m_state = State::Closed;
        return;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(SocketBuffer);
    m_loopback = m_socket->peerAddress().isLoopback();
    m_peer = m_socket->peerAddress().toString();
    connect(m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &ConnectionGuard::onDisconnected);
}

QByteArray ConnectionGuard::localAddress() const
{
    const QHostAddress address = m_socket->localAddress();
    const QByteArray text = address.toString().toLatin1();
    return address.protocol() == QAbstractSocket::IPv6Protocol ? '[' + text + ']' : text;
}

void ConnectionGuard::onReadyRead()
{
    readLoop();
}

void ConnectionGuard::readLoop()
{
    if (m_inLoop)
        return;
    m_inLoop = true;
    bool more = true;
    while (more) {
        switch (m_state) {
        case State::Idle:
        case State::Reading:
            more = readSome();
            break;
        case State::Busy:
            holdOrDrop();
            more = false;
            break;
        case State::Draining:
            drain();
            more = false;
            break;
        case State::Closing:
        case State::Closed:
            more = false;
            break;
        }
    }
    m_inLoop = false;
}

bool ConnectionGuard::readSome()
{
    if (m_held.isEmpty() && m_framer.bodyLeft() > 0 &&
        m_framer.stage() == RequestFramer::Stage::Body)
        return readBodyDirectly();
    std::array<char, ReadPiece> buffer;
    const QByteArray held = std::exchange(m_held, {});
    QByteArrayView bytes(held);
    if (held.isEmpty()) {
        const qint64 count = m_socket->read(buffer.data(), ReadPiece);
        if (count <= 0)
            return false;
        bytes = QByteArrayView(buffer.data(), qsizetype(count));
    }
    while (!bytes.isEmpty() && (m_state == State::Idle || m_state == State::Reading)) {
        if (m_state == State::Idle) {
            m_framer.next();
            m_state = State::Reading;
            setDeadline(m_limits.headDeadline);
        }
        bytes = bytes.sliced(m_framer.feed(bytes));
        afterBytes();
    }
    if (!bytes.isEmpty() && m_state == State::Busy)
        m_held = bytes.toByteArray();
    return true;
}

bool ConnectionGuard::readBodyDirectly()
{
    const qint64 room = std::min(m_framer.bodyLeft(), m_socket->bytesAvailable());
    if (room <= 0)
        return false;
    const qint64 count = m_socket->read(m_framer.bodyRoom(room), room);
    m_framer.bodyRead(room, std::max<qint64>(count, 0));
    afterBytes();
    return count > 0;
}

void ConnectionGuard::afterBytes()
{
    if (m_framer.stage() == RequestFramer::Stage::Failed)
        return m_owner.framingFailed(*this, m_framer.fault());
    if (m_framer.stage() == RequestFramer::Stage::Admission)
        m_owner.admit(*this);
    if (m_state != State::Reading)
        return;
    if (m_framer.stage() == RequestFramer::Stage::Body)
        return setDeadline(m_limits.bodyIdle);
    if (m_framer.stage() != RequestFramer::Stage::Complete)
        return;
    m_state = State::Busy;
    if (m_refusal.isEmpty())
        return m_owner.serve(*this);
    send(std::exchange(m_refusal, {}));
    answerDone(true);
}

void ConnectionGuard::holdOrDrop()
{
    const qint64 waiting = m_socket->bytesAvailable();
    if (!m_closeAfter && m_held.size() + waiting <= m_limits.heldBytes)
        return;
    // More than a second request's worth while the first is answered: it gets no answer, and the
    // connection ends after this one.
    m_closeAfter = true;
    m_held.clear();
    m_socket->skip(waiting);
}

void ConnectionGuard::drain()
{
    const qint64 take =
        std::min<qint64>(m_socket->bytesAvailable(), m_limits.drainBytes - m_drained);
    m_drained += qsizetype(std::max<qint64>(m_socket->skip(take), 0));
    // Enough: the rest stays with the system, which makes the client wait, until time is up.
    if (m_drained >= m_limits.drainBytes)
        m_socket->setReadBufferSize(1);
}

void ConnectionGuard::accept()
{
    if (m_framer.head().expectsContinue)
        send(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
    if (m_state == State::Reading)
        m_framer.startBody();
}

bool ConnectionGuard::survivesRefusal() const
{
    const RequestHead &head = m_framer.head();
    if (!head.keepAlive || m_closeAfter || head.expectsContinue)
        return false;
    return head.body == RequestHead::Body::None || (head.body == RequestHead::Body::Length &&
                                                    head.contentLength <= m_limits.smallBodyBytes);
}

void ConnectionGuard::refuse(const QByteArray &answer)
{
    if (!survivesRefusal())
        return sendLast(answer);
    m_refusal = answer;
    m_framer.startBody();
}

void ConnectionGuard::sendLast(const QByteArray &answer)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Draining;
    m_held.clear();
    setDeadline(m_limits.drainTime);
    send(answer);
    flush();
    drain();
}

void ConnectionGuard::abort()
{
    if (m_state == State::Closed)
        return;
    m_socket->abort();
    onDisconnected();
}

void ConnectionGuard::closeSoon()
{
    m_closeAfter = true;
    if (m_state == State::Idle)
        closeGracefully();
}

void ConnectionGuard::closeGracefully()
{
    if (m_state == State::Closed)
        return;
    if (!m_held.isEmpty() || m_socket->bytesAvailable() > 0)
        return sendLast({});
    flush();
    if (m_state == State::Closed)
        return;
    m_state = State::Closing;
    m_socket->disconnectFromHost();
}

void ConnectionGuard::sweep(base::Clock::TimePoint now, bool pressed)
{
    if (m_socket->bytesToWrite() > 0) {
        if (m_wrote || m_lastWritten == base::Clock::TimePoint())
            m_lastWritten = now;
        else if (now - m_lastWritten >= m_limits.writeStall)
            return abort();
        m_wrote = false;
        if (m_state == State::Idle)
            return;
    } else {
        m_lastWritten = {};
    }
    const bool waits = m_state == State::Idle || m_state == State::Reading;
    const bool hurried =
        pressed && waits && !m_authenticated && now - m_born >= m_limits.headDeadlinePressed;
    if (now < m_deadline && !hurried)
        return;
    if (m_state == State::Idle)
        closeGracefully();
    else if (m_state == State::Reading)
        m_owner.timedOut(*this);
    else if (m_state == State::Draining)
        abort();
}

void ConnectionGuard::send(const QByteArray &bytes)
{
    if (m_state == State::Closed || bytes.isEmpty())
        return;
    if (m_turn.isEmpty() && bytes.size() < TurnBytes) {
        m_turn = bytes;
        return m_owner.flushSoon(*this);
    }
    if (m_turn.size() + bytes.size() < TurnBytes) {
        m_turn += bytes;
        return;
    }
    // Not copied together: the second may be megabytes.
    write(std::exchange(m_turn, {}));
    write(bytes);
    pushOut();
}

void ConnectionGuard::flush()
{
    if (m_state == State::Closed)
        return;
    write(std::exchange(m_turn, {}));
    pushOut();
}

void ConnectionGuard::write(QByteArrayView bytes)
{
    // Straight to the system while nothing waits: Qt's way copies the bytes and registers a
    // notifier twice. What is wrong with a connection Qt finds out when it gets the rest.
    if (m_socket->bytesToWrite() == 0 && !bytes.isEmpty()) {
        const qint64 sent = sendNow(m_socket->socketDescriptor(), bytes);
        m_wrote = m_wrote || sent > 0;
        bytes = bytes.sliced(qsizetype(std::max<qint64>(sent, 0)));
    }
    if (!bytes.isEmpty())
        m_socket->write(bytes.data(), bytes.size());
}

void ConnectionGuard::pushOut()
{
    // One call writes one block of Qt's buffer; it is false once the system takes no more.
    while (m_state != State::Closed && m_socket->bytesToWrite() > 0 && m_socket->flush()) {
    }
    if (m_state == State::Draining && !m_sendingEnded && m_socket->bytesToWrite() == 0) {
        m_sendingEnded = true;
        shutdownSending(m_socket->socketDescriptor());
    }
}

void ConnectionGuard::onBytesWritten()
{
    m_wrote = true;
    if (m_answer)
        m_answer->bytesLeft();
    else if (m_state == State::Draining && !m_sendingEnded)
        pushOut();
}

void ConnectionGuard::answerDone(bool reusable)
{
    m_answer = nullptr;
    if (m_state != State::Busy)
        return;
    if (!reusable || m_closeAfter || !m_framer.head().keepAlive)
        return closeGracefully();
    m_state = State::Idle;
    setDeadline(m_limits.keepAliveIdle);
    if (!m_inLoop && (!m_held.isEmpty() || m_socket->bytesAvailable() > 0))
        QMetaObject::invokeMethod(this, &ConnectionGuard::readLoop, Qt::QueuedConnection);
}

void ConnectionGuard::onDisconnected()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    if (AnswerSide *answer = std::exchange(m_answer, nullptr))
        answer->clientGone();
    m_owner.closed(*this);
    deleteLater();
}

} // namespace omni::http
