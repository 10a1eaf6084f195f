// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/bedrock/response.h"

#include "core/wire/awserror.h"
#include "core/wire/bedrock/blocks.h"
#include "core/wire/bedrock/words.h"
#include "core/wire/members.h"

namespace omni::wire::bedrock {

using base::Json;

base::Result<chat::ChatResponse> decodeResponse(const Json &body)
{
    const Json &message = body["output"]["message"];
    if (!message.isObject()) {
        if (body.contains("message") || body.contains("__type"))
            return base::fail(awsException(body["__type"].toBytes(), body, 200));
        return base::fail({.code = base::ErrorCode::UpstreamFailed,
                           .detail = QStringLiteral("the upstream's answer has no message"),
                           .upstreamStatus = 200});
    }
    chat::ChatResponse response;
    chat::Choice &choice = response.choices.emplace_back();
    choice.message.role = chat::Role::Assistant;
    FieldReader reader;
    const FieldPath content;
    for (const Json &block : message["content"].items()) {
        if (!readBlock(reader, block, content, choice.message.parts))
            return base::fail({.code = base::ErrorCode::UpstreamFailed,
                               .detail = QStringLiteral("the upstream's answer holds a broken "
                                                        "block"),
                               .upstreamStatus = 200});
    }
    choice.finish = finishOf(body["stopReason"].toBytes());
    const Json &more = body["additionalModelResponseFields"];
    choice.stopSequence = more["stop_sequence"].toBytes();
    choice.extensions.put(Mine, leftOver(body, {"output", "stopReason", "usage"}));
    response.usage = usageOf(body["usage"]);
    return response;
}

} // namespace omni::wire::bedrock
