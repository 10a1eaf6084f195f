// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/core/wire/openairesponses/responseshelpers.h"

#include <QTest>

namespace omni::wiretest {

using base::Json;
using base::JsonMember;

namespace {

Json partsOf(const Json &content, const char *textType)
{
    if (content.isString())
        return Json::array({Json::object({{"type", textType}, {"text", content}})});
    Json list = Json::array();
    for (const Json &part : content.items()) {
        Json plain = part;
        if (plain["annotations"].isArray() && plain["annotations"].size() == 0)
            plain.remove("annotations");
        list.append(plain);
    }
    return list;
}

/// Without what is null or empty, at the top of the value.
Json said(const Json &object)
{
    Json full = Json::object();
    for (const JsonMember &member : object.members()) {
        if (!member.value.isNull() && member.value != Json(""))
            full.set(member.key, member.value);
    }
    return full;
}

Json itemOf(const Json &item)
{
    Json full = item["type"].toBytes() == "reasoning" ? said(item) : item;
    const bool isMessage = item["type"].isNull() && item["role"].isString();
    if (isMessage)
        full.set("type", "message");
    if (!item["content"].isNull() && full["type"].toBytes() == "message")
        full.set("content",
                 partsOf(item["content"],
                         item["role"].toBytes() == "assistant" ? "output_text" : "input_text"));
    if (item["output"].isString() || item["output"].isArray())
        full.set("output", partsOf(item["output"], "input_text"));
    return full;
}

} // namespace

Json writtenOut(const Json &request)
{
    Json full = Json::object();
    for (const JsonMember &member : request.members()) {
        // "Not given" and "not streamed" need no words.
        const bool isDefault = member.key == "stream" && !member.value.toBool();
        if (!member.value.isNull() && !isDefault)
            full.set(member.key, member.value);
    }
    if (request["reasoning"].isObject())
        full.set("reasoning", said(request["reasoning"]));
    if (request["tools"].isArray()) {
        Json tools = Json::array();
        for (const Json &tool : request["tools"].items())
            tools.append(said(tool));
        full.set("tools", tools);
    }
    Json input = Json::array();
    if (request["input"].isString())
        input.append(itemOf(Json::object({{"role", "user"}, {"content", request["input"]}})));
    for (const Json &item : request["input"].items())
        input.append(itemOf(item));
    full.set("input", input);
    return full;
}

Json roundTrip(const Json &request, const wire::Traits &traits, wire::Losses *losses)
{
    const auto decoded = responses().decodeRequest(request);
    if (!decoded) {
        QTest::qFail(qPrintable(decoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    const auto encoded = responses().encodeRequest(decoded->request, traits);
    if (!encoded) {
        QTest::qFail(qPrintable(encoded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (losses)
        *losses = decoded->losses + encoded->losses;
    return parsed(encoded->body);
}

} // namespace omni::wiretest
