// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/detect.h"
#include "core/wire/translate.h"

#include <QStringList>

namespace omni::wire {

/// One station of a translation, for people who look at it.
struct PlaygroundStep
{
    enum class Stage
    {
        Source,    ///< as it came
        Canonical, ///< chat values as JSON
        Target     ///< as it goes on
    };
    Stage stage = Stage::Source;
    std::optional<chat::Format> format; ///< nothing for the canonical form
    /// JSON, or of a stream: the message's own bytes.
    QByteArray text;
};
/// `source`, `canonical`, `target`.
[[nodiscard]] const char *stageName(PlaygroundStep::Stage stage);

struct Walk
{
    /// In the order in which they happened. A stream repeats the three for every message that says
    /// something.
    QList<PlaygroundStep> steps;
    Losses losses;
};

/// The same as translateRequest, translateResponse or translateStream, with everything in between.
/// What fails on the way has the steps up to there lost: only the error comes back.
[[nodiscard]] base::Result<Walk> walkThrough(BodyUse use, chat::Format from, chat::Format to,
                                             QByteArrayView bytes, const TranslateOptions &options);

/// Requests to try things with, in OpenAI Chat's words: `chat`, `tools`, `thinking`, …
[[nodiscard]] QStringList playgroundTemplates();
/// NotFound when there is no such template.
[[nodiscard]] base::Result<QByteArray> playgroundTemplate(const QString &name);

} // namespace omni::wire
