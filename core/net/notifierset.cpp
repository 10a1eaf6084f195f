// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/socketset.h"

#include <QEvent>
#include <QHash>
#include <QSocketNotifier>

namespace omni::net {

namespace {

class Notifier final : public QSocketNotifier
{
public:
    Notifier(curl_socket_t socket, Type type, const SocketSet::Handler *handler)
        : QSocketNotifier(qintptr(socket), type)
        , m_ready{socket, type == Read ? CURL_CSELECT_IN : CURL_CSELECT_OUT}
        , m_handler(handler)
    {}

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        // A copy: this object may be dismissed in there.
        const SocketSet::Ready ready = m_ready;
        (*m_handler)(std::span(&ready, 1));
        return true;
    }

private:
    SocketSet::Ready m_ready;
    const SocketSet::Handler *m_handler;
};

class NotifierSet final : public SocketSet
{
public:
    explicit NotifierSet(Handler handler)
        : m_handler(std::move(handler))
    {}
    ~NotifierSet() override
    {
        for (const Pair &pair : std::as_const(m_pairs)) {
            delete pair.read;
            delete pair.write;
        }
    }
    Q_DISABLE_COPY_MOVE(NotifierSet)

    void watch(curl_socket_t socket, int what) override
    {
        if (what == CURL_POLL_REMOVE) {
            closing(socket);
            return;
        }
        Pair &pair = m_pairs[socket];
        set(&pair.read, socket, QSocketNotifier::Read, what & CURL_POLL_IN);
        set(&pair.write, socket, QSocketNotifier::Write, what & CURL_POLL_OUT);
    }

    void opened(curl_socket_t) override {}

    void closing(curl_socket_t socket) override
    {
        const Pair pair = m_pairs.take(socket);
        dismiss(pair.read);
        dismiss(pair.write);
    }

private:
    struct Pair
    {
        Notifier *read = nullptr;
        Notifier *write = nullptr;
    };

    void set(Notifier **slot, curl_socket_t socket, QSocketNotifier::Type type, bool on)
    {
        if (on && !*slot)
            *slot = new Notifier(socket, type, &m_handler);
        else if (*slot)
            (*slot)->setEnabled(on);
    }

    /// It may be the notifier that is just reporting.
    static void dismiss(Notifier *notifier)
    {
        if (!notifier)
            return;
        notifier->setEnabled(false);
        notifier->deleteLater();
    }

    Handler m_handler;
    QHash<curl_socket_t, Pair> m_pairs;
};

} // namespace

std::unique_ptr<SocketSet> makeNotifierSet(SocketSet::Handler handler)
{
    return std::make_unique<NotifierSet>(std::move(handler));
}

} // namespace omni::net
