// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/route/combos.h"

#include "core/route/combostore.h"
#include "core/store/database.h"

namespace omni::route {

using base::ErrorCode;

Combos::Combos(store::Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{}

base::Result<void> Combos::load()
{
    auto reader = m_database.startReader();
    if (!reader)
        return base::fail(reader.error());
    auto combos = readCombos(*reader);
    if (!combos)
        return base::fail(combos.error());
    auto aliases = readAliases(*reader);
    if (!aliases)
        return base::fail(aliases.error());
    m_combos = *combos;
    m_aliases = *aliases;
    return {};
}

const Combo *Combos::find(const QString &name) const
{
    for (const Combo &combo : m_combos) {
        if (combo.name == name)
            return &combo;
    }
    return nullptr;
}

void Combos::save(const QString &oldName, const Combo &combo, QObject *context, Done done)
{
    if (auto good = checkCombo(combo); !good)
        return done(good);
    if (combo.name != oldName && find(combo.name))
        return done(
            base::fail(ErrorCode::InvalidRequest,
                       QStringLiteral("a combo called \"%1\" exists already; choose another name")
                           .arg(combo.name)));
    if (oldName.isEmpty()) {
        m_combos.append(combo);
    } else {
        const auto at = std::find_if(m_combos.begin(), m_combos.end(),
                                     [&](const Combo &mine) { return mine.name == oldName; });
        if (at == m_combos.end())
            return done(base::fail(ErrorCode::NotFound,
                                   QStringLiteral("no combo is called \"%1\"").arg(oldName)));
        *at = combo;
    }
    emit changed();
    persist(context, std::move(done));
}

void Combos::remove(const QString &name, QObject *context, Done done)
{
    if (m_combos.removeIf([&](const Combo &combo) { return combo.name == name; }) == 0)
        return done(
            base::fail(ErrorCode::NotFound, QStringLiteral("no combo is called \"%1\"").arg(name)));
    emit changed();
    persist(context, std::move(done));
}

void Combos::setAlias(const QString &name, const QString &target, QObject *context, Done done)
{
    if (target.isEmpty())
        m_aliases.remove(name);
    else
        m_aliases.insert(name, target);
    emit changed();
    m_database.write(
        [aliases = m_aliases](QSqlDatabase &sql) { return writeAliases(sql, aliases); }, context,
        std::move(done));
}

void Combos::persist(QObject *context, Done done)
{
    m_database.write([combos = m_combos](QSqlDatabase &sql) { return writeCombos(sql, combos); },
                     context, std::move(done));
}

} // namespace omni::route
