// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/command.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::table {

QList<Command> observeCommands()
{
    Option follow = flag(u"follow"_s, u"Go on with new lines until interrupted"_s, u"f"_s);
    return {
        Command{.noun = u"logs"_s,
                .summary = u"Print the last lines of the log"_s,
                .options = {follow,
                            choice(u"level"_s, u"L"_s,
                                   {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s},
                                   u"This level and worse (default: info)"_s),
                            number(u"lines"_s, u"N"_s, 0, 2000,
                                   u"How many of the last lines (default: 100)"_s)},
                .schema = u"omniroute.log/1"_s,
                .examples = {u"logs -f --level warning"_s}},
        Command{.noun = u"trace"_s,
                .summary = u"Show what became of a request: each candidate, tried or skipped, and "
                           "why"_s,
                .arguments = {{.name = u"request-id"_s,
                               .help = u"The answer's x-request-id, or last for the newest"_s}},
                .schema = u"omniroute.trace/1"_s,
                .examples = {u"trace last"_s}},
        Command{.noun = u"setting"_s,
                .verb = u"list"_s,
                .summary = u"List the settings and their values"_s,
                .schema = u"omniroute.settings/1"_s},
        Command{.noun = u"setting"_s,
                .verb = u"get"_s,
                .summary = u"Print one setting"_s,
                .arguments = {{.name = u"key"_s, .help = u"As `setting list` shows it"_s}},
                .schema = u"omniroute.setting/1"_s},
        Command{.noun = u"setting"_s,
                .verb = u"set"_s,
                .summary = u"Change one setting"_s,
                .arguments = {{.name = u"key"_s, .help = u"As `setting list` shows it"_s},
                              {.name = u"value"_s, .help = u"The new value"_s}},
                .options = {flag(u"dry-run"_s, u"Check the value, and change nothing"_s)},
                .schema = u"omniroute.setting/1"_s,
                .examples = {u"setting set server.port 20129"_s}},
        Command{.noun = u"setting"_s,
                .verb = u"reset"_s,
                .summary = u"Go back to a setting's default"_s,
                .arguments = {{.name = u"key"_s, .help = u"As `setting list` shows it"_s}},
                .options = {flag(u"dry-run"_s, u"Say what would change, and change nothing"_s)},
                .schema = u"omniroute.setting/1"_s},
    };
}

} // namespace omni::control::table
