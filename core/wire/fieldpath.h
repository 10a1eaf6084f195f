// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

namespace omni::wire {

/// Where a value stands in a body. Lives on the stack, costs nothing while all is well, and is
/// spelled out (`messages[3].content[1].source.media_type`) only for an error or a loss.
class FieldPath
{
public:
    FieldPath() = default;
    FieldPath(const FieldPath &parent, const char *key)
        : m_parent(&parent)
        , m_key(key)
    {}
    FieldPath(const FieldPath &parent, qsizetype index)
        : m_parent(&parent)
        , m_index(index)
    {}

    [[nodiscard]] QByteArray toBytes() const;
    /// InvalidRequest that names this field.
    [[nodiscard]] base::Failure wrong(const char *why) const;
    /// Unsupported: the value is fine, the target has no place for it.
    [[nodiscard]] base::Failure unsupported(const char *why) const;

private:
    const FieldPath *m_parent = nullptr;
    const char *m_key = nullptr;
    qsizetype m_index = -1;
};

/// The member as a string that is not empty.
[[nodiscard]] base::Result<QByteArray> requireText(const base::Json &object, const char *key,
                                                   const FieldPath &path);
/// Empty when the member is absent or null; an error when it is no string.
[[nodiscard]] base::Result<QByteArray> optionalText(const base::Json &object, const char *key,
                                                    const FieldPath &path);
[[nodiscard]] base::Result<std::optional<bool>>
optionalBool(const base::Json &object, const char *key, const FieldPath &path);
/// A whole number of at least `lowest`.
[[nodiscard]] base::Result<std::optional<qint64>>
optionalInt(const base::Json &object, const char *key, const FieldPath &path, qint64 lowest);
/// The number as it was written; empty when absent or null.
[[nodiscard]] base::Result<QByteArray> optionalNumber(const base::Json &object, const char *key,
                                                      const FieldPath &path);

} // namespace omni::wire
