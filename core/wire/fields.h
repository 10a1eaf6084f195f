// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/wire/codec.h"

namespace omni::wire {

/// Where a value stands in a body; written out (`messages[3].content[1]`) only when it is needed.
/// Links to its parent, so it must not outlive it: pass temporaries down, keep none.
class FieldPath
{
public:
    FieldPath() = default;

    [[nodiscard]] FieldPath operator[](QByteArrayView key) const { return {this, key, -1}; }
    [[nodiscard]] FieldPath operator[](const char *key) const { return {this, key, -1}; }
    [[nodiscard]] FieldPath at(qsizetype index) const { return {this, {}, index}; }
    [[nodiscard]] QByteArray text() const;

private:
    FieldPath(const FieldPath *parent, QByteArrayView key, qsizetype index)
        : m_parent(parent)
        , m_key(key)
        , m_index(index)
    {}

    const FieldPath *m_parent = nullptr;
    QByteArrayView m_key;
    qsizetype m_index = -1;
};

/// Reads a request strictly: the first wrong value is kept as the error, every later call may go
/// on but changes nothing of it. `null` counts as absent: nothing is written and true returned.
class FieldReader
{
public:
    /// Notes the error; always false.
    bool wrong(const FieldPath &where, const QString &why);
    bool wrong(const FieldPath &where, const char *why)
    {
        return wrong(where, QString::fromLatin1(why));
    }
    void lost(const FieldPath &where, const QByteArray &why)
    {
        losses.append(Loss{where.text(), why});
    }

    bool text(const base::Json &value, const FieldPath &where, QByteArray &out);
    /// Keeps the number as written.
    bool number(const base::Json &value, const FieldPath &where, QByteArray &out);
    bool integer(const base::Json &value, const FieldPath &where, std::optional<qint64> &out);
    bool integer(const base::Json &value, const FieldPath &where, std::optional<int> &out);
    bool boolean(const base::Json &value, const FieldPath &where, bool &out);
    bool boolean(const base::Json &value, const FieldPath &where, std::optional<bool> &out);
    /// False (with the error) when it is no array; null is false too, without an error.
    bool array(const base::Json &value, const FieldPath &where);
    bool object(const base::Json &value, const FieldPath &where);

    [[nodiscard]] bool failed() const { return error.has_value(); }

    std::optional<base::Error> error;
    Losses losses;
};

} // namespace omni::wire
