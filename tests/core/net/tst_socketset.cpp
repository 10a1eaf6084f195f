// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/curlloop.h"
#include "tests/core/net/call.h"
#include "tests/support/omnitest.h"
#include "tests/support/rawserver.h"

#include <array>
#include <sys/socket.h>
#include <unistd.h>

using namespace omni;
using namespace omni::net;
using namespace omni::test;

/// Both ways of watching sockets report the same.
class TstSocketSet : public QObject
{
    Q_OBJECT

private slots:
    void both_data()
    {
        QTest::addColumn<bool>("portable");
        QTest::addRow("this platform's") << false;
        QTest::addRow("a notifier each") << true;
    }

    void readinessIsReported_data() { both_data(); }
    void readinessIsReported()
    {
        QFETCH(bool, portable);
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
        int readable = 0;
        int writable = 0;
        const auto sockets = make(portable, [&](std::span<const SocketSet::Ready> ready) {
            for (const SocketSet::Ready &one : ready) {
                QCOMPARE(one.socket, ends[0]);
                readable += one.bits & CURL_CSELECT_IN ? 1 : 0;
                writable += one.bits & CURL_CSELECT_OUT ? 1 : 0;
                std::array<char, 8> drain{};
                if (one.bits & CURL_CSELECT_IN)
                    QVERIFY(::read(ends[0], drain.data(), drain.size()) >= 0);
            }
        });
        sockets->opened(ends[0]);
        sockets->watch(ends[0], CURL_POLL_OUT);
        QTRY_VERIFY(writable > 0);
        QCOMPARE(readable, 0);
        sockets->watch(ends[0], CURL_POLL_IN);
        QCOMPARE(::write(ends[1], "x", 1), ssize_t(1));
        QTRY_COMPARE(readable, 1);
        const int before = writable;
        // Left out, it stays silent; wanted again, what came meanwhile is reported.
        sockets->watch(ends[0], CURL_POLL_REMOVE);
        QCOMPARE(::write(ends[1], "x", 1), ssize_t(1));
        QTest::qWait(20);
        QCOMPARE(readable, 1);
        sockets->watch(ends[0], CURL_POLL_IN);
        QTRY_COMPARE(readable, 2);
        QCOMPARE(writable, before);
        sockets->closing(ends[0]);
        ::close(ends[0]);
        ::close(ends[1]);
    }

    void numberOfAClosedSocketIsUsedAgain_data() { both_data(); }
    void numberOfAClosedSocketIsUsedAgain()
    {
        QFETCH(bool, portable);
        QList<curl_socket_t> seen;
        const auto sockets = make(portable, [&](std::span<const SocketSet::Ready> ready) {
            for (const SocketSet::Ready &one : ready) {
                std::array<char, 8> drain{};
                QVERIFY(::read(one.socket, drain.data(), drain.size()) >= 0);
                seen.append(one.socket);
            }
        });
        for (int round = 1; round <= 3; ++round) {
            std::array<int, 2> ends{};
            QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
            sockets->opened(ends[0]);
            sockets->watch(ends[0], CURL_POLL_IN);
            QCOMPARE(::write(ends[1], "x", 1), ssize_t(1));
            QTRY_COMPARE(seen.size(), round);
            QCOMPARE(seen.last(), ends[0]);
            sockets->closing(ends[0]);
            ::close(ends[0]);
            ::close(ends[1]);
        }
    }

    void loopServesRequests_data() { both_data(); }
    void loopServesRequests()
    {
        QFETCH(bool, portable);
        RawServer server;
        server.setDefault({write(chunkedHead() + chunk("a")), pause(std::chrono::milliseconds(20)),
                           write(chunk("b") + chunk({}))});
        CurlLoop loop(
            [portable](SocketSet::Handler handler) { return make(portable, std::move(handler)); });
        const HttpRequest request = requestTo(server.url());
        TargetCache cache;
        int done = 0;
        std::vector<std::unique_ptr<HttpReply>> replies;
        for (int i = 0; i < 60; ++i) {
            replies.push_back(loop.send(request, cache.find(request), QByteArray(""),
                                        {.onDone = [&] { ++done; }}));
            if (i % 20 == 19)
                QTRY_COMPARE(done, i + 1);
        }
        QVERIFY(server.accepted() <= 20);
        QVERIFY(loop.isIdle());
    }

private:
    static std::unique_ptr<SocketSet> make(bool portable, SocketSet::Handler handler)
    {
        return portable ? makeNotifierSet(std::move(handler)) : makeSocketSet(std::move(handler));
    }
};

OMNI_TEST(TstSocketSet)
#include "tst_socketset.moc"
