// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/preparedquery.h"

#include <QObject>
#include <QSqlDriver>

#include <memory>
#include <unordered_map>

namespace omni::store {

namespace {

/// Hangs on the connection's driver, the one object that all copies of a QSqlDatabase share.
class Kept final : public QObject
{
public:
    explicit Kept(QObject *driver)
        : QObject(driver)
    {}
    static Kept *of(const QSqlDatabase &sql)
    {
        for (QObject *child : sql.driver()->children()) {
            if (auto *kept = dynamic_cast<Kept *>(child))
                return kept;
        }
        return nullptr;
    }

    struct Query
    {
        std::unique_ptr<QSqlQuery> query;
        bool isPrepared = false;
    };
    std::unordered_map<QString, Query> queries;
};

} // namespace

QSqlQuery &preparedQuery(QSqlDatabase &sql, const QString &statement)
{
    Kept *kept = Kept::of(sql);
    if (!kept)
        kept = new Kept(sql.driver());
    Kept::Query &one = kept->queries[statement];
    if (!one.query) {
        one.query = std::make_unique<QSqlQuery>(sql);
        one.query->setForwardOnly(true);
    }
    if (!one.isPrepared)
        one.isPrepared = one.query->prepare(statement);
    return *one.query;
}

void dropPreparedQueries(QSqlDatabase &sql)
{
    delete Kept::of(sql);
}

} // namespace omni::store
