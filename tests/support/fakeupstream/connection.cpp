// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/connection.h"

namespace omni::test {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 429:
        return "Too Many Requests";
    default:
        return status < 500 ? "Client Error" : "Server Error";
    }
}

/// The body of a chunked message, or nothing while it is incomplete; `end` is behind it.
std::optional<QByteArray> dechunk(const QByteArray &bytes, qsizetype from, qsizetype *end)
{
    QByteArray body;
    for (;;) {
        const qsizetype line = bytes.indexOf("\r\n", from);
        if (line < 0)
            return {};
        const qsizetype size = bytes.mid(from, line - from).toLongLong(nullptr, 16);
        if (bytes.size() < line + 2 + size + 2)
            return {};
        body += bytes.mid(line + 2, size);
        from = line + 2 + size + 2;
        if (size == 0) {
            *end = from;
            return body;
        }
    }
}

} // namespace

FakeConnection::FakeConnection(FakeUpstream &owner, QTcpSocket *socket, int number)
    : QObject(&owner)
    , m_owner(owner)
    , m_socket(socket)
    , m_number(number)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FakeConnection::playNext);
    connect(socket, &QTcpSocket::readyRead, this, &FakeConnection::onReadyRead);
    connect(socket, &QTcpSocket::disconnected, this, &FakeConnection::onDisconnected);
}

void FakeConnection::onDisconnected()
{
    m_timer.stop();
    if (m_answer && m_index >= 0 && m_index < m_owner.m_requests.size()) {
        m_answer.reset();
        m_owner.m_requests[m_index].goneMs = m_owner.m_clock.elapsed();
        ++m_owner.m_abortCount;
        emit m_owner.requestAborted(m_index);
    }
    deleteLater();
}

void FakeConnection::onReadyRead()
{
    m_buffer += m_socket->readAll();
    Received request;
    while (!m_answer && takeRequest(&request)) {
        request.connection = m_number;
        request.atMs = m_owner.m_clock.elapsed();
        request.json = base::Json::parse(request.body).value_or(base::Json());
        m_isHead = request.method == "HEAD";
        m_isLastRequest = request.header("connection").toLower() == "close";
        m_index = int(m_owner.m_requests.size());
        m_owner.m_requests.append(request);
        const Answer answer = m_owner.answerFor(request);
        emit m_owner.requestReceived(m_index);
        play(answer);
        request = {};
    }
}

bool FakeConnection::takeRequest(Received *request)
{
    const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = m_buffer.left(headEnd).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> first = lines.first().split(' ');
    const QByteArray target = first.value(1);
    const qsizetype question = target.indexOf('?');
    request->method = first.value(0);
    request->path = question < 0 ? target : target.left(question);
    request->query = question < 0 ? QByteArray() : target.mid(question + 1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request->headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    if (!m_saidContinue && request->header("expect").toLower() == "100-continue") {
        m_saidContinue = true;
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    qsizetype end = headEnd + 4;
    if (request->header("transfer-encoding").toLower() == "chunked") {
        const auto body = dechunk(m_buffer, end, &end);
        if (!body)
            return false;
        request->body = *body;
    } else {
        const qsizetype length = request->header("content-length").toLongLong();
        if (m_buffer.size() < end + length)
            return false;
        request->body = m_buffer.mid(end, length);
        end += length;
    }
    m_buffer.remove(0, end);
    m_saidContinue = false;
    return true;
}

QByteArray FakeConnection::head() const
{
    const Answer &answer = *m_answer;
    QByteArray head = answer.preamble + (answer.isHttp10 ? "HTTP/1.0 " : "HTTP/1.1 ") +
                      QByteArray::number(answer.status) + ' ' + reason(answer.status) + "\r\n";
    for (const auto &[name, value] : answer.headers) {
        const QByteArray lower = name.toLower();
        if (lower != "content-length" && lower != "transfer-encoding")
            head += name + ": " + value + "\r\n";
    }
    if (answer.framing == Answer::Framing::Chunked) {
        head += "transfer-encoding: chunked\r\n";
    } else if (answer.framing == Answer::Framing::Length && answer.status != 204) {
        const qint64 length =
            answer.declaredLength < 0 ? answer.body().size() : answer.declaredLength;
        head += "content-length: " + QByteArray::number(length) + "\r\n";
    }
    return head + "\r\n";
}

QByteArray FakeConnection::framed(const QByteArray &part, bool isCut) const
{
    if (m_answer->framing != Answer::Framing::Chunked || part.isEmpty())
        return part;
    const qsizetype promised = part.size() + (isCut ? 100 : 0);
    const QByteArray size = QByteArray::number(promised, 16) + "\r\n";
    return isCut ? size + part : size + part + "\r\n";
}

void FakeConnection::play(const Answer &answer)
{
    m_answer = answer;
    m_next = 0;
    if (answer.sendsHead)
        m_socket->write(head());
    if (m_isHead)
        m_answer->parts.clear();
    playNext();
}

void FakeConnection::playNext()
{
    if (!m_answer)
        return;
    const qsizetype count =
        m_answer->stopAfter < 0 || m_isHead ? m_answer->parts.size() : m_answer->stopAfter;
    while (m_next < count) {
        const bool isLast = m_next + 1 == count;
        m_socket->write(framed(m_answer->parts.at(m_next), isLast && m_answer->cutsLastChunk));
        ++m_next;
        if (!isLast && m_answer->waitMs > 0) {
            m_socket->flush();
            m_timer.start(m_answer->waitMs);
            return;
        }
    }
    m_socket->flush();
    if (const int wait = std::exchange(m_answer->waitBeforeEndMs, 0); wait > 0) {
        m_timer.start(wait);
        return;
    }
    finish();
}

void FakeConnection::finish()
{
    const Answer answer = *m_answer;
    if (answer.end == Answer::End::Hang)
        return;
    m_answer.reset();
    if (m_index < m_owner.m_requests.size())
        m_owner.m_requests[m_index].answeredMs = m_owner.m_clock.elapsed();
    if (answer.end == Answer::End::Reset) {
        resetConnection(m_socket);
        return;
    }
    if (answer.end == Answer::End::Complete && answer.framing == Answer::Framing::Chunked &&
        !m_isHead)
        m_socket->write("0\r\n\r\n");
    if (answer.end == Answer::End::Close || answer.framing == Answer::Framing::UntilClose ||
        m_isLastRequest) {
        m_socket->disconnectFromHost();
        return;
    }
    // A request that came in the meantime.
    if (!m_buffer.isEmpty())
        QTimer::singleShot(0, this, &FakeConnection::onReadyRead);
}

} // namespace omni::test
