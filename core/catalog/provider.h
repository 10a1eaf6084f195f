// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/strongid.h"
#include "core/chat/format.h"
#include "core/chat/traits.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace omni::catalog {

using ProviderId = base::StrongId<struct ProviderTag>;

/// The order in which a frugal user wants accounts to be used.
enum class Tier
{
    Subscription,
    ApiKey,
    Cheap,
    Free
};
QString tierName(Tier tier);
std::optional<Tier> tierFromName(QStringView name);

/// How an account of this provider proves who it is.
enum class AuthKind
{
    ApiKey,
    OAuth,
    DeviceCode,
    ImportedLogin,
    Cloud,
    None
};

enum class ProviderStatus
{
    Active,
    Limited,
    Discontinued
};

struct Price
{
    /// US dollars for one million tokens; absent = unknown, which is not free.
    std::optional<double> input;
    std::optional<double> cachedRead;
    std::optional<double> cacheWrite;
    std::optional<double> output;
    bool operator==(const Price &) const = default;
};

struct Model
{
    QByteArray id; ///< as the upstream names it
    QString name;
    /// What it is for: empty = chat, else `embedding`, `image`, `speech`, `transcription`,
    /// `moderation`, `rerank`, `search`.
    QString kind;
    QList<QByteArray> aliases; ///< other names that users of other gateways know it by
    std::optional<qint64> contextWindow;
    std::optional<qint64> maxOutput;
    QStringList capabilities; ///< tools, vision, thinking, …; empty = unknown
    Price price;
    /// Traits that differ from the provider's; null members of the JSON keep the provider's.
    std::optional<chat::Traits> traits;
    bool operator==(const Model &) const = default;
};

struct Provider
{
    ProviderId id;
    QString prefix;      ///< of model ids: `cc` in `cc/claude-…`
    QStringList aliases; ///< further prefixes
    QString name;
    QString vendor;
    QUrl website;
    QUrl keyPage; ///< where a user gets a key; may be empty
    QString risk; ///< what the vendor's terms say against use by third-party programs; may be empty
    Tier tier = Tier::ApiKey;
    ProviderStatus status = ProviderStatus::Active;
    QList<AuthKind> auth;
    /// Absent: the provider has no chat interface that we speak yet.
    std::optional<chat::Format> format;
    QUrl baseUrl; ///< with version path; empty when every account has its own
    /// What an account's own base URL looks like, e.g. `https://{resource}.openai.azure.com/…`; set
    /// only where `baseUrl` is empty.
    QString baseUrlForm;
    QByteArray chatPath;   ///< `/chat/completions`, `/models/{model}:generateContent`
    QByteArray streamPath; ///< for streams where that is another path; empty = `chatPath`
    QByteArray countTokensPath;
    QByteArray modelsPath; ///< empty = no list; absolute URLs are allowed
    QByteArray modelsKey;  ///< member that holds the list: `data`, `models`
    /// The cheap call that tells whether a key is good; empty path = the model list.
    QByteArray checkMethod = "GET";
    QByteArray checkPath;
    QByteArray checkModel; ///< model of the smallest chat, where the check is one (`POST`)
    QByteArray keyHeader = "Authorization";
    QByteArray keyPrefix = "Bearer ";
    QList<std::pair<QByteArray, QByteArray>> headers; ///< sent with every request
    chat::Traits traits;
    QList<Model> models;
    /// Any model id is passed on, listed or not.
    bool passesUnknownModels = true;
    bool isUserMade = false;
    /// The user confirmed plain http to a public address.
    bool allowPlainHttp = false;
    bool isLocal = false; ///< runs on this computer or network; no key needed

    bool operator==(const Provider &) const = default;
    /// By id, else by one of its other names.
    [[nodiscard]] const Model *model(QByteArrayView modelId) const;
    /// The traits for one model: its own, else the provider's.
    [[nodiscard]] const chat::Traits &traitsFor(QByteArrayView modelId) const;
};

} // namespace omni::catalog
