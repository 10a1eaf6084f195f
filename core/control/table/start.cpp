// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/command.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::table {

namespace {

QList<Option> gatewayOptions()
{
    Option folder = text(u"data-dir"_s, u"DIR"_s,
                         u"Data folder (environment: DATA_DIR; default: "
                         "$XDG_DATA_HOME/omniroute)"_s);
    folder.kind = ValueKind::Folder;
    Option passphrase = text(u"passphrase-file"_s, u"FILE"_s,
                             u"File whose first line opens the sealed secrets file "
                             "(environment: OMNIROUTE_PASSPHRASE)"_s);
    passphrase.kind = ValueKind::File;
    return {text(u"host"_s, u"ADDR"_s,
                 u"Address to listen on (environment: OMNIROUTE_HOST; default: 127.0.0.1)"_s),
            number(u"port"_s, u"N"_s, 0, 65535,
                   u"Port to listen on, 0 = any free one (environment: OMNIROUTE_PORT, then PORT; "
                   "default: 20128)"_s),
            folder,
            choice(u"secrets"_s, u"WHERE"_s, {u"keychain"_s, u"file"_s, u"memory"_s},
                   u"Where keys rest: the system's keychain, one sealed file, or memory only "
                   "(default: keychain)"_s),
            passphrase};
}

} // namespace

QList<Command> startCommands()
{
    QList<Option> tray = gatewayOptions();
    tray.prepend(flag(u"minimized"_s, u"Start in the tray, without the window"_s));
    return {
        Command{.summary = u"Start the gateway with its tray icon and window; a second start "
                           "raises the window of the first"_s,
                .place = Command::Place::Start,
                .options = tray + QList<Option>{flag(u"version"_s, u"Print the version"_s, u"V"_s),
                                                flag(u"man"_s, u"Print the manual page (troff)"_s)},
                .examples = {u"--minimized"_s}},
        Command{.noun = u"serve"_s,
                .summary = u"Start the gateway without windows; prints one line once it listens"_s,
                .place = Command::Place::Start,
                .options = gatewayOptions(),
                .examples = {u"serve --port 0 --secrets memory"_s,
                             u"serve --secrets file --passphrase-file /run/secrets/omniroute"_s}},
        Command{.noun = u"status"_s,
                .summary = u"Say whether the gateway runs, where, and how it is"_s,
                .schema = u"omniroute.status/1"_s},
        Command{.noun = u"stop"_s,
                .summary = u"Stop the running instance after its running answers (30 s at most)"_s,
                .schema = u"omniroute.stop/1"_s},
        Command{.noun = u"raise"_s,
                .summary = u"Show the window of the running instance"_s,
                .schema = u"omniroute.raise/1"_s,
                .isHidden = true},
    };
}

} // namespace omni::control::table
