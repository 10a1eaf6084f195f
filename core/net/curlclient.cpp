// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/log.h"
#include "core/net/curlloop.h"
#include "core/net/httpclient.h"
#include "core/net/target.h"

#include <QHash>

#include <map>

namespace omni::net {

namespace {

/// Chooses the loop. Each proxy has its own: libcurl may reuse a tunnel that was opened with
/// another user's name, and with many proxy services that name decides the way out.
class CurlClient final : public HttpClient
{
public:
    std::unique_ptr<HttpReply> send(const HttpRequest &request,
                                    HttpReply::Callbacks callbacks) override
    {
        const auto proxy = checkProxy(request.proxy);
        CurlLoop &loop = proxy && !proxy->isEmpty() ? loopFor(*proxy) : m_direct;
        return loop.send(request, m_targets.find(request), proxy, std::move(callbacks));
    }

    void setOwnPorts(const QList<quint16> &ports) override
    {
        m_ownPorts = ports;
        m_direct.setOwnPorts(ports);
        for (auto &[proxy, loop] : m_proxied)
            loop->setOwnPorts(ports);
    }

private:
    static constexpr size_t MaxProxies = 64;

    CurlLoop &loopFor(const QByteArray &proxy)
    {
        if (const auto it = m_proxied.find(proxy); it != m_proxied.end())
            return *it->second;
        if (m_proxied.size() >= MaxProxies)
            dropIdle();
        auto &loop = m_proxied[proxy];
        loop = std::make_unique<CurlLoop>();
        loop->setOwnPorts(m_ownPorts);
        return *loop;
    }

    void dropIdle()
    {
        for (auto it = m_proxied.begin(); it != m_proxied.end();) {
            if (!it->second->isIdle()) {
                ++it;
                continue;
            }
            // This may be called while the loop's last callback goes: let it return.
            it->second.release()->deleteLater();
            it = m_proxied.erase(it);
        }
    }

    CurlLoop m_direct;
    std::map<QByteArray, std::unique_ptr<CurlLoop>> m_proxied;
    TargetCache m_targets;
    QList<quint16> m_ownPorts;
};

} // namespace

std::unique_ptr<HttpClient> makeCurlClient()
{
    // libcurl's one process-wide step; repeating it only counts up.
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (initialised != CURLE_OK)
        qCCritical(lcNet) << "libcurl does not start, no upstream can be asked:"
                          << curl_easy_strerror(initialised);
    return std::make_unique<CurlClient>();
}

} // namespace omni::net
