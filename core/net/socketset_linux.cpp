// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/socketset.h"

#include <QEvent>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <unistd.h>
#include <vector>

namespace omni::net {

namespace {

/// All sockets in one epoll set behind one notifier: Qt's loop polls one descriptor however many
/// streams there are.
class EpollSet final : public SocketSet, private QSocketNotifier
{
public:
    EpollSet(int epoll, Handler handler)
        : QSocketNotifier(epoll, QSocketNotifier::Read)
        , m_epoll(epoll)
        , m_handler(std::move(handler))
    {}
    ~EpollSet() override
    {
        setEnabled(false);
        ::close(m_epoll);
    }
    Q_DISABLE_COPY_MOVE(EpollSet)

    void watch(curl_socket_t socket, int what) override
    {
        Entry &entry = at(socket);
        const quint32 events = (what & CURL_POLL_IN ? quint32(EPOLLIN) : 0U) |
                               (what & CURL_POLL_OUT ? quint32(EPOLLOUT) : 0U);
        entry.wanted = what == CURL_POLL_REMOVE ? 0 : events;
        if (entry.wanted == 0 && entry.isOurs) {
            // A connection that rests in the pool is asked for again soon: leave it in the set
            // and take it out only when it stirs.
            return;
        }
        apply(socket, entry);
    }

    void opened(curl_socket_t socket) override
    {
        Entry &entry = at(socket);
        entry = {.generation = entry.generation + 1, .isOurs = true};
    }

    void closing(curl_socket_t socket) override
    {
        Entry &entry = at(socket);
        entry.wanted = 0;
        apply(socket, entry);
        entry = {.generation = entry.generation + 1};
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        onReadable();
        return true;
    }

private:
    struct Entry
    {
        quint32 generation = 0; ///< tells a socket from a later one of the same number
        quint32 wanted = 0;
        quint32 registered = 0;
        bool isOurs = false;
    };

    Entry &at(curl_socket_t socket)
    {
        if (m_entries.size() <= size_t(socket))
            m_entries.resize(size_t(socket) + 64);
        return m_entries[size_t(socket)];
    }

    void apply(curl_socket_t socket, Entry &entry)
    {
        // A socket that is not ours may have been closed and opened again unseen: never skip it.
        if (entry.wanted == entry.registered && entry.isOurs)
            return;
        epoll_event change{};
        change.events = entry.wanted;
        change.data.u64 = quint64(entry.generation) << 32 | quint32(socket);
        if (entry.wanted == 0)
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, &change);
        else if (::epoll_ctl(m_epoll, entry.registered ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket,
                             &change) != 0)
            ::epoll_ctl(m_epoll, errno == ENOENT ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &change);
        entry.registered = entry.wanted;
    }

    void onReadable()
    {
        std::array<epoll_event, 256> events;
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 0);
        m_ready.clear();
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[size_t(i)];
            const auto socket = curl_socket_t(quint32(event.data.u64));
            Entry &entry = at(socket);
            if (entry.generation != quint32(event.data.u64 >> 32))
                continue;
            if (entry.wanted == 0) {
                apply(socket, entry);
                continue;
            }
            int bits = 0;
            if (event.events & (EPOLLIN | EPOLLHUP))
                bits |= CURL_CSELECT_IN;
            if (event.events & EPOLLOUT)
                bits |= CURL_CSELECT_OUT;
            if (event.events & EPOLLERR)
                bits |= CURL_CSELECT_ERR;
            m_ready.push_back({socket, bits});
        }
        m_handler(m_ready);
    }

    int m_epoll;
    Handler m_handler;
    std::vector<Entry> m_entries;
    std::vector<Ready> m_ready;
};

} // namespace

std::unique_ptr<SocketSet> makeSocketSet(SocketSet::Handler handler)
{
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    if (epoll < 0)
        return makeNotifierSet(std::move(handler));
    return std::make_unique<EpollSet>(epoll, std::move(handler));
}

} // namespace omni::net
