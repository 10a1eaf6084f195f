// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace omni::test {

/// A validator's complaints, each with the path it is about.
class Faults
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

/// `path[3]`.
inline QString item(const QString &path, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(path).arg(index);
}

} // namespace omni::test
