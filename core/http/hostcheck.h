// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/http/requesthead.h"

#include <QStringList>

namespace omni::http {

/// Which names and pages may reach us: the guard against DNS rebinding and foreign web pages.
class HostCheck
{
public:
    /// `hosts`: further values of `Host` without port; `origins`: `scheme://host[:port]`.
    void configure(const QStringList &hosts, const QStringList &origins);

    enum class Verdict
    {
        Fine,
        ForeignHost,     ///< 403
        ForeignTarget,   ///< an absolute-form target names another host: 421
        ForeignOrigin,   ///< 403
        CrossSiteRequest ///< 403
    };
    /// `localAddress` is where the connection arrived: its literal is always ours, because DNS
    /// rebinding needs a name.
    [[nodiscard]] Verdict check(const RequestHead &head, const QByteArray &localAddress) const;
    [[nodiscard]] bool isOurHost(QByteArrayView hostAndPort, const QByteArray &localAddress) const;
    [[nodiscard]] bool isAllowedOrigin(QByteArrayView origin) const;
    /// Answers depend on `Origin`.
    [[nodiscard]] bool hasOrigins() const { return !m_origins.isEmpty(); }

private:
    QList<QByteArray> m_hosts;
    QList<QByteArray> m_origins;
};

} // namespace omni::http
