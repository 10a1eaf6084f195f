// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/providers/codeassistadapter.h"
#include "core/providers/cursoradapter.h"
#include "core/providers/kiroadapter.h"

namespace omni::providers {

namespace {

template<typename T>
const Adapter &shared()
{
    static const T adapter;
    return adapter;
}

struct Row
{
    chat::Format format;
    const Adapter &(*adapter)();
};

/// The wires that want more of an account than its key.
constexpr Row Rows[]{
    {chat::Format::CodeAssist, shared<CodeAssistAdapter>},
    {chat::Format::Kiro, shared<KiroAdapter>},
    {chat::Format::Cursor, shared<CursorAdapter>},
};

} // namespace

const Adapter &adapterFor(const catalog::Provider &provider)
{
    for (const Row &row : Rows) {
        if (provider.format == row.format)
            return row.adapter();
    }
    return shared<GenericAdapter>();
}

bool isPassThrough(const catalog::Provider &provider, chat::Format dialect)
{
    return provider.format == dialect;
}

QByteArray pathForModel(QByteArray path, const QByteArray &model)
{
    constexpr QByteArrayView Hole("{model}");
    if (const qsizetype at = path.indexOf(Hole); at >= 0)
        path.replace(at, Hole.size(), model.toPercentEncoding("/@"));
    return path;
}

QUrl endpointUrl(const catalog::Provider &provider, const auth::Account &account,
                 const QByteArray &path)
{
    if (path.contains("://"))
        return QUrl::fromEncoded(path);
    const QUrl &base = account.baseUrl.isEmpty() ? provider.baseUrl : account.baseUrl;
    // Without a query or escapes on either side the path grows as it is: no text of the whole URL
    // is made and read again.
    const QString stem = base.path(QUrl::FullyEncoded);
    if (!path.contains('?') && !path.contains('%') && !path.contains('#') && !stem.contains(u'%') &&
        !base.hasQuery() && !base.hasFragment()) {
        qsizetype end = stem.size();
        while (end > 0 && stem.at(end - 1) == u'/')
            --end;
        QUrl url = base;
        url.setPath(stem.left(end) + QString::fromLatin1(path));
        return url;
    }
    QByteArray url = base.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (url.endsWith('/'))
        url.chop(1);
    return QUrl::fromEncoded(url + path);
}

net::HeaderList requestHeaders(const catalog::Provider &provider,
                               const auth::Credential &credential)
{
    net::HeaderList headers;
    headers.reserve(provider.headers.size() + 6);
    if (!credential.apiKey.isEmpty() && !provider.keyHeader.isEmpty())
        headers.emplaceBack(provider.keyHeader, provider.keyPrefix + credential.apiKey.reveal());
    bool namesItself = false;
    for (const auto &header : provider.headers) {
        headers.append(header);
        namesItself = namesItself || header.first.compare("user-agent", Qt::CaseInsensitive) == 0;
    }
    if (!namesItself)
        headers.emplaceBack(QByteArrayLiteral("user-agent"),
                            QByteArrayLiteral("OmniRoute/" OMNI_VERSION));
    return headers;
}

} // namespace omni::providers
