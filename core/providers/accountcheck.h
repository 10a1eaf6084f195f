// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/accountdraft.h"
#include "core/base/result.h"
#include "core/net/httpclient.h"

#include <QObject>

#include <functional>

namespace omni::providers {

/// What the cheap call said, and the models it listed.
struct AccountCheck
{
    auth::CheckReport report;
    QList<catalog::Model> models; ///< empty when the provider lists none
};

/// Asks the provider whether the credential is good with one cheap call (the model list, else the
/// catalog's check path) and reads the model list. `done` comes exactly once, unless `context`
/// dies before: that cancels. Never longer than 20 s.
void checkAccount(net::HttpClient &client, const catalog::Provider &provider,
                  const auth::Account &account, const auth::Credential &credential,
                  QObject *context, std::function<void(AccountCheck)> done);

/// The models of a list answer (`data[]`, `models[]`, bare array; ids with or without `models/`).
[[nodiscard]] base::Result<QList<catalog::Model>> parseModelList(const catalog::Provider &provider,
                                                                 const QByteArray &body);

} // namespace omni::providers
