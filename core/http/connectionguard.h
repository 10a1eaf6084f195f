// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/http/admission.h"
#include "core/http/connectionowner.h"
#include "core/http/requestframer.h"

#include <QTcpSocket>

namespace omni::http {

/// The side of an answer that a connection talks back to.
class AnswerSide
{
public:
    virtual ~AnswerSide() = default;
    /// The client is gone; nothing can be sent any more.
    virtual void clientGone() = 0;
    /// Bytes left for the network.
    virtual void bytesLeft() = 0;
};

/// One client's connection: frames its bytes strictly, hands over one request at a time, holds back
/// what comes before the answer is out, and keeps its deadlines. Owns its socket.
class ConnectionGuard : public QObject
{
    Q_OBJECT

public:
    ConnectionGuard(qintptr descriptor, ConnectionOwner &owner, const Limits &limits,
                    const base::Clock &clock);

    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }
    [[nodiscard]] bool isBusy() const { return m_state == State::Busy; }
    [[nodiscard]] bool isLoopback() const { return m_loopback; }
    [[nodiscard]] const QString &peer() const { return m_peer; }
    [[nodiscard]] QByteArray localAddress() const;

    [[nodiscard]] const RequestHead &head() const { return m_framer.head(); }
    [[nodiscard]] QByteArray takeBody() { return m_framer.takeBody(); }
    /// What the admission found out, for `serve`.
    [[nodiscard]] Admission &admission() { return m_admission; }

    // For the owner
    /// Reads on, to the end of the body.
    void accept();
    /// The connection can be used again after a refusal: the body is small or absent.
    [[nodiscard]] bool survivesRefusal() const;
    /// Sends this answer instead of handing the request over; `survivesRefusal` must have been
    /// asked, so that the answer says what happens to the connection.
    void refuse(const QByteArray &answer);
    /// Sends this and closes, reading on for a while so that the client gets to see it.
    void sendLast(const QByteArray &answer);
    void abort();
    /// What this turn of the event loop brought goes out.
    void flush();
    /// The answer in progress, or the next one, is the last. An idle connection closes now.
    void closeSoon();
    [[nodiscard]] bool closesAfterAnswer() const { return m_closeAfter; }
    /// Looks at the deadlines. `pressed`: unauthenticated clients get less time.
    void sweep(base::Clock::TimePoint now, bool pressed);
    void setAuthenticated() { m_authenticated = true; }
    [[nodiscard]] bool isAuthenticated() const { return m_authenticated; }

    // For the answer
    void attach(AnswerSide *answer) { m_answer = answer; }
    void detach() { m_answer = nullptr; }
    /// Small pieces may leave together with those of other connections, at the end of this turn of
    /// the event loop. May call `clientGone` before it returns.
    void send(const QByteArray &bytes);
    [[nodiscard]] qint64 unsentBytes() const { return m_turn.size() + m_socket->bytesToWrite(); }
    /// The answer is complete. `reusable` false closes the connection once all is sent.
    void answerDone(bool reusable);

private:
    enum class State
    {
        Idle,    ///< between requests
        Reading, ///< a head or a body
        Busy,    ///< the answer is being made
        Draining,
        Closing,
        Closed
    };

    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void readLoop();
    bool readSome();
    bool readBodyDirectly();
    void afterBytes();
    void holdOrDrop();
    void drain();
    void closeGracefully();
    void write(QByteArrayView bytes);
    void pushOut();
    void setDeadline(std::chrono::milliseconds fromNow) { m_deadline = m_clock.now() + fromNow; }

    ConnectionOwner &m_owner;
    const Limits &m_limits;
    const base::Clock &m_clock;
    QTcpSocket *m_socket;
    RequestFramer m_framer;
    Admission m_admission;
    AnswerSide *m_answer = nullptr;
    State m_state = State::Idle;
    base::Clock::TimePoint m_deadline;
    base::Clock::TimePoint m_born;
    base::Clock::TimePoint m_lastWritten;
    QByteArray m_held; ///< bytes of later requests
    QByteArray m_refusal;
    QByteArray m_turn; ///< bytes of this turn of the event loop
    QString m_peer;
    qsizetype m_drained = 0;
    bool m_loopback = false;
    bool m_authenticated = false;
    bool m_closeAfter = false;
    bool m_inLoop = false;
    bool m_sendingEnded = false;
    bool m_wrote = false;
};

} // namespace omni::http
