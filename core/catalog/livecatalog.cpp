// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/livecatalog.h"

#include "core/base/log.h"
#include "core/catalog/catalogstore.h"
#include "core/store/database.h"

#include <QPointer>
#include <QTimer>

namespace omni::catalog {

using base::ErrorCode;
using base::fail;
using base::Result;

LiveCatalog::LiveCatalog(store::Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_current(std::make_shared<const Catalog>())
{}

Result<void> LiveCatalog::load()
{
    auto catalog = Catalog::loadBuiltin();
    if (!catalog)
        return fail(catalog.error());
    auto database = m_database.startReader();
    if (!database)
        return fail(database.error());
    const auto stored = readProviders(*database);
    if (!stored)
        return fail(stored.error());
    for (const StoredProvider &row : *stored) {
        // One that cannot be read stays in the database: a newer version may understand it.
        auto provider = Catalog::parseProvider(row.json);
        Result<void> added =
            provider ? catalog->put(std::move(*provider)) : Result<void>(fail(provider.error()));
        if (!added)
            qCWarning(lcCatalog, "provider %ls is left out: %ls", qUtf16Printable(row.id),
                      qUtf16Printable(added.error().detail));
    }
    m_current = std::make_shared<const Catalog>(std::move(*catalog));
    return {};
}

void LiveCatalog::save(Provider provider, QObject *context, Done done)
{
    provider.isUserMade = true;
    const ProviderId id = provider.id;
    const QByteArray json = Catalog::toJson(provider);
    const Provider *known = m_current->find(id);
    Catalog next = *m_current;
    Result<void> check = next.put(std::move(provider));
    if (check && known && !known->isUserMade)
        check = fail(
            ErrorCode::InvalidRequest,
            QStringLiteral("%1 ships with the program and cannot be replaced.").arg(known->name));
    // What cannot be read back must not be kept.
    if (const auto again = Catalog::parseProvider(json); check && !again)
        check = fail(again.error());
    if (!check) {
        QTimer::singleShot(0, context, [done, check] { done(check); });
        return;
    }
    m_database.write([row = StoredProvider{id.text(), json}](
                         QSqlDatabase &database) { return writeProvider(database, row); },
                     this,
                     [this, json, context = QPointer<QObject>(context), done](Result<void> result) {
                         if (result) {
                             // On top of whatever changed while this was written.
                             Catalog latest = *m_current;
                             result = latest.put(*Catalog::parseProvider(json));
                             m_current = std::make_shared<const Catalog>(std::move(latest));
                             emit changed();
                         }
                         if (context)
                             done(result);
                     });
}

void LiveCatalog::remove(const ProviderId &id, QObject *context, Done done)
{
    const Provider *known = m_current->find(id);
    if (!known || !known->isUserMade) {
        const QString detail = known ? QStringLiteral("%1 ships with the program.").arg(known->name)
                                     : QStringLiteral("There is no provider %1.").arg(id.text());
        const ErrorCode code = known ? ErrorCode::InvalidRequest : ErrorCode::NotFound;
        QTimer::singleShot(0, context, [done, code, detail] { done(fail(code, detail)); });
        return;
    }
    m_database.write([id](QSqlDatabase &database) { return deleteProvider(database, id); }, this,
                     [this, id, context = QPointer<QObject>(context), done](Result<void> result) {
                         if (result) {
                             Catalog latest = *m_current;
                             latest.remove(id);
                             m_current = std::make_shared<const Catalog>(std::move(latest));
                             emit changed();
                         }
                         if (context)
                             done(result);
                     });
}

} // namespace omni::catalog
