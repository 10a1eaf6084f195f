// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/documents.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

namespace {

/// Text as troff prints it: no requests, no escapes, real hyphens.
QString safe(QString text)
{
    text.replace(u'\\', u"\\(rs"_s);
    text.replace(u'-', u"\\-"_s);
    text.replace(u"…"_s, u"..."_s);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(u"\\&"_s);
    return text;
}

QString optionEntry(const Option &option)
{
    QString head = u".TP\n"_s;
    if (!option.shortName.isEmpty())
        head += u"\\fB\\-%1\\fR, "_s.arg(option.shortName);
    head += u"\\fB"_s + safe(u"--"_s + option.name) + u"\\fR"_s;
    if (!option.value.isEmpty())
        head += u" \\fI"_s + safe(option.value) + u"\\fR"_s;
    QString text = option.help;
    if (!option.choices.isEmpty())
        text += u": "_s + option.choices.join(u", "_s);
    if (option.repeats)
        text += u" (may be repeated)"_s;
    return head + u'\n' + safe(text) + u".\n"_s;
}

QString commandEntry(const Command &command)
{
    QString out = u".SS \""_s + safe(command.usage()).replace(u'"', u"\\(dq"_s) + u"\"\n"_s;
    out += safe(command.summary) + u".\n"_s;
    for (const Argument &argument : command.arguments) {
        QString text = argument.help;
        if (!argument.choices.isEmpty())
            text += u": "_s + argument.choices.join(u", "_s);
        out += u".TP\n\\fI"_s + safe(argument.name.toUpper()) + u"\\fR\n"_s + safe(text) + u".\n"_s;
    }
    for (const Option &option : command.allOptions())
        out += optionEntry(option);
    for (const QString &example : command.examples)
        out += u".PP\n.EX\n"_s + safe(u"omniroute "_s + example) + u"\n.EE\n"_s;
    return out;
}

} // namespace

QString manPage(const QString &version, const QString &date)
{
    QString out = u".TH OMNIROUTE 1 \""_s + safe(date) + u"\" \"OmniRoute Desktop "_s +
                  safe(version) + u"\" \"User Commands\"\n"_s;
    out += u".SH NAME\nomniroute \\- gateway between coding agents and model providers\n"
           ".SH SYNOPSIS\n.B omniroute\n[\\fIOPTIONS\\fR]\n.br\n.B omniroute\n"
           "\\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n"
           "Listens on this computer and speaks the formats of OpenAI and Anthropic to coding "
           "agents.\nEach request goes to one of your accounts, in the format that its provider "
           "speaks;\nwhen one fails, the next takes over.\n.PP\n"
           "Without a command it starts with a tray icon and a window.\nEvery other command than\n"
           ".BR serve ,\n.BR doctor ,\n.BR translate ,\n.B completion\nand\n.B help\n"
           "talks to the running instance of the data folder.\n.SH OPTIONS\n"_s;
    for (const Option &option : findCommand(QString(), QString())->allOptions())
        out += optionEntry(option);
    out += u".SH COMMANDS\n"_s;
    for (const Command &command : commands()) {
        if (!command.noun.isEmpty() && !command.isHidden)
            out += commandEntry(command);
    }
    out += u".SH EXIT STATUS\n"_s;
    for (const auto &[code, meaning] : exitCodes())
        out += u".TP\n.B "_s + QString::number(code) + u'\n' + safe(meaning) + u".\n"_s;
    out += u".SH ENVIRONMENT\n.TP\n.B DATA_DIR\nData folder.\n"
           ".TP\n.B OMNIROUTE_PORT\nPort to listen on; \\fBPORT\\fR is read after it.\n"
           ".TP\n.B OMNIROUTE_HOST\nAddress to listen on.\n"
           ".TP\n.B OMNIROUTE_PASSPHRASE\nOpens the sealed secrets file.\n"
           ".TP\n.B NO_COLOR\nNo colours.\n"
           ".PP\nAn option wins over the environment, which wins over the settings.\n"
           ".SH FILES\n.TP\n.I $XDG_DATA_HOME/omniroute\n"
           "The data folder: database, backups, logs. Keys of providers rest in the system\\(aqs "
           "keychain.\n"_s;
    return out;
}

} // namespace omni::control
