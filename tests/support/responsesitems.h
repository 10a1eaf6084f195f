// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/json.h"

#include <QSet>
#include <QStringList>

namespace omni::test {

/// Collects complaints with the path they are about.
class ResponsesFaults
{
public:
    bool expect(bool good, const QString &path, const char *what)
    {
        if (!good)
            all.append(path + QStringLiteral(": ") + QString::fromLatin1(what));
        return good;
    }
    QStringList all;
};

/// One item of an answer's output; `isWhole` = it has come to its end.
void checkOutputItem(ResponsesFaults &faults, const base::Json &item, const QString &at,
                     bool isWhole);

} // namespace omni::test
