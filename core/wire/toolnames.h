// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace omni::wire {

/// Makes tool names fit for an upstream and remembers which changed. The same name always gives
/// the same result, different names never the same one.
class ToolNames
{
public:
    /// Letters, digits, `_` and `-` are allowed, up to `maxLength` characters.
    explicit ToolNames(int maxLength)
        : m_maxLength(maxLength)
    {}

    [[nodiscard]] QByteArray legal(const QByteArray &name);
    /// Upstream's name → the client's name, only for those that differ.
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>> &renamed() const
    {
        return m_renamed;
    }

private:
    int m_maxLength;
    QHash<QByteArray, QByteArray> m_legal;
    QHash<QByteArray, QByteArray> m_owners;
    QList<std::pair<QByteArray, QByteArray>> m_renamed;
};

/// The id in the characters every vendor takes (letters, digits, `_`, `-`): legal ids stay, others
/// are packed so that `originalCallId` gets them back, without any memory between requests.
[[nodiscard]] QByteArray legalCallId(const QByteArray &id);
[[nodiscard]] QByteArray originalCallId(const QByteArray &id);

} // namespace omni::wire
