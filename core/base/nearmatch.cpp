// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/nearmatch.h"

#include <QVarLengthArray>

#include <algorithm>

namespace omni::base {

namespace {

/// The word comes from outside; the cost grows with the square of its length.
constexpr qsizetype LongestWord = 200;

/// Lower is nearer; -1 = not near at all.
int distance(QStringView word, QStringView candidate)
{
    const int errors = typingErrors(word, candidate);
    if (errors <= std::max<qsizetype>(1, std::min(word.size(), candidate.size()) / 3))
        return errors * 2;
    // A part that was left out ("sonnet" for "cc/claude-sonnet") is not a row of typing errors.
    if (word.size() >= 3 && candidate.contains(word, Qt::CaseInsensitive))
        return 3;
    const qsizetype slash = candidate.lastIndexOf(u'/');
    if (slash < 0 || word.contains(u'/'))
        return -1;
    const QStringView tail = candidate.mid(slash + 1);
    const int tailErrors = typingErrors(word, tail);
    return tailErrors <= std::max<qsizetype>(1, std::min(word.size(), tail.size()) / 3)
               ? tailErrors * 2 + 1
               : -1;
}

} // namespace

int typingErrors(QStringView a, QStringView b)
{
    const qsizetype columns = b.size() + 1;
    QVarLengthArray<int, 3 * 64> rows(3 * columns);
    int *before = rows.data();
    int *last = before + columns;
    int *now = last + columns;
    for (qsizetype j = 0; j < columns; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        const QChar mine = a[i - 1].toLower();
        for (qsizetype j = 1; j < columns; ++j) {
            const QChar theirs = b[j - 1].toLower();
            now[j] =
                std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (mine == theirs ? 0 : 1)});
            if (i > 1 && j > 1 && mine == b[j - 2].toLower() && a[i - 2].toLower() == theirs)
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[columns - 1];
}

QStringList nearMatches(const QString &word, const QStringList &candidates, int count)
{
    if (word.isEmpty() || word.size() > LongestWord)
        return {};
    QList<std::pair<int, QString>> found;
    for (const QString &candidate : candidates) {
        if (candidate.size() > LongestWord)
            continue;
        if (const int far = distance(word, candidate); far >= 0)
            found.append({far, candidate});
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    QStringList near;
    for (qsizetype i = 0; i < std::min<qsizetype>(count, found.size()); ++i)
        near.append(found.at(i).second);
    return near;
}

} // namespace omni::base
