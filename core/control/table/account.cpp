// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/command.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::table {

namespace {

Argument account()
{
    return {.name = u"id"_s, .help = u"The account's id, or its name when no other has it"_s};
}

QList<Option> addOptions()
{
    return {
        text(u"name"_s, u"NAME"_s, u"What you call the account"_s),
        text(u"base-url"_s, u"URL"_s,
             u"Another address than the catalog's, with its version path; needed for a provider "
             "of your own"_s),
        text(u"prefix"_s, u"PREFIX"_s,
             u"First part of the model names of a provider of your own, as in PREFIX/model"_s),
        choice(u"format"_s, u"FORMAT"_s, {u"openai-chat"_s, u"openai-responses"_s},
               u"What an openai-compatible provider speaks (default: openai-chat)"_s),
        repeated(text(u"header"_s, u"NAME:VALUE"_s,
                      u"A header sent with every request to a provider of your own; not for "
                      "secrets"_s)),
        flag(u"allow-http"_s,
             u"Allow an address without TLS that is not on this computer or network"_s),
        choice(u"tier"_s, u"TIER"_s, {u"subscription"_s, u"api-key"_s, u"cheap"_s, u"free"_s},
               u"How the account is paid for"_s),
        number(u"priority"_s, u"N"_s, 0, 9999,
               u"Lower goes first among the accounts of a provider"_s),
        repeated(text(u"model"_s, u"ID"_s,
                      u"A model the account offers; without it the list is imported"_s)),
        flag(u"api-key-stdin"_s,
             u"Read the key from standard input; without it a terminal is asked"_s),
        flag(u"no-check"_s, u"Save without asking the provider whether the key is good"_s),
        flag(u"dry-run"_s, u"Say what would be saved, and save nothing"_s),
    };
}

} // namespace

QList<Command> accountCommands()
{
    return {
        Command{.noun = u"provider"_s,
                .verb = u"list"_s,
                .summary = u"List the providers that have an account"_s,
                .options = {flag(u"all"_s, u"List everything that could be connected"_s)},
                .schema = u"omniroute.providers/1"_s,
                .examples = {u"provider list --all"_s}},
        Command{.noun = u"provider"_s,
                .verb = u"show"_s,
                .summary = u"Show one provider and its models"_s,
                .arguments = {{.name = u"id"_s, .help = u"The provider's id or prefix"_s}},
                .schema = u"omniroute.provider/1"_s},
        Command{.noun = u"account"_s,
                .verb = u"list"_s,
                .summary = u"List your accounts in the order in which they are used"_s,
                .schema = u"omniroute.accounts/1"_s},
        Command{.noun = u"account"_s,
                .verb = u"add"_s,
                .summary = u"Connect an account; checks the key and imports the model list"_s,
                .arguments = {{.name = u"provider"_s,
                               .help = u"A provider's id, or openai-compatible, "
                                       "anthropic-compatible, gemini-compatible for one of your "
                                       "own"_s}},
                .options = addOptions(),
                .schema = u"omniroute.account/1"_s,
                .examples = {u"account add glm --name work --api-key-stdin < key.txt"_s,
                             u"account add openai-compatible --name lab --prefix lab "
                             "--base-url http://127.0.0.1:8000/v1 --api-key-stdin < key.txt"_s}},
        Command{.noun = u"account"_s,
                .verb = u"test"_s,
                .summary = u"Ask the provider whether the account's key is good"_s,
                .arguments = {account()},
                .schema = u"omniroute.check/1"_s},
        Command{.noun = u"account"_s,
                .verb = u"pause"_s,
                .summary = u"Take an account out of use"_s,
                .arguments = {account()},
                .schema = u"omniroute.account/1"_s},
        Command{.noun = u"account"_s,
                .verb = u"resume"_s,
                .summary = u"Use a paused account again, and end its cooldowns"_s,
                .arguments = {account()},
                .schema = u"omniroute.account/1"_s},
        Command{.noun = u"account"_s,
                .verb = u"remove"_s,
                .summary = u"Remove an account and its key"_s,
                .arguments = {account()},
                .options = {flag(u"yes"_s, u"Do not ask"_s),
                            flag(u"dry-run"_s, u"Say what would be removed, and remove nothing"_s)},
                .schema = u"omniroute.account/1"_s},
        Command{.noun = u"account"_s,
                .verb = u"refresh"_s,
                .summary = u"Check the account again and import its model list"_s,
                .arguments = {account()},
                .schema = u"omniroute.check/1"_s},
    };
}

} // namespace omni::control::table
