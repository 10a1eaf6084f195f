// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace omni::wire::gemini {

/// A model as this API's clients want to know it. Everything but the id may be unknown (empty, 0).
struct Model
{
    QByteArray id; ///< without `models/`
    QByteArray displayName;
    QByteArray description;
    qint64 inputLimit = 0;  ///< tokens
    qint64 outputLimit = 0; ///< tokens
    bool thinks = false;
    bool counts = true; ///< `countTokens` works on it
    bool embeds = false;
};

/// `GET /v1beta/models`, whole: there is no second page.
[[nodiscard]] QByteArray encodeModels(const QList<Model> &models);
/// `GET /v1beta/models/{id}`.
[[nodiscard]] QByteArray encodeModel(const Model &model);

} // namespace omni::wire::gemini
