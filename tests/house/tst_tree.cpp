// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/house/sourcetree.h"
#include "tests/support/omnitest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace omni::test;

namespace {

/// Everything that somebody wrote here; recordings of others and what is built are not.
QStringList ownTexts()
{
    QStringList files = filesNamed(
        {QStringLiteral(".ci"), QStringLiteral("app"), QStringLiteral("core"),
         QStringLiteral("docs"), QStringLiteral("packaging"), QStringLiteral("resources"),
         QStringLiteral("tests"), QStringLiteral("translations"), QStringLiteral("ui")},
        {QStringLiteral("*")});
    const QDir root(QStringLiteral(OMNI_SOURCE_DIR));
    for (const QString &file : root.entryList(QDir::Files | QDir::Hidden))
        files.append(file);
    files.removeIf([](const QString &file) {
        return file == QLatin1String(".git") || file == QLatin1String("compile_commands.json") ||
               file.startsWith(QLatin1String("tests/data/")) ||
               file.contains(QLatin1String("/node_modules/")) ||
               file.endsWith(QLatin1String(".png"));
    });
    return files;
}

QStringList linesLike(const QRegularExpression &pattern)
{
    QStringList found;
    for (const QString &file : ownTexts()) {
        const QStringList lines = linesOf(file);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (pattern.match(lines.at(i)).hasMatch())
                found.append(
                    QStringLiteral("%1:%2: %3").arg(file).arg(i + 1).arg(lines.at(i).trimmed()));
        }
    }
    return found;
}

} // namespace

class TstTree : public QObject
{
    Q_OBJECT

private slots:
    /// The tree builds wherever it stands.
    void noPathOfOneMachineIsWritten()
    {
        const QStringList found = linesLike(
            QRegularExpression(QStringLiteral("(?<![\\w.>/-])/(work|root|home/\\w+|Users/\\w+)/")));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    /// Where packages come from is the machine's own setting.
    void noPackageRegistryIsNamed()
    {
        const QStringList found = linesLike(QRegularExpression(
            QStringLiteral("registry\\.[a-z0-9-]+\\.|\\.pkg\\.dev|pythonhosted\\.org|"
                           "(deb|security|archive|ports)\\.(debian|ubuntu)\\.|"
                           "//[^/ ]*(mirror|artifactory|nexus)")));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void theTwoCommandsCanBeStarted()
    {
        for (const QString &name :
             {QStringLiteral("run"), QStringLiteral("check"), QStringLiteral(".ci/run"),
              QStringLiteral("tests/house/tidy.sh")}) {
            const QFileInfo file(QDir(QStringLiteral(OMNI_SOURCE_DIR)).filePath(name));
            QVERIFY2(file.isExecutable(), qPrintable(name));
        }
    }
};

OMNI_TEST(TstTree)
#include "tst_tree.moc"
