// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/catalog.h"

#include <QDir>
#include <QFile>

namespace omni::catalog {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Everything that may stand before the slash of a model id.
QStringList prefixesOf(const Provider &provider)
{
    QStringList all{provider.prefix.toLower(), provider.id.text().toLower()};
    for (const QString &alias : provider.aliases)
        all.append(alias.toLower());
    return all;
}

} // namespace

Result<Catalog> Catalog::loadBuiltin()
{
    Catalog catalog;
    const QDir folder(QStringLiteral(":/catalog/providers"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    catalog.m_providers.reserve(names.size());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal, QStringLiteral("cannot read %1").arg(name));
        auto provider = parseProvider(file.readAll());
        if (!provider)
            return fail(ErrorCode::Internal,
                        QStringLiteral("%1: %2").arg(name, provider.error().detail));
        if (name != provider->id.text() + QStringLiteral(".json"))
            return fail(ErrorCode::Internal,
                        QStringLiteral("%1 holds the provider %2").arg(name, provider->id.text()));
        if (const auto added = catalog.put(std::move(*provider)); !added)
            return fail(ErrorCode::Internal,
                        QStringLiteral("%1: %2").arg(name, added.error().detail));
    }
    return catalog;
}

Result<void> Catalog::put(Provider provider)
{
    if (provider.id.isEmpty())
        return fail(ErrorCode::InvalidRequest, QStringLiteral("A provider needs an id."));
    const QStringList prefixes = prefixesOf(provider);
    for (const QString &prefix : prefixes) {
        const auto taken = m_byPrefix.constFind(prefix);
        if (taken == m_byPrefix.cend() || m_providers.at(*taken).id == provider.id)
            continue;
        return fail(
            base::Error{.code = ErrorCode::InvalidRequest,
                        .detail = QStringLiteral("The prefix %1 belongs to %2; choose another.")
                                      .arg(prefix, m_providers.at(*taken).name),
                        .field = QStringLiteral("prefix")});
    }
    for (qsizetype i = 0; i < m_providers.size(); ++i) {
        if (m_providers.at(i).id == provider.id) {
            m_providers[i] = std::move(provider);
            index();
            return {};
        }
    }
    for (const QString &prefix : prefixes)
        m_byPrefix.insert(prefix, m_providers.size());
    m_providers.append(std::move(provider));
    return {};
}

void Catalog::remove(const ProviderId &id)
{
    m_providers.removeIf([&id](const Provider &provider) { return provider.id == id; });
    index();
}

void Catalog::index()
{
    m_byPrefix.clear();
    for (qsizetype i = 0; i < m_providers.size(); ++i) {
        for (const QString &prefix : prefixesOf(m_providers.at(i)))
            m_byPrefix.insert(prefix, i);
    }
}

const Provider *Catalog::find(const ProviderId &id) const
{
    // An id is one of the prefixes, but a prefix need not be an id.
    const auto found = m_byPrefix.constFind(id.text().toLower());
    if (found == m_byPrefix.cend() || m_providers.at(*found).id != id)
        return nullptr;
    return &m_providers.at(*found);
}

const Provider *Catalog::findByPrefix(QStringView prefix) const
{
    const auto found = m_byPrefix.constFind(prefix.toString().toLower());
    return found == m_byPrefix.cend() ? nullptr : &m_providers.at(*found);
}

} // namespace omni::catalog
