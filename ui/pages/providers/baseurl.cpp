// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/baseurl.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace omni::ui::pages::providers {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BaseUrl)
};

/// This computer or a network of one's own.
bool isNear(const QString &host)
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return true;
    QHostAddress address;
    if (!address.setAddress(host))
        return false;
    static const std::array Near{"10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16",
                                 "169.254.0.0/16", "100.64.0.0/10", "fc00::/7",
                                 "fe80::/10"};
    return address.isLoopback() || std::any_of(Near.begin(), Near.end(), [&](const char *subnet) {
               return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(subnet)));
           });
}

} // namespace

UrlVerdict judgeBaseUrl(const QString &typed)
{
    const QString text = typed.trimmed();
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttps = text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    const bool isHttp = text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
    if (!isHttps && !isHttp)
        return {Words::tr("Begin with https://, or with http:// for this computer.")};
    if (!url.isValid() || url.host().isEmpty())
        return {Words::tr("Name a host, as in https://api.example.com/v1.")};
    if (!url.userInfo().isEmpty())
        return {Words::tr("Leave out user name and password; the key comes next.")};
    if (url.hasQuery() || url.hasFragment())
        return {Words::tr("End with the path: no ? and no #.")};
    return {.isOpenHttp = isHttp && !isNear(url.host())};
}

QString judgePrefix(const QString &typed)
{
    static const QRegularExpression good(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,31}$"));
    if (typed.isEmpty())
        return Words::tr("Give it a prefix, for example lab.");
    if (!good.match(typed).hasMatch() || typed.endsWith(QLatin1String("-compatible")))
        return Words::tr("Use small letters, digits and . _ - only.");
    return {};
}

QString suggestedPrefix(const QString &name)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    return name.toLower().remove(others).left(12);
}

} // namespace omni::ui::pages::providers
