// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/command.h"
#include "core/route/combo.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::table {

namespace {

Argument comboName()
{
    return {.name = u"name"_s, .help = u"The combo's name"_s};
}

Argument steps(bool isOptional)
{
    return {.name = u"step"_s,
            .help = u"A model (glm/glm-4.7), an alias or another combo; MODEL@ACCOUNT pins one "
                    "account"_s,
            .isOptional = isOptional,
            .repeats = true};
}

Option strategy()
{
    return choice(u"strategy"_s, u"S"_s, route::strategyNames(),
                  u"How the combo chooses among its steps (default: priority)"_s);
}

Option wait()
{
    return number(u"wait"_s, u"SECONDS"_s, 0, 300,
                  u"Wait for a limit that ends this soon instead of trying the next step"_s);
}

Option dryRun()
{
    return flag(u"dry-run"_s, u"Say what would be done, and do nothing"_s);
}

QList<Command> modelCommands()
{
    return {
        Command{.noun = u"model"_s,
                .verb = u"list"_s,
                .summary = u"List every name a client can ask for"_s,
                .options = {text(u"provider"_s, u"P"_s, u"Only models of this provider"_s)},
                .schema = u"omniroute.models/1"_s,
                .examples = {u"model list --provider glm"_s}},
        Command{
            .noun = u"model"_s,
            .verb = u"alias"_s,
            .summary = u"Give a model a second name"_s,
            .arguments = {{.name = u"name"_s, .help = u"The new name"_s},
                          {.name = u"target"_s,
                           .help = u"What it stands for"_s,
                           .isOptional = true}},
            .options = {flag(u"remove"_s, u"Remove the alias"_s), dryRun()},
            .schema = u"omniroute.alias/1"_s,
            .examples = {u"model alias fast glm/glm-4.7-flash"_s, u"model alias fast --remove"_s}},
        Command{.noun = u"model"_s,
                .verb = u"custom"_s,
                .summary = u"Add a model that the provider does not list"_s,
                .arguments = {{.name = u"account-or-provider"_s,
                               .help = u"An account, or a provider for all its accounts"_s},
                              {.name = u"id"_s, .help = u"The model as the upstream names it"_s}},
                .options = {text(u"name"_s, u"NAME"_s, u"A name for people"_s),
                            number(u"context"_s, u"TOKENS"_s, 1, 100'000'000,
                                   u"Size of its context window"_s),
                            dryRun()},
                .schema = u"omniroute.model/1"_s},
    };
}

} // namespace

QList<Command> routingCommands()
{
    return modelCommands() +
           QList<Command>{
               Command{.noun = u"combo"_s,
                       .verb = u"list"_s,
                       .summary = u"List the combos and their steps"_s,
                       .schema = u"omniroute.combos/1"_s},
               Command{.noun = u"combo"_s,
                       .verb = u"create"_s,
                       .summary = u"Make a combo: steps that stand in for each other"_s,
                       .arguments = {comboName(), steps(false)},
                       .options = {strategy(), wait(), dryRun()},
                       .schema = u"omniroute.combo/1"_s,
                       .examples = {u"combo create two --strategy priority glm/glm-4.7 "
                                    "ds/deepseek-chat"_s}},
               Command{.noun = u"combo"_s,
                       .verb = u"edit"_s,
                       .summary = u"Change a combo; steps replace all its steps"_s,
                       .arguments = {comboName(), steps(true)},
                       .options = {strategy(), wait(),
                                   text(u"rename"_s, u"NAME"_s, u"Another name"_s), dryRun()},
                       .schema = u"omniroute.combo/1"_s},
               Command{.noun = u"combo"_s,
                       .verb = u"remove"_s,
                       .summary = u"Remove a combo"_s,
                       .arguments = {comboName()},
                       .options = {flag(u"yes"_s, u"Do not ask"_s), dryRun()},
                       .schema = u"omniroute.combo/1"_s},
               Command{.noun = u"combo"_s,
                       .verb = u"use"_s,
                       .summary = u"Let a combo take the requests whose model is not known"_s,
                       .arguments = {{.name = u"name"_s,
                                      .help = u"The combo's name; none = no combo"_s}},
                       .options = {dryRun()},
                       .schema = u"omniroute.combo/1"_s},
               Command{.noun = u"combo"_s,
                       .verb = u"test"_s,
                       .summary = u"Say what would happen to a request now; sends nothing"_s,
                       .arguments = {comboName()},
                       .options = {number(u"tokens"_s, u"N"_s, 0, 100'000'000,
                                          u"Size of the request to imagine"_s)},
                       .schema = u"omniroute.plan/1"_s},
           };
}

} // namespace omni::control::table
