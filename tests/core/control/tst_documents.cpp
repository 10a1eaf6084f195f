// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/documents.h"
#include "core/control/exitcode.h"
#include "core/control/invocation.h"
#include "tests/support/omnitest.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>

using namespace omni;
using namespace omni::control;
using namespace Qt::Literals::StringLiterals;

namespace {

QSet<QString> optionsIn(const QString &text)
{
    static const QRegularExpression option(u"(?<![\\w-])--[a-z][a-z-]*"_s);
    QSet<QString> found;
    for (auto it = option.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

QSet<QString> optionsOf(const Command &command)
{
    QSet<QString> names;
    for (const Option &option : command.allOptions())
        names.insert(u"--"_s + option.name);
    return names;
}

/// The part of the manual page about one command.
QString manSection(const Command &command)
{
    QString page = manPage(u"1.0"_s, u"2026-01-31"_s);
    page.replace(u"\\-"_s, u"-"_s);
    page.remove(u"\\fB"_s);
    const QString from =
        command.noun.isEmpty() ? u".SH OPTIONS\n"_s : u".SS \"omniroute %1 "_s.arg(command.words());
    const qsizetype start = page.indexOf(from);
    if (start < 0)
        return {};
    const qsizetype text = page.indexOf(u'\n', start);
    static const QRegularExpression next(u"^\\.S[SH] "_s, QRegularExpression::MultilineOption);
    return page.mid(text, page.indexOf(next, text) - text);
}

/// The option rows of a help text.
QString helpRows(const QString &help)
{
    const qsizetype start = help.indexOf(u"\nOptions:\n"_s) + 10;
    QStringList rows;
    for (const QString &line : help.mid(start).split(u'\n')) {
        if (line.isEmpty())
            break;
        rows.append(line.left(30));
    }
    return rows.join(u'\n');
}

QString run(const QString &program, const QStringList &arguments, const QString &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input.toUtf8());
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

} // namespace

class TstDocuments : public QObject
{
    Q_OBJECT

private slots:
    void everyCommand_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < commands().size(); ++i)
            QTest::newRow(qPrintable(u"omniroute "_s + commands().at(i).words())) << i;
    }

    /// Help, manual page and parser know the same options of each command.
    void everyCommand()
    {
        QFETCH(int, index);
        const Command &command = commands().at(index);
        QVERIFY(!command.summary.isEmpty());
        QCOMPARE(optionsIn(helpRows(commandHelp(command))), optionsOf(command));
        if (!command.isHidden)
            QCOMPARE(optionsIn(manSection(command)), optionsOf(command));
        QVERIFY(command.noun.isEmpty() || overviewHelp().contains(command.noun) ||
                command.isHidden);
        QVERIFY(command.verb.isEmpty() || overviewHelp().contains(command.verb));

        QStringList words = command.words().split(u' ', Qt::SkipEmptyParts);
        for (const Option &option : command.allOptions()) {
            QVERIFY(!option.help.isEmpty());
            words.append(u"--"_s + option.name);
            if (option.kind == ValueKind::Number)
                words.append(QString::number(option.min));
            else if (option.kind == ValueKind::Choice)
                words.append(option.choices.first());
            else if (option.kind != ValueKind::Switch)
                words.append(u"x"_s);
        }
        for (const Argument &argument : command.arguments)
            words.append(argument.choices.value(0, u"x"_s));
        const auto read = parseCommandLine(words);
        QVERIFY2(read || command.isHidden, read ? "" : qPrintable(read.error().detail));
    }

    void examplesAreGoodCommands()
    {
        for (const Command &command : commands()) {
            for (const QString &example : command.examples) {
                QStringList words = QProcess::splitCommand(QString(example).replace(u'\'', u'"'));
                const qsizetype redirect = words.indexOf(QRegularExpression(u"[<>]"_s));
                if (redirect >= 0)
                    words = words.first(redirect);
                const auto read = parseCommandLine(words);
                QVERIFY2(read, qPrintable(example));
                QCOMPARE(read->command().words(), command.words());
            }
        }
    }

    void namesAreUniqueWithinACommand()
    {
        for (const Command &command : commands()) {
            QSet<QString> names;
            for (const Option &option : command.allOptions()) {
                QVERIFY2(!names.contains(option.name), qPrintable(option.name));
                names.insert(option.name);
            }
            for (const Argument &argument : command.arguments)
                QVERIFY2(!names.contains(argument.name) || command.words() == "model custom"_L1,
                         qPrintable(command.words() + u' ' + argument.name));
        }
    }

    /// Asks a real bash what it would offer, for every command.
    void bashOffersWhatTheTableSays()
    {
        if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
            QSKIP("no bash");
        QString script = completions(u"bash"_s);
        for (const Command &command : commands()) {
            if (command.isHidden)
                continue;
            const QStringList words = command.words().split(u' ', Qt::SkipEmptyParts);
            script += u"COMP_WORDS=(omniroute %1 --); COMP_CWORD=%2; _omniroute; "
                      "echo \"%3:${COMPREPLY[*]}\"\n"_s.arg(
                          words.join(u' '), QString::number(words.size() + 1), command.words());
        }
        script += u"COMP_WORDS=(omniroute ''); COMP_CWORD=1; _omniroute; "
                  "echo \"nouns:${COMPREPLY[*]}\"\n"
                  "COMP_WORDS=(omniroute key c); COMP_CWORD=2; _omniroute; "
                  "echo \"verb:${COMPREPLY[*]}\"\n"
                  "COMP_WORDS=(omniroute serve --secrets m); COMP_CWORD=3; _omniroute; "
                  "echo \"value:${COMPREPLY[*]}\"\n"_s;
        const QString answer = run(u"bash"_s, {u"--norc"_s}, script);
        QHash<QString, QString> lines;
        for (const QString &line : answer.split(u'\n', Qt::SkipEmptyParts))
            lines.insert(line.section(u':', 0, 0), line.section(u':', 1));
        for (const Command &command : commands()) {
            if (command.isHidden)
                continue;
            QVERIFY2(lines.contains(command.words()), qPrintable(answer));
            QCOMPARE(optionsIn(lines.value(command.words())), optionsOf(command));
        }
        for (const QString &noun : nouns())
            QVERIFY(lines.value(u"nouns"_s).split(u' ').contains(noun));
        QCOMPARE(lines.value(u"verb"_s), u"create"_s);
        QCOMPARE(lines.value(u"value"_s), u"memory"_s);
    }

    void zshAndFishNameEveryCommandAndOption()
    {
        const QString zsh = completions(u"zsh"_s);
        const QString fish = completions(u"fish"_s);
        for (const Command &command : commands()) {
            if (command.isHidden)
                continue;
            const QString place = u"            '%1')\n"_s.arg(command.words());
            QString part = zsh;
            if (!command.noun.isEmpty()) {
                QVERIFY2(zsh.contains(place), qPrintable(place));
                part = zsh.mid(zsh.indexOf(place));
                part = part.left(part.indexOf(u";;"_s));
            }
            for (const Option &option : command.allOptions()) {
                QVERIFY2(part.contains(u"--%1["_s.arg(option.name)), qPrintable(option.name));
                QString condition = u"__fish_seen_subcommand_from "_s + command.noun;
                if (!command.verb.isEmpty())
                    condition += u"; and __fish_seen_subcommand_from "_s + command.verb;
                if (command.noun.isEmpty())
                    condition = u"not __fish_seen_subcommand_from "_s + nouns().join(u' ');
                QVERIFY2(fish.contains(u"-n '%1' -l %2 "_s.arg(condition, option.name)),
                         qPrintable(command.words() + u" --"_s + option.name));
            }
        }
    }

    void shellsReadTheirCompletions_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::newRow("bash") << u"bash"_s;
        QTest::newRow("zsh") << u"zsh"_s;
        QTest::newRow("fish") << u"fish"_s;
    }

    void shellsReadTheirCompletions()
    {
        QFETCH(QString, shell);
        const QString program = QStandardPaths::findExecutable(shell);
        if (program.isEmpty())
            QSKIP("this shell is not installed");
        QTemporaryDir folder;
        QFile file(folder.filePath(u"completion"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(completions(shell).toUtf8());
        file.close();
        QCOMPARE(run(program, {u"-n"_s, file.fileName()}, QString()), QString());
    }

    void hiddenCommandsStandNowhere()
    {
        for (const QString &text :
             {overviewHelp(), manPage(u"1"_s, u"2026-01-31"_s), completions(u"bash"_s),
              completions(u"zsh"_s), completions(u"fish"_s)}) {
            static const QRegularExpression word(u"\\braise\\b"_s);
            QVERIFY(!text.contains(word));
        }
    }

    void exitCodesAreListed()
    {
        const auto listed = exitCodes();
        for (const int code : {0, 1, 2, 3, 4, 5, 6, 7, 8, 124, 130}) {
            const bool isListed = std::any_of(listed.begin(), listed.end(),
                                              [&](const auto &row) { return row.first == code; });
            QVERIFY(isListed);
            QVERIFY(manPage(u"1"_s, u"d"_s).contains(u".B %1\n"_s.arg(code)));
        }
    }

    void helpFitsATerminal()
    {
        for (const Command &command : commands()) {
            for (const QString &line : commandHelp(command).split(u'\n')) {
                if (!line.startsWith("  omniroute"_L1) && !line.startsWith("Usage"_L1) &&
                    !line.startsWith(command.summary))
                    QVERIFY2(line.size() <= 82, qPrintable(line));
            }
        }
    }
};

OMNI_TEST(TstDocuments)
#include "tst_documents.moc"
