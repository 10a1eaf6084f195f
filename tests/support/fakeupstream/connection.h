// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakeupstream/fakeupstream.h"

#include <QTcpSocket>
#include <QTimer>

namespace omni::test {

/// One client of the fake: reads HTTP/1.1 requests one after the other and plays their answers.
/// Deletes itself when the client is gone.
class FakeConnection : public QObject
{
    Q_OBJECT

public:
    FakeConnection(FakeUpstream &owner, QTcpSocket *socket, int number);

private:
    void onReadyRead();
    void onDisconnected();
    /// False while the request is not complete.
    bool takeRequest(Received *request);
    void play(const Answer &answer);
    void playNext();
    void finish();
    QByteArray head() const;
    QByteArray framed(const QByteArray &part, bool isCut) const;

    FakeUpstream &m_owner;
    QTcpSocket *m_socket;
    QTimer m_timer;
    int m_number;
    QByteArray m_buffer;
    bool m_saidContinue = false;
    bool m_isHead = false;
    bool m_isLastRequest = false; ///< the client said `Connection: close`
    std::optional<Answer> m_answer;
    qsizetype m_next = 0;
    int m_index = -1; ///< of the request that is being answered
};

/// Closes the connection with RST instead of FIN.
void resetConnection(QTcpSocket *socket);

} // namespace omni::test
