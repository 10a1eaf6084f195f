// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/ollama/words.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace omni::wire::ollama {

/// A model as Ollama's clients want to know it. Everything but the name may be unknown (empty, 0).
struct Model
{
    QByteArray name;
    QByteArray family; ///< `details.family` and the prefix of `model_info`; the provider's id
    qint64 contextLength = 0; ///< tokens
    qint64 modifiedSeconds = 0;
    bool takesTools = true;
    bool takesImages = false;
    bool thinks = false;
};

/// `GET /api/tags`.
[[nodiscard]] QByteArray encodeTags(const QList<Model> &models);
/// `POST /api/show`.
[[nodiscard]] QByteArray encodeShow(const Model &model);
/// `GET /api/ps`: what stands in memory. Nothing of ours does.
[[nodiscard]] QByteArray encodeRunning();
/// `GET /api/version`: the version of Ollama whose interface this is. Clients refuse old ones.
[[nodiscard]] QByteArray encodeVersion();

/// The model a body of `/api/show` asks for (`model`, in old clients `name`); empty when it names
/// none.
[[nodiscard]] QByteArray shownModel(QByteArrayView body);

/// A request of `/api/chat` or `/api/generate` that says nothing: it only wants the model in
/// memory, or out of it. Ollama's own program begins with one.
struct LoadWish
{
    QByteArray model;
    Form form = Form::Chat;
    bool isUnload = false; ///< `keep_alive` is zero
};
/// Nothing when the body says something, or is none that can be read.
[[nodiscard]] std::optional<LoadWish> loadWish(QByteArrayView body, Form form);
/// What Ollama answers to it; the time is that of nothing in particular.
[[nodiscard]] QByteArray encodeLoaded(const LoadWish &wish);

} // namespace omni::wire::ollama
