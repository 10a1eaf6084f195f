// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QStringList>
#include <QUrl>
#include <QVarLengthArray>

#include <functional>

namespace omni::catalog {

/// Reads the members of one JSON object into variables and remembers the first thing that is wrong,
/// with its path. Members that nobody asked for are wrong too: a misspelt field must not pass.
class FieldReader
{
public:
    FieldReader(const base::Json &object, QByteArray path);

    [[nodiscard]] bool has(const char *key);
    void text(const char *key, QString *out, bool isRequired = false);
    void bytes(const char *key, QByteArray *out);
    void flag(const char *key, bool *out);
    void count(const char *key, std::optional<qint64> *out);
    void number(const char *key, std::optional<double> *out);
    void url(const char *key, QUrl *out);
    void texts(const char *key, QStringList *out);
    void byteList(const char *key, QList<QByteArray> *out);
    /// One of a closed list of words; `convert` returns false for others.
    void word(const char *key, const std::function<bool(const QByteArray &)> &convert);
    void words(const char *key, const std::function<bool(const QByteArray &)> &convert);
    /// The member itself, null when absent, for values with a form of their own.
    [[nodiscard]] const base::Json &raw(const char *key);

    void complain(const QByteArray &key, const char *what);
    void adopt(const std::optional<base::Error> &error);
    [[nodiscard]] QByteArray pathOf(const QByteArray &key) const;
    /// The first thing that was wrong, unknown members included.
    [[nodiscard]] std::optional<base::Error> error();

private:
    const base::Json &m_object;
    QByteArray m_path;
    QVarLengthArray<const char *, 40> m_asked; ///< literals
    std::optional<base::Error> m_error;
};

} // namespace omni::catalog
