// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wire/renamedtool.h"

#include <QHash>

namespace omni::wire {

/// Makes tool names fit for an upstream and remembers which changed. The same name always gives
/// the same result, different names never the same one.
class ToolNames
{
public:
    enum class Start
    {
        Any,
        Letter ///< a name begins with a letter or `_`
    };
    /// Letters, digits, `_`, `-` and those of `alsoLegal` are allowed, up to `maxLength`
    /// characters.
    explicit ToolNames(int maxLength, QByteArray alsoLegal = {}, Start start = Start::Any)
        : m_maxLength(maxLength)
        , m_alsoLegal(std::move(alsoLegal))
        , m_start(start)
    {}

    [[nodiscard]] QByteArray legal(const QByteArray &name) { return legal({}, name, false); }
    /// The same for a tool of a namespace, `space__name`, and for a free-form tool that a function
    /// stands in for.
    [[nodiscard]] QByteArray legal(const QByteArray &nameSpace, const QByteArray &name,
                                   bool isFreeForm);
    /// The legal name of the tool that the client calls so, wherever it belongs.
    [[nodiscard]] QByteArray chosen(const QByteArray &name);
    /// Those that the upstream knows otherwise than the client.
    [[nodiscard]] const RenamedTools &renamed() const { return m_renamed; }

private:
    int m_maxLength;
    QByteArray m_alsoLegal;
    Start m_start;
    QHash<QByteArray, QByteArray> m_legal;  ///< by namespace and name
    QHash<QByteArray, QByteArray> m_owners; ///< the keys of `m_legal` by legal name
    RenamedTools m_renamed;
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
