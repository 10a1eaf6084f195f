// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/house/sourcetree.h"
#include "tests/support/omnitest.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

using namespace omni::test;

namespace {

QStringList ownFolders()
{
    return {QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui"),
            QStringLiteral("tests")};
}

QStringList buildFiles()
{
    return filesNamed(ownFolders(), {QStringLiteral("*.cmake"), QStringLiteral("CMakeLists.txt")});
}

/// Every C++ file that some build file names, as a path from the root.
QSet<QString> listedFiles()
{
    static const QRegularExpression word(QStringLiteral("[\\w./-]+\\.(cpp|h)\\b"));
    QSet<QString> listed;
    for (const QString &buildFile : buildFiles()) {
        const QString folder = buildFile.section(QLatin1Char('/'), 0, -2);
        auto it = word.globalMatch(linesOf(buildFile).join(QLatin1Char('\n')));
        while (it.hasNext())
            listed.insert(QDir::cleanPath(folder + QLatin1Char('/') + it.next().captured()));
    }
    return listed;
}

/// Folders below `top` that have a file of this name but whose path is no word in `list`.
QStringList unnamedRooms(const QString &top, const QString &name, const QString &list)
{
    static const QRegularExpression space(QStringLiteral("[\\s()]+"));
    const QStringList words = linesOf(list).join(QLatin1Char('\n')).split(space);
    QStringList unnamed;
    for (const QString &file : filesNamed({top}, {name})) {
        const QString room = file.section(QLatin1Char('/'), 1, -2);
        if (!words.contains(room))
            unnamed.append(QStringLiteral("%1 is not named in %2").arg(file, list));
    }
    return unnamed;
}

} // namespace

/// CMake names sources one by one: a file that nobody names is not compiled, a test that nobody
/// names never runs, and neither is missed.
class TstLists : public QObject
{
    Q_OBJECT

private slots:
    void everySourceAndTestIsListed()
    {
        const QSet<QString> listed = listedFiles();
        QStringList wrong;
        for (const QString &file : sourceFiles(ownFolders())) {
            if (file.endsWith(QLatin1String(".cpp")) && !listed.contains(file))
                wrong.append(file);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("named in no CMake file: ") +
                                             wrong.join(QLatin1String(", "))));
    }

    void headersThatAreObjectsOfTheirOwnAreListed()
    {
        const QSet<QString> listed = listedFiles();
        QStringList wrong;
        for (const QString &file : sourceFiles(ownFolders())) {
            if (!file.endsWith(QLatin1String(".h")) || listed.contains(file))
                continue;
            const QString source = file.chopped(1) + QStringLiteral("cpp");
            const bool isObject = linesOf(file).contains(QStringLiteral("    Q_OBJECT"));
            if (isObject && !listed.contains(source))
                wrong.append(file);
        }
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("moc does not see ") + wrong.join(QLatin1String(", "))));
    }

    void everyRoomIsBuilt()
    {
        QStringList wrong;
        for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui")})
            wrong += unnamedRooms(top, QStringLiteral("sources.cmake"),
                                  top + QStringLiteral("/CMakeLists.txt"));
        wrong += unnamedRooms(QStringLiteral("tests"), QStringLiteral("tests.cmake"),
                              QStringLiteral("tests/CMakeLists.txt"));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void everyTestClassEndsItsFile()
    {
        QStringList wrong;
        for (const QString &file : sourceFiles({QStringLiteral("tests")})) {
            const QString base = QFileInfo(file).completeBaseName();
            if (!base.startsWith(QLatin1String("tst_")))
                continue;
            const QStringList lines = linesOf(file);
            const QString last = QStringLiteral("#include \"%1.moc\"").arg(base);
            static const QRegularExpression registered(QStringLiteral("^OMNI_TEST\\(Tst\\w+\\)$"));
            if (lines.constLast() != last || lines.indexOf(registered) < 0)
                wrong.append(file);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("without OMNI_TEST and moc: ") +
                                             wrong.join(QLatin1String(", "))));
    }
};

OMNI_TEST(TstLists)
#include "tst_lists.moc"
