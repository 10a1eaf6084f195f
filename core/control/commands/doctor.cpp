// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/control/finding.h"
#include "core/gateway/gateway.h"
#include "core/store/database.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using auth::Account;
using base::Json;
using State = Finding::State;

namespace {

Finding gatewayFinding(const InstanceInfo &info)
{
    if (!info.url.isEmpty())
        return {.subject = u"gateway"_s,
                .what =
                    u"listens on %1 (%2, version %3)"_s.arg(info.url, info.state, info.version)};
    return {.subject = u"gateway"_s,
            .state = State::Bad,
            .what = u"runs, and listens nowhere"_s,
            .why = info.downDetail,
            .todo = u"free the port, or choose another: omniroute setting set server.port N"_s};
}

Finding databaseFinding(const Rooms &rooms)
{
    Finding finding{.subject = u"database"_s, .what = u"can be written"_s};
    if (!rooms.database.trouble().isEmpty()) {
        finding.state = State::Bad;
        finding.what = u"cannot be written"_s;
        finding.why = rooms.database.trouble();
        finding.todo = u"make room on the disk and look at the data folder's permissions"_s;
    } else if (rooms.database.droppedJobs() > 0) {
        finding.state = State::Remark;
        finding.what = u"%1 records of requests were dropped"_s.arg(rooms.database.droppedJobs());
        finding.why = u"the disk was too slow for them"_s;
    }
    return finding;
}

Finding accountFinding(const Rooms &rooms, const Account &account)
{
    const QString state = accountState(rooms, account);
    Finding finding{.subject = u"account %1"_s.arg(account.name), .what = state};
    if (state == "locked"_L1) {
        finding.state = State::Bad;
        finding.why = u"the keychain is locked, or does not hold its key any more"_s;
        finding.todo =
            u"unlock the keychain, then: omniroute account test %1"_s.arg(account.id.text());
    } else if (state == "refused"_L1) {
        finding.state = State::Bad;
        finding.why = account.authTrouble;
        finding.todo = u"get a new key from the provider, remove the account, and add it again"_s;
    } else if (state == "cooling"_L1) {
        finding.state = State::Remark;
        finding.why = u"it met a limit or failed; it comes back by itself"_s;
    } else if (state == "paused"_L1) {
        finding.state = State::Remark;
        finding.todo = u"use it again: omniroute account resume %1"_s.arg(account.id.text());
    }
    return finding;
}

QList<Finding> accountFindings(const Rooms &rooms)
{
    QList<Finding> findings;
    for (const Account &account : rooms.accounts.all())
        findings.append(accountFinding(rooms, account));
    if (findings.isEmpty())
        findings.append({.subject = u"accounts"_s,
                         .state = State::Remark,
                         .what = u"none yet"_s,
                         .why = u"without an account no request can be answered"_s,
                         .todo = u"connect one: omniroute account add PROVIDER"_s});
    return findings;
}

Finding keyFinding(const Rooms &rooms)
{
    const qint64 now = rooms.clock.wall().toMSecsSinceEpoch();
    const auto inUse = std::count_if(
        rooms.keys.all().begin(), rooms.keys.all().end(), [now](const auth::ClientKey &key) {
            return key.revokedMs == 0 && (key.expiresMs == 0 || key.expiresMs > now);
        });
    if (!rooms.settings.value(u"server.requireKey"_s).toBool(true))
        return {.subject = u"client keys"_s,
                .state = State::Remark,
                .what = u"not asked for"_s,
                .why = u"every program on this computer can use your accounts"_s,
                .todo = u"ask for them: omniroute setting set server.requireKey true"_s};
    if (inUse == 0)
        return {.subject = u"client keys"_s,
                .state = State::Remark,
                .what = u"none in use"_s,
                .why = u"no client can connect"_s,
                .todo = u"make one: omniroute key create NAME"_s};
    return {.subject = u"client keys"_s, .what = u"%1 in use"_s.arg(inUse)};
}

Finding comboFinding(const Rooms &rooms)
{
    const QString active = rooms.settings.value(u"route.activeCombo"_s).toText();
    if (!active.isEmpty() && !rooms.combos.find(active))
        return {.subject = u"combos"_s,
                .state = State::Bad,
                .what = u"new requests should go to %1"_s.arg(active),
                .why = u"no combo is called so"_s,
                .todo = u"choose another: omniroute combo use NAME"_s};
    return {.subject = u"combos"_s, .what = u"%1"_s.arg(rooms.combos.all().size())};
}

} // namespace

void doctor(const Rooms &rooms, const Request &, Answer &answer)
{
    const InstanceInfo info = rooms.info();
    QList<Finding> findings{gatewayFinding(info),
                            databaseFinding(rooms),
                            {.subject = u"secrets"_s, .what = info.secretsBackend}};
    if (info.secretsBackend == "memory"_L1) {
        findings.last().state = State::Remark;
        findings.last().why = u"keys are forgotten when the program ends"_s;
    }
    findings += accountFindings(rooms);
    findings += keyFinding(rooms);
    findings += comboFinding(rooms);
    answer.result(Json::object({{"findings", findingsJson(findings)}}));
}

} // namespace omni::control::handlers
