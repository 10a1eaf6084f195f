// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/house/sourcetree.h"
#include "tests/support/omnitest.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace omni::test;

namespace {

/// STYLE §1: a file may include its own room and rooms on lower floors.
int floorOf(const QString &room)
{
    static const QHash<QString, int> floors{
        {QStringLiteral("core/base"), 0},    {QStringLiteral("core/chat"), 1},
        {QStringLiteral("core/store"), 1},   {QStringLiteral("core/net"), 1},
        {QStringLiteral("core/catalog"), 2}, {QStringLiteral("core/wire"), 2},
        {QStringLiteral("core/auth"), 3},    {QStringLiteral("core/health"), 4},
        {QStringLiteral("core/usage"), 4},   {QStringLiteral("core/providers"), 5},
        {QStringLiteral("core/route"), 5},   {QStringLiteral("core/gateway"), 6},
        {QStringLiteral("core/http"), 7},    {QStringLiteral("core/control"), 7},
        {QStringLiteral("core/engine"), 8},  {QStringLiteral("ui/widgets"), 9},
        {QStringLiteral("ui/text"), 9},      {QStringLiteral("ui/shell"), 11},
        {QStringLiteral("app"), 12},         {QStringLiteral("app/window"), 13}};
    if (room.startsWith(QLatin1String("ui/pages")))
        return 10;
    return floors.value(room, -1);
}

/// What of core a window may see: the engine and values.
bool uiMayInclude(const QString &room)
{
    static const QSet<QString> rooms{QStringLiteral("core/engine"), QStringLiteral("core/base"),
                                     QStringLiteral("core/chat"),   QStringLiteral("core/catalog"),
                                     QStringLiteral("core/auth"),   QStringLiteral("core/route"),
                                     QStringLiteral("core/health"), QStringLiteral("core/usage")};
    return rooms.contains(room);
}

struct Include
{
    QString file;
    int line = 0;
    QString target;
};

QList<Include> ownIncludes()
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
    QList<Include> includes;
    for (const QString &file :
         sourceFiles({QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")})) {
        const QStringList lines = linesOf(file);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const auto match = pattern.match(lines.at(i));
            if (match.hasMatch() && !match.captured(1).endsWith(QLatin1String(".moc")))
                includes.append({file, int(i + 1), match.captured(1)});
        }
    }
    return includes;
}

/// What all pages share lies in `ui/pages` itself.
bool isSharedByPages(const QString &from, const QString &to)
{
    return to == QLatin1String("ui/pages") && from.startsWith(QLatin1String("ui/pages/"));
}

QString subFolderOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts.size() > 3 ? parts.at(2) : QString();
}

} // namespace

class TstFloors : public QObject
{
    Q_OBJECT

private slots:
    void everyFileStandsInARoom()
    {
        for (const QString &file :
             sourceFiles({QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")})) {
            const QString room = roomOf(file);
            const bool isHeaderOfAFolder =
                room == QLatin1String("core") || room == QLatin1String("ui");
            QVERIFY2(isHeaderOfAFolder || floorOf(room) >= 0,
                     qPrintable(file + QStringLiteral(" stands in no room that has a floor")));
        }
    }

    void includesGoDown()
    {
        QStringList wrong;
        for (const Include &include : ownIncludes()) {
            const QString from = roomOf(include.file);
            const QString to = roomOf(include.target);
            const QString where = QStringLiteral("%1:%2 includes %3")
                                      .arg(include.file)
                                      .arg(include.line)
                                      .arg(include.target);
            if (!include.target.contains(QLatin1Char('/')))
                wrong.append(where + QStringLiteral(": includes are written from the root"));
            else if (from != to && !isSharedByPages(from, to) && floorOf(to) >= floorOf(from))
                wrong.append(where + QStringLiteral(": not on a lower floor"));
            else if (from.startsWith(QLatin1String("ui/")) &&
                     to.startsWith(QLatin1String("core/")) && !uiMayInclude(to))
                wrong.append(where + QStringLiteral(": windows see the engine and values only"));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void siblingFoldersOfARoomDoNotMeet()
    {
        QStringList wrong;
        for (const Include &include : ownIncludes()) {
            if (roomOf(include.file) != roomOf(include.target) ||
                include.file.startsWith(QLatin1String("ui/pages")))
                continue;
            const QString from = subFolderOf(include.file);
            const QString to = subFolderOf(include.target);
            if (!from.isEmpty() && !to.isEmpty() && from != to)
                wrong.append(QStringLiteral("%1 includes %2").arg(include.file, include.target));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void coreKnowsNoWidget()
    {
        static const QRegularExpression widget(
            QStringLiteral("#\\s*include\\s+<Q(Widget|Application|GuiApplication|Pixmap|Image|Icon|"
                           "Painter|Chart)"));
        QStringList wrong;
        for (const QString &file : sourceFiles({QStringLiteral("core")})) {
            for (const QString &line : linesOf(file)) {
                if (widget.match(line).hasMatch())
                    wrong.append(file + QStringLiteral(": ") + line);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

OMNI_TEST(TstFloors)
#include "tst_floors.moc"
