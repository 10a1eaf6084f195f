// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/engine/snapshot.h"

namespace omni::engine {

QString ServerView::baseUrl() const
{
    if (port == 0)
        return {};
    const QString shown = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return QStringLiteral("http://%1:%2").arg(shown, QString::number(port));
}

int Snapshot::accountsReady() const
{
    return int(std::count_if(accounts.begin(), accounts.end(), [](const AccountView &view) {
        return view.state == AccountState::Ready;
    }));
}

const auth::ClientKey *Snapshot::usableKey() const
{
    const auto found = std::find_if(keys.begin(), keys.end(), [this](const auth::ClientKey &key) {
        return key.revokedMs == 0 && (key.expiresMs == 0 || key.expiresMs > atMs);
    });
    return found == keys.end() ? nullptr : &*found;
}

} // namespace omni::engine
