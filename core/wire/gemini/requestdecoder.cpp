// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/requestdecoder.h"

#include "core/wire/gemini/contents.h"
#include "core/wire/gemini/generationconfig.h"
#include "core/wire/gemini/tools.h"
#include "core/wire/gemini/words.h"

namespace omni::wire::gemini {

using base::Json;
using chat::ChatRequest;

namespace {

bool decodeAll(FieldReader &in, const Json &written, ChatRequest &request)
{
    const FieldPath root;
    if (!written.isObject())
        return in.wrong(root, "the body must be a JSON object");
    const Json body = camelKeys(written);
    if (!in.text(body["model"], root["model"], request.model))
        return false;
    if (request.model.startsWith(ModelPrefix))
        request.model.remove(0, qsizetype(sizeof(ModelPrefix)) - 1);
    Json rest = leftOver(body, {"model", "contents", "systemInstruction", "tools", "toolConfig",
                                "generationConfig"});
    if (!decodeSystem(in, body["systemInstruction"], root["systemInstruction"], request.messages) ||
        !decodeContents(in, body["contents"], root["contents"], request.messages) ||
        !decodeTools(in, body["tools"], root["tools"], request.tools) ||
        !decodeToolConfig(in, body["toolConfig"], root["toolConfig"], request, rest) ||
        !decodeConfig(in, body["generationConfig"], root["generationConfig"], request, rest))
        return false;
    request.extensions.put(Mine, rest);
    return true;
}

} // namespace

base::Result<DecodedRequest> decodeRequest(const Json &body)
{
    FieldReader in;
    DecodedRequest decoded;
    if (!decodeAll(in, body, decoded.request))
        return base::fail(*in.error);
    decoded.losses = in.losses;
    return decoded;
}

} // namespace omni::wire::gemini
