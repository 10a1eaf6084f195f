// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/httpclient.h"

#include <memory>
#include <optional>

namespace omni::test {

/// One request and all that came of it.
struct Call
{
    int status = 0;
    int heads = 0;
    int pieces = 0;
    net::HeaderList headers;
    QByteArray body;
    bool isDone = false;
    std::optional<base::Error> error;
    std::unique_ptr<net::HttpReply> reply;

    [[nodiscard]] bool isOver() const { return isDone || error.has_value(); }
    [[nodiscard]] base::ErrorCode code() const
    {
        return error ? error->code : base::ErrorCode::Internal;
    }

    void send(net::HttpClient &client, const net::HttpRequest &request)
    {
        reply = client.send(request, {.onHead =
                                          [this](int s, const net::HeaderList &h) {
                                              status = s;
                                              headers = h;
                                              ++heads;
                                          },
                                      .onData =
                                          [this](const QByteArray &data) {
                                              body += data;
                                              ++pieces;
                                          },
                                      .onDone = [this] { isDone = true; },
                                      .onError = [this](const base::Error &e) { error = e; }});
    }
};

/// A GET or POST to a loopback server, as for a provider of the user's own.
inline net::HttpRequest requestTo(const QUrl &url, const QByteArray &body = {})
{
    net::HttpRequest request;
    request.method = body.isEmpty() ? "GET" : "POST";
    request.url = url;
    request.urlClass = net::UrlClass::Operator;
    request.body = body;
    return request;
}

} // namespace omni::test
