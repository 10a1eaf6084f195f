// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QByteArrayList>
#include <QList>

namespace omni::wire::gemini {

/// Puts together the arguments of a call that Vertex streams piece by piece (`partialArgs`): each
/// piece names its place as a JSON path, texts grow.
class PartialArgs
{
public:
    void add(const base::Json &pieces);
    [[nodiscard]] base::Json whole() const;

private:
    struct Step
    {
        QByteArray key;
        qsizetype index = -1; ///< of an array, else -1
        bool operator==(const Step &) const = default;
    };
    using Path = QList<Step>;
    struct Leaf
    {
        Path path;
        base::Json value;
        bool grows = false;
    };

    static Path parse(const QByteArray &text);
    static void put(base::Json &node, const Path &path, qsizetype at, const base::Json &value);

    QList<Leaf> m_leaves;
};

} // namespace omni::wire::gemini
