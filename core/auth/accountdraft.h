// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/base/error.h"

namespace omni::auth {

/// An account as the user typed it.
struct AccountDraft
{
    catalog::ProviderId provider;
    QString name;
    std::optional<catalog::Tier> tier;
    std::optional<int> priority;
    QUrl baseUrl;
    QString proxy;
    QStringList models; ///< given by hand; empty = import the list
    bool operator==(const AccountDraft &) const = default;
};

/// A provider of the user's own.
struct CustomProviderDraft
{
    QString name;
    QString prefix;
    chat::Format format = chat::Format::OpenAiChat;
    QUrl baseUrl; ///< with version path
    QList<std::pair<QByteArray, QByteArray>> headers;
    bool allowPlainHttp = false;
    bool operator==(const CustomProviderDraft &) const = default;
};

/// What a check of a key found out.
struct CheckReport
{
    bool isGood = false;
    int status = 0;
    qint64 latencyMs = 0;
    int modelCount = 0;
    std::optional<base::Error> error;
    bool operator==(const CheckReport &) const = default;
};

} // namespace omni::auth
