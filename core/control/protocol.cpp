// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/protocol.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::ErrorCode;
using base::Json;

namespace {

QByteArray line(const Json &json)
{
    return json.toJson() + '\n';
}

} // namespace

QByteArray requestLine(const Request &request)
{
    Json json = request.invocation.toJson();
    if (!request.secret.isEmpty())
        json.set("secret", Json(request.secret.reveal()));
    return line(json);
}

base::Result<Request> parseRequest(QByteArrayView text)
{
    const auto json = Json::parse(text, {.maxDepth = limits::Depth, .refuseDuplicateKeys = true});
    if (!json)
        return base::fail(ErrorCode::InvalidRequest,
                          u"The command is no good JSON: "_s + json.error().detail);
    auto invocation = Invocation::fromJson(*json);
    if (!invocation)
        return base::fail(invocation.error());
    return Request{.invocation = *invocation, .secret = base::Secret((*json)["secret"].toBytes())};
}

Problem problemOf(const base::Error &error)
{
    return {.exit = exitCodeFor(error.code),
            .code = base::errorCodeName(error.code).toLatin1(),
            .message = error.detail};
}

QByteArray replyLine(const Reply &reply)
{
    switch (reply.kind) {
    case Reply::Kind::Result:
        return line(Json::object({{"type", Json("result")}, {"data", reply.data}}));
    case Reply::Kind::Item:
        return line(Json::object({{"type", Json("item")}, {"data", reply.data}}));
    case Reply::Kind::Failed:
        break;
    }
    return line(Json::object({{"type", Json("error")},
                              {"exit", Json(int(reply.problem.exit))},
                              {"code", Json(reply.problem.code)},
                              {"message", Json(reply.problem.message)}}));
}

base::Result<Reply> parseReply(QByteArrayView text)
{
    const auto json = Json::parse(text, {.maxDepth = limits::Depth});
    if (!json)
        return base::fail(ErrorCode::Internal,
                          u"The running instance answered nonsense: "_s + json.error().detail);
    const QByteArray type = (*json)["type"].toBytes();
    if (type == "result")
        return Reply{.kind = Reply::Kind::Result, .data = (*json)["data"]};
    if (type == "item")
        return Reply{.kind = Reply::Kind::Item, .data = (*json)["data"]};
    if (type != "error")
        return base::fail(ErrorCode::Internal,
                          u"The running instance answered in a way this program does not know."_s);
    return Reply{.kind = Reply::Kind::Failed,
                 .problem = {.exit = ExitCode(int((*json)["exit"].toInt(1))),
                             .code = (*json)["code"].toBytes(),
                             .message = (*json)["message"].toText()}};
}

} // namespace omni::control
