// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDebug>

namespace omni::base {

/// A value that must never be seen in a log: it prints as `***`, and only `reveal()` shows it.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    {}

    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    /// The clear text. Call it only where the bytes leave for their one destination.
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }

    /// Compares in constant time for equal lengths.
    [[nodiscard]] bool operator==(const Secret &other) const;

private:
    QByteArray m_value;
};

/// True when both hold the same bytes; takes the same time wherever they differ.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

inline QDebug operator<<(QDebug debug, const Secret &)
{
    return debug << "***";
}

} // namespace omni::base
