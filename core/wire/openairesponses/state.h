// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/chat/request.h"
#include "core/net/ssereader.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace omni::wire::openairesponses {

/// A conversation up to and with one answer, for upstreams that keep none. Copies share the items.
struct StoredTurn
{
    QByteArray id;
    QByteArray response; ///< the response object as the client got it
    base::Json input;    ///< the items of the request alone, for `GET …/input_items`
    base::Json items;    ///< everything said so far, input and output, as a next `input`
    qsizetype bytes = 0; ///< what keeping it costs at most
};

/// What a body refers to.
struct StateWish
{
    QByteArray previousId;
    bool store = true;          ///< the client lets the answer be kept
    bool hasReferences = false; ///< `item_reference` among the items
};
[[nodiscard]] StateWish stateWishOf(QByteArrayView body);

/// The turn that this request and its answer end; `before` is the turn it went on from, or null.
/// Nothing when either is no object, or the answer is none that can be gone on from (it failed).
[[nodiscard]] std::optional<StoredTurn> turnOf(QByteArrayView body, QByteArrayView response,
                                               const StoredTurn *before);

/// The body with the conversation it goes on from in front of its own input, and nothing that
/// refers to it any more.
[[nodiscard]] base::Result<QByteArray> withHistory(QByteArrayView body, const StoredTurn &before);

/// The body with each `item_reference` replaced by the item `find` knows; InvalidRequest with the
/// field for an unknown one.
[[nodiscard]] base::Result<QByteArray>
withItems(QByteArrayView body, const std::function<base::Json(const QByteArray &id)> &find);

/// The item with this id among those of the turn; null when there is none.
[[nodiscard]] base::Json itemIn(const StoredTurn &turn, const QByteArray &id);

/// The answer of `GET …/input_items`.
[[nodiscard]] QByteArray inputItemsBody(const StoredTurn &turn);
/// The answer of `DELETE`.
[[nodiscard]] QByteArray deletedBody(const QByteArray &id);

/// The fields of a request that its answer repeats, with OpenAI's words for what was not said.
/// `body` is the client's own, as it came.
[[nodiscard]] base::Json echoOf(QByteArrayView body);

/// What of a Responses request only an upstream of that format can do, and no translation may drop
/// in silence: to run in the background, to go on from a conversation that OpenAI keeps, to fill in
/// a prompt that it stores. InvalidRequest or Unsupported with the field.
[[nodiscard]] std::optional<base::Error> foreignFault(const chat::ChatRequest &request);

/// Listens to what goes to a client and keeps the finished response.
class ResponseTap
{
public:
    /// Pieces of the stream, however they are cut.
    void feed(QByteArrayView bytes);
    /// The response object of the terminal event; empty before it, and when the stream failed.
    [[nodiscard]] const QByteArray &response() const { return m_response; }

private:
    net::SseReader m_reader;
    QByteArray m_response;
};

} // namespace omni::wire::openairesponses
