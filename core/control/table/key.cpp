// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/command.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::table {

QList<Command> keyCommands()
{
    const Argument key{.name = u"id"_s, .help = u"The key's id or name"_s};
    const Option dryRun = flag(u"dry-run"_s, u"Say what would be done, and do nothing"_s);
    return {
        Command{.noun = u"key"_s,
                .verb = u"list"_s,
                .summary = u"List the keys that clients use"_s,
                .schema = u"omniroute.keys/1"_s},
        Command{
            .noun = u"key"_s,
            .verb = u"create"_s,
            .summary = u"Make a key for a client and print it"_s,
            .arguments = {{.name = u"name"_s, .help = u"What the key is for"_s}},
            .options = {repeated(text(u"allow"_s, u"GLOB"_s,
                                      u"A model it may ask for, as in glm/*; without it all"_s)),
                        number(u"rpm"_s, u"N"_s, 1, 1'000'000, u"Requests a minute at most"_s),
                        text(u"expires"_s, u"T"_s,
                             u"When it ends: 30d, 12h, 2027-01-31 or a time in ISO 8601"_s),
                        dryRun},
            .schema = u"omniroute.key/1"_s,
            .examples = {u"key create laptop"_s,
                         u"key create ci --allow 'glm/*' --rpm 60 --expires 30d --json"_s}},
        Command{.noun = u"key"_s,
                .verb = u"rotate"_s,
                .summary = u"Replace a key by a new one and print it; the old one stops at once"_s,
                .arguments = {key},
                .options = {flag(u"yes"_s, u"Do not ask"_s), dryRun},
                .schema = u"omniroute.key/1"_s},
        Command{.noun = u"key"_s,
                .verb = u"revoke"_s,
                .summary = u"End a key for good"_s,
                .arguments = {key},
                .options = {flag(u"yes"_s, u"Do not ask"_s), dryRun},
                .schema = u"omniroute.key/1"_s},
    };
}

} // namespace omni::control::table
