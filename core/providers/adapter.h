// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/account.h"
#include "core/base/result.h"
#include "core/chat/request.h"
#include "core/net/httprequest.h"
#include "core/wire/codec.h"
#include "core/wire/requestfacts.h"

namespace omni::providers {

/// One attempt, as the gateway asks for it. Everything is borrowed for the duration of the call.
struct Call
{
    enum class Kind
    {
        Chat,
        CountTokens
    };
    Kind kind = Kind::Chat;
    const catalog::Provider &provider;
    const auth::Account &account;
    const auth::Credential &credential;
    QByteArray model;                                ///< the upstream's id
    chat::Format dialect = chat::Format::OpenAiChat; ///< the client's
    const QByteArray &body;                          ///< the client's, as it came
    const wire::RequestFacts &facts;
    /// The decoded request; null when client and upstream speak the same format, and the client's
    /// own bytes are to go on.
    const chat::ChatRequest *request = nullptr;
    /// Client headers that may go to an upstream of the same dialect.
    QList<std::pair<QByteArray, QByteArray>> passHeaders;
    int hops = 0; ///< gateways of our kind behind us; what goes out says one more
};

/// What goes out, and what the answer's reader must know.
struct Outgoing
{
    net::HttpRequest http;
    chat::Format format = chat::Format::OpenAiChat; ///< of the upstream's answer
    bool isPassThrough = false;                     ///< the client's own bytes, patched
    wire::Losses losses;
    wire::RenamedTools renamedTools;
};

/// Turns an attempt into an HTTP request. Stateless. One generic adapter is driven by the catalog;
/// odd providers get a row in adapters.cpp.
class Adapter
{
public:
    virtual ~Adapter() = default;
    /// InvalidRequest when the request cannot be said in the upstream's format, Unsupported when
    /// the provider has no such operation.
    [[nodiscard]] virtual base::Result<Outgoing> build(const Call &call) const = 0;
    /// What an answer with a status outside 2xx means, `Retry-After` and reset headers included.
    [[nodiscard]] virtual base::Error decodeError(const catalog::Provider &provider, int status,
                                                  const net::HeaderList &headers,
                                                  QByteArrayView body,
                                                  const QDateTime &now) const = 0;
};

[[nodiscard]] const Adapter &adapterFor(const catalog::Provider &provider);

/// True when the upstream speaks the client's dialect, so that the body goes through as it came.
[[nodiscard]] bool isPassThrough(const catalog::Provider &provider, chat::Format dialect);

/// The account's base URL with a path of the provider; absolute paths stand for themselves.
[[nodiscard]] QUrl endpointUrl(const catalog::Provider &provider, const auth::Account &account,
                               const QByteArray &path);
/// A path that names the model (`/models/{model}:generateContent`) with this one in it.
[[nodiscard]] QByteArray pathForModel(QByteArray path, const QByteArray &model);
/// Headers that prove who we are plus those the catalog wants with every request.
[[nodiscard]] net::HeaderList requestHeaders(const catalog::Provider &provider,
                                             const auth::Credential &credential);

} // namespace omni::providers
