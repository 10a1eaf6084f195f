// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/controlserver.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

namespace {

struct Row
{
    const char *words;
    Handler handler;
};

/// One row a command that an instance does; tests hold it against the command table.
constexpr Row Rows[] = {
    {"status", &handlers::status},
    {"stop", &handlers::stop},
    {"raise", &handlers::raise},
    {"doctor", &handlers::doctor},
    {"provider list", &handlers::providerList},
    {"provider show", &handlers::providerShow},
    {"account list", &handlers::accountList},
    {"account add", &handlers::accountAdd},
    {"account test", &handlers::accountTest},
    {"account pause", &handlers::accountPause},
    {"account resume", &handlers::accountResume},
    {"account remove", &handlers::accountRemove},
    {"account refresh", &handlers::accountTest},
    {"model list", &handlers::modelList},
    {"model alias", &handlers::modelAlias},
    {"model custom", &handlers::modelCustom},
    {"combo list", &handlers::comboList},
    {"combo create", &handlers::comboCreate},
    {"combo edit", &handlers::comboEdit},
    {"combo remove", &handlers::comboRemove},
    {"combo use", &handlers::comboUse},
    {"combo test", &handlers::comboTest},
    {"key list", &handlers::keyList},
    {"key create", &handlers::keyCreate},
    {"key rotate", &handlers::keyRotate},
    {"key revoke", &handlers::keyRevoke},
    {"logs", &handlers::logs},
    {"trace", &handlers::trace},
    {"setting list", &handlers::settingList},
    {"setting get", &handlers::settingGet},
    {"setting set", &handlers::settingSet},
    {"setting reset", &handlers::settingReset},
};

} // namespace

Handler handlerFor(const Command &command)
{
    const QByteArray words = command.words().toLatin1();
    for (const Row &row : Rows) {
        if (words == row.words)
            return row.handler;
    }
    return nullptr;
}

ControlServer::Dispatch dispatcher(const Rooms &rooms)
{
    return [rooms](const Request &request, Answer &answer) {
        const Command &command = request.invocation.command();
        if (const Handler handler = handlerFor(command))
            return handler(rooms, request, answer);
        answer.fail(ExitCode::Usage, "unsupported",
                    u"The running instance does not do \"%1\"."_s.arg(command.words()));
    };
}

} // namespace omni::control
