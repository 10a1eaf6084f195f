// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace omni::wire {

/// A tool that an upstream knows under another name, or as another kind, than the client.
struct RenamedTool
{
    QByteArray sent;         ///< what the upstream was told
    QByteArray name;         ///< the client's own name
    QByteArray nameSpace;    ///< the client's namespace, else empty
    bool isFreeForm = false; ///< a function with one text, `input`, stands in for it
    bool operator==(const RenamedTool &) const = default;
};
using RenamedTools = QList<RenamedTool>;

} // namespace omni::wire
