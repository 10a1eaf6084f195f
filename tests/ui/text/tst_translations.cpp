// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>

/// Texts are complete in every language, the files are those that lupdate makes, and no sentence in
/// ui/ stands outside tr().
class TstTranslations : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsUnfinished_data();
    void nothingIsUnfinished();
    void placesAreKept_data();
    void placesAreKept();
    void filesAreUpToDate_data();
    void filesAreUpToDate();
    void everySentenceIsInsideTr();

private:
    static QStringList sources();
};

QStringList TstTranslations::sources()
{
    QStringList files;
    QDirIterator it(QStringLiteral(OMNI_SOURCE_DIR "/ui"),
                    {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

void TstTranslations::nothingIsUnfinished_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isSource");
    QTest::newRow("en") << QStringLiteral("en") << true;
    QTest::newRow("pt_BR") << QStringLiteral("pt_BR") << false;
}

void TstTranslations::nothingIsUnfinished()
{
    QFETCH(QString, language);
    QFETCH(bool, isSource);
    QFile file(QStringLiteral(OMNI_SOURCE_DIR "/translations/omniroute_%1.ts").arg(language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    bool isPlural = false;
    int count = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("message")) {
            isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            // English has a file for its plural forms alone.
            if (isSource && !isPlural)
                continue;
            ++count;
            QVERIFY2(!xml.attributes().hasAttribute(QLatin1String("type")), qPrintable(source));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            QVERIFY2(!text.trimmed().isEmpty(), qPrintable(source));
        }
    }
    QVERIFY(!xml.hasError());
    QVERIFY(count > 5);
}

void TstTranslations::placesAreKept_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("pt_BR") << QStringLiteral("pt_BR");
}

void TstTranslations::placesAreKept()
{
    QFETCH(QString, language);
    QFile file(QStringLiteral(OMNI_SOURCE_DIR "/translations/omniroute_%1.ts").arg(language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    const auto places = [](const QString &text) {
        QStringList all;
        auto it = place.globalMatch(text);
        while (it.hasNext())
            all.append(it.next().captured());
        all.sort();
        all.removeDuplicates();
        return all;
    };
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform") ||
                 xml.name() == QLatin1String("translation")) {
            const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (text.trimmed().isEmpty())
                continue;
            QVERIFY2(places(text) == places(source), qPrintable(source));
        }
    }
}

void TstTranslations::filesAreUpToDate_data()
{
    nothingIsUnfinished_data();
}

void TstTranslations::filesAreUpToDate()
{
    QFETCH(QString, language);
    QFETCH(bool, isSource);
    const QString name = QStringLiteral("omniroute_%1.ts").arg(language);
    const QString original = QStringLiteral(OMNI_SOURCE_DIR "/translations/") + name;
    QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    QVERIFY(QFile::copy(original, copy));
    QStringList arguments{QStringLiteral("-silent"),       QStringLiteral("-I"),
                          QStringLiteral(OMNI_SOURCE_DIR), QStringLiteral("-no-obsolete"),
                          QStringLiteral("-locations"),    QStringLiteral("none")};
    if (isSource)
        arguments.append(QStringLiteral("-pluralonly"));
    QProcess lupdate;
    lupdate.start(QStringLiteral(OMNI_LUPDATE),
                  arguments + sources() + QStringList{QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    QFile before(original);
    QFile after(copy);
    QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
    QVERIFY2(before.readAll() == after.readAll(), "run translations/update");
}

void TstTranslations::everySentenceIsInsideTr()
{
    // A literal with two words of letters is a sentence, unless it stands in tr() or is one of the
    // few that are not for people.
    static const QRegularExpression literal(QStringLiteral(
        "(?<call>\\b(?:tr|translate|QT_TRANSLATE_NOOP|QStringLiteral|QLatin1String|u)?\\s*\\(?)"
        "\"(?<text>(?:[^\"\\\\\\n]|\\\\.)*)\""));
    static const QRegularExpression sentence(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
    static const QRegularExpression allowed(
        QStringLiteral("Noto Sans|DejaVu Sans|Bitstream|OmniRoute Desktop|Desktop Entry|cannot "
                       "(write|remove) the autostart"));
    QStringList found;
    for (const QString &path : sources()) {
        // Style sheets and the programs shown as examples are code.
        if (path.endsWith(QLatin1String("stylesheet.cpp")) ||
            path.endsWith(QLatin1String("snippets.cpp")))
            continue;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression comment(QStringLiteral("//[^\\n]*"));
        text.remove(comment);
        // Adjacent literals are one text.
        static const QRegularExpression joint(QStringLiteral("\"\\s*\\n\\s*\""));
        text.remove(joint);
        auto it = literal.globalMatch(text);
        while (it.hasNext()) {
            const auto match = it.next();
            const QString words = match.captured(QStringLiteral("text"));
            if (!sentence.match(words).hasMatch() || allowed.match(words).hasMatch())
                continue;
            const QString before = text.mid(qMax(0, match.capturedStart() - 120),
                                            qMin<qsizetype>(120, match.capturedStart())) +
                                   match.captured(QStringLiteral("call"));
            static const QRegularExpression inside(QStringLiteral(
                "(\\btr|translate|QT_TRANSLATE_NOOP|Format::tr|Words::tr)\\s*\\([^;]*$"));
            if (!inside.match(before).hasMatch())
                found.append(QFileInfo(path).fileName() + QStringLiteral(": ") + words);
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

OMNI_TEST(TstTranslations)
#include "tst_translations.moc"
