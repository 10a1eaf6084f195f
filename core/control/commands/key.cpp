// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/control/expiry.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using auth::ClientKey;
using base::Json;

namespace {

const ClientKey *keyFor(const Rooms &rooms, const Request &request, Answer &answer)
{
    const QString text = request.invocation.text(u"id"_s);
    const ClientKey *key = rooms.keys.find(text);
    if (!key) {
        QStringList names;
        for (const ClientKey &each : rooms.keys.all())
            names.append(each.name);
        answer.fail(ExitCode::NotFound, "not_found",
                    u"There is no key \"%1\"."_s.arg(text) + suggestion(text, names) +
                        u" `omniroute key list` shows all."_s);
        return nullptr;
    }
    if (key->revokedMs != 0) {
        answer.fail(ExitCode::Conflict, "revoked",
                    u"The key \"%1\" is revoked; that cannot be undone."_s.arg(key->name));
        return nullptr;
    }
    return key;
}

auth::ClientKeys::CreatedDone handOver(const Rooms &rooms, Answer &answer)
{
    return [rooms, &answer](const base::Result<auth::ClientKeys::Created> &created) {
        if (!created)
            return answer.fail(created.error());
        Json json = Json::object(
            {{"id", Json(created->key.id)}, {"key", Json(created->clearText.reveal())}});
        const Json about = keyJson(rooms, created->key);
        for (const auto &[name, value] : about.members()) {
            if (name != "id")
                json.set(name, value);
        }
        answer.result(json);
    };
}

} // namespace

void keyList(const Rooms &rooms, const Request &, Answer &answer)
{
    Json list = Json::array();
    for (const ClientKey &key : rooms.keys.all())
        list.append(keyJson(rooms, key));
    answer.result(Json::object({{"keys", list}}));
}

void keyCreate(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Invocation &invocation = request.invocation;
    ClientKey wish;
    wish.name = invocation.text(u"name"_s).trimmed();
    wish.allowedModels = invocation.list(u"allow"_s);
    wish.requestsPerMinute = int(invocation.number(u"rpm"_s).value_or(0));
    if (wish.name.isEmpty())
        return answer.fail(ExitCode::Usage, "invalid_request", u"A key needs a name."_s);
    for (const ClientKey &key : rooms.keys.all()) {
        if (key.name == wish.name && key.revokedMs == 0)
            return answer.fail(
                ExitCode::Conflict, "exists",
                u"A key called \"%1\" exists already. Choose another name, or get "
                "a new one in its place with: omniroute key rotate %2."_s.arg(key.name, key.id));
    }
    if (invocation.has(u"expires"_s)) {
        const auto expires = parseExpiry(invocation.text(u"expires"_s), rooms.clock.wall());
        if (!expires)
            return answer.fail(expires.error());
        wish.expiresMs = expires->toMSecsSinceEpoch();
    }
    if (isDryRun(request))
        return answer.result(dryRun(keyJson(rooms, wish)));
    rooms.keys.create(wish, &answer, handOver(rooms, answer));
}

void keyRotate(const Rooms &rooms, const Request &request, Answer &answer)
{
    const ClientKey *key = keyFor(rooms, request, answer);
    if (!key)
        return;
    if (isDryRun(request))
        return answer.result(dryRun(keyJson(rooms, *key)));
    rooms.keys.rotate(key->id, &answer, handOver(rooms, answer));
}

void keyRevoke(const Rooms &rooms, const Request &request, Answer &answer)
{
    const ClientKey *key = keyFor(rooms, request, answer);
    if (!key)
        return;
    if (isDryRun(request))
        return answer.result(dryRun(keyJson(rooms, *key)));
    const QString id = key->id;
    rooms.keys.revoke(
        id, &answer, finish(answer, [rooms, id] {
            const ClientKey *revoked = rooms.keys.find(id);
            return revoked ? keyJson(rooms, *revoked) : Json::object({{"id", Json(id)}});
        }));
}

} // namespace omni::control::handlers
