// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/house/sourcetree.h"
#include "tests/support/omnitest.h"

#include <QRegularExpression>

using namespace omni::test;

namespace {

struct Rule
{
    QStringList folders;
    QRegularExpression pattern;
    QString why;
    QStringList allowedIn; ///< files whose business it is
};

QList<Rule> rules()
{
    const QStringList own{QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")};
    return {
        {own,
         QRegularExpression(QStringLiteral("QNetworkAccessManager")),
         QStringLiteral("all outbound traffic goes through core/net"),
         {}},
        {own,
         QRegularExpression(QStringLiteral("\\bTODO\\b|\\bFIXME\\b|\\bXXX\\b")),
         QStringLiteral("no notes to oneself in the tree"),
         {}},
        {own,
         QRegularExpression(QStringLiteral("exec\\([^)]*(\\.arg\\(| \\+ )")),
         QStringLiteral("SQL has bound parameters, never assembled text"),
         {}},
        {own,
         QRegularExpression(QStringLiteral("processEvents\\(|QEventLoop|BlockingQueued")),
         QStringLiteral("nothing waits inside an event loop"),
         {QStringLiteral("core/engine/liveengine.cpp")}},
        {{QStringLiteral("core/wire"), QStringLiteral("core/chat"), QStringLiteral("core/net")},
         QRegularExpression(QStringLiteral("QJson(Document|Object|Array|Value)")),
         QStringLiteral("vendor JSON is read and written with omni::base::Json"),
         {}},
        {{QStringLiteral("ui")},
         QRegularExpression(QStringLiteral("#[0-9A-Fa-f]{6}\\b")),
         QStringLiteral("colours stand in the table of tokens alone"),
         {QStringLiteral("ui/widgets/tokens.cpp"), QStringLiteral("ui/widgets/iconstore.cpp")}},
    };
}

} // namespace

class TstWords : public QObject
{
    Q_OBJECT

private slots:
    void forbiddenWordsAreAbsent()
    {
        QStringList wrong;
        for (const Rule &rule : rules()) {
            for (const QString &file : sourceFiles(rule.folders)) {
                if (rule.allowedIn.contains(file))
                    continue;
                const QStringList lines = linesOf(file);
                for (qsizetype i = 0; i < lines.size(); ++i) {
                    if (rule.pattern.match(lines.at(i)).hasMatch())
                        wrong.append(
                            QStringLiteral("%1:%2: %3").arg(file).arg(i + 1).arg(rule.why));
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

OMNI_TEST(TstWords)
#include "tst_words.moc"
