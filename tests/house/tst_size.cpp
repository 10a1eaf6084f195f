// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/house/sourcetree.h"
#include "tests/support/omnitest.h"

#include <QRegularExpression>
#include <QSet>

using namespace omni::test;

namespace {

// STYLE §6: the limits. There is no list of exceptions.
constexpr int MostSourceLines = 500;
constexpr int MostHeaderLines = 200;
constexpr int MostFunctionLines = 80;
constexpr int MostOtherRooms = 8;

QStringList ownFolders()
{
    return {QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui"),
            QStringLiteral("tests")};
}

/// A line that opens a function's body at the outermost level: clang-format puts that brace alone
/// into the first column.
bool opensFunction(const QStringList &lines, qsizetype at)
{
    if (lines.at(at) != QLatin1String("{") || at == 0)
        return false;
    static const QRegularExpression kind(
        QStringLiteral("^\\s*(class|struct|enum|union|namespace|extern|template)\\b"));
    return !kind.match(lines.at(at - 1)).hasMatch();
}

} // namespace

class TstSize : public QObject
{
    Q_OBJECT

private slots:
    void filesStaySmall()
    {
        QStringList wrong;
        for (const QString &file : sourceFiles(ownFolders())) {
            const int most = file.endsWith(QLatin1String(".h")) ? MostHeaderLines : MostSourceLines;
            const qsizetype lines = linesOf(file).size();
            if (lines > most)
                wrong.append(
                    QStringLiteral("%1 has %2 lines, at most %3").arg(file).arg(lines).arg(most));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void functionsStaySmall()
    {
        QStringList wrong;
        for (const QString &file : sourceFiles(ownFolders())) {
            const QStringList lines = linesOf(file);
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (!opensFunction(lines, i))
                    continue;
                const qsizetype end = lines.indexOf(QStringLiteral("}"), i);
                if (end - i - 1 > MostFunctionLines)
                    wrong.append(QStringLiteral("%1:%2 has %3 lines, at most %4")
                                     .arg(file)
                                     .arg(i)
                                     .arg(end - i - 1)
                                     .arg(MostFunctionLines));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void filesSeeFewRooms()
    {
        static const QRegularExpression include(
            QStringLiteral("^#include \"((?:core|ui)/[^\"]+)\""));
        QStringList wrong;
        for (const QString &file :
             sourceFiles({QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")})) {
            QSet<QString> rooms;
            for (const QString &line : linesOf(file)) {
                if (const auto match = include.match(line); match.hasMatch())
                    rooms.insert(roomOf(match.captured(1)));
            }
            rooms.remove(roomOf(file));
            if (rooms.size() > MostOtherRooms)
                wrong.append(QStringLiteral("%1 includes %2 other rooms, at most %3")
                                 .arg(file)
                                 .arg(rooms.size())
                                 .arg(MostOtherRooms));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void everyFileSaysItsLicence()
    {
        for (const QString &file : sourceFiles(ownFolders())) {
            const QStringList lines = linesOf(file);
            QVERIFY2(lines.value(0).startsWith(QLatin1String("// SPDX-FileCopyrightText:")) &&
                         lines.value(1) == QLatin1String("// SPDX-License-Identifier: MIT"),
                     qPrintable(file));
            if (file.endsWith(QLatin1String(".h")))
                QVERIFY2(lines.contains(QStringLiteral("#pragma once")), qPrintable(file));
        }
    }
};

OMNI_TEST(TstSize)
#include "tst_size.moc"
