// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/catalog/provider.h"

#include <QHash>

namespace omni::catalog {

/// What exists: the providers that ship with the program plus those the user made. A value; shared
/// as `std::shared_ptr<const Catalog>`, replaced as a whole when something changes.
class Catalog
{
public:
    /// Reads `:/catalog/providers/*.json`. Our own files, so a broken one is an Internal error
    /// naming it.
    [[nodiscard]] static base::Result<Catalog> loadBuiltin();

    /// One provider's file; the error names the field.
    [[nodiscard]] static base::Result<Provider> parseProvider(const QByteArray &json);
    [[nodiscard]] static QByteArray toJson(const Provider &provider);

    /// Adds or replaces; refuses an empty id and a prefix that another provider has.
    base::Result<void> put(Provider provider);
    void remove(const ProviderId &id);

    [[nodiscard]] const QList<Provider> &providers() const { return m_providers; }
    [[nodiscard]] const Provider *find(const ProviderId &id) const;
    /// By prefix, alias or id; without case.
    [[nodiscard]] const Provider *findByPrefix(QStringView prefix) const;

private:
    QList<Provider> m_providers;
    QHash<QString, qsizetype> m_byPrefix;
    void index();
};

} // namespace omni::catalog
