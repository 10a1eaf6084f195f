// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace omni::base {

/// Where one top-level member stands in a JSON text; offsets in bytes.
struct JsonSpan
{
    QByteArray key; ///< unescaped
    qsizetype keyBegin = 0;
    qsizetype valueBegin = 0;
    qsizetype valueEnd = 0;

    bool operator==(const JsonSpan &) const = default;
};

/// The top-level members of a JSON object in order, without building a tree. The whole text is
/// checked: grammar, UTF-8, depth 512, no top-level key twice.
///
/// Made for bodies of many megabytes that are relayed as they came (qt-network §6: a scan costs a
/// fifth of the quickest parser).
[[nodiscard]] Result<QList<JsonSpan>> scanTopLevel(QByteArrayView text);

struct JsonPatch
{
    QByteArray key;
    QByteArray value; ///< JSON text; empty removes the member
};

/// The text with top-level members replaced, added at the end or removed; every other byte as it
/// was. `spans` must come from `scanTopLevel` of the same text.
[[nodiscard]] QByteArray patchTopLevel(QByteArrayView text, const QList<JsonSpan> &spans,
                                       const QList<JsonPatch> &patches);

} // namespace omni::base
