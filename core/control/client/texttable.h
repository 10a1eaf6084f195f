// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/client/render.h"

#include <QStringList>

namespace omni::control {

/// Rows in aligned columns, two blanks apart.
class TextTable
{
public:
    explicit TextTable(const QStringList &head)
        : m_rows({head})
    {}
    void add(const QStringList &row) { m_rows.append(row); }
    [[nodiscard]] bool isEmpty() const { return m_rows.size() == 1; }
    [[nodiscard]] QString text(const Style &style) const;

private:
    QList<QStringList> m_rows;
};

/// `–` for null, else the text or number as written.
[[nodiscard]] QString shown(const base::Json &value);
/// Local time to the minute; `–` for null.
[[nodiscard]] QString shownTime(const base::Json &iso);
/// `340 ms`, `12.3 s`, `2 h 10 min`.
[[nodiscard]] QString shownSpan(qint64 milliseconds);

enum class Tint
{
    Good,
    Remark,
    Bad,
    Faint
};
[[nodiscard]] QString tinted(const QString &text, Tint tint, const Style &style);

} // namespace omni::control
