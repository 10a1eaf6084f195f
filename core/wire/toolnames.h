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

/// The name of a tool where the target knows no namespaces: `space__name`.
[[nodiscard]] inline QByteArray flatToolName(const QByteArray &nameSpace, const QByteArray &name)
{
    return nameSpace.isEmpty() ? name : nameSpace + "__" + name;
}

/// The id in the characters every vendor takes (letters, digits, `_`, `-`): legal ids stay, others
/// are packed so that `originalCallId` gets them back, without any memory between requests.
[[nodiscard]] QByteArray legalCallId(const QByteArray &id);
[[nodiscard]] QByteArray originalCallId(const QByteArray &id);

/// The id for an upstream that takes exactly so many letters and digits (Mistral: 9); the same id
/// always gives the same one, so call and result still pair up. 0 = the id as it is.
[[nodiscard]] QByteArray callIdOfLength(const QByteArray &id, int length);

/// An id for a call whose upstream gave none: always the same for the same place in the same
/// answer, and another one in the next answer.
[[nodiscard]] QByteArray makeCallId(QByteArrayView prefix, QByteArrayView answerId, int position,
                                    QByteArrayView name);

} // namespace omni::wire
