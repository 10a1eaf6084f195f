// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/auth/modelsjson.h"

#include "core/base/json.h"

namespace omni::auth {

using base::Json;

namespace {

template<typename T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json();
}

std::optional<double> price(const Json &value)
{
    return value.isNumber() ? std::optional(value.toDouble()) : std::nullopt;
}

Json priceJson(const catalog::Price &price)
{
    Json json;
    json.setIfPresent("input", orNull(price.input));
    json.setIfPresent("cached_read", orNull(price.cachedRead));
    json.setIfPresent("cache_write", orNull(price.cacheWrite));
    json.setIfPresent("output", orNull(price.output));
    return json;
}

} // namespace

QByteArray modelsJson(const QList<catalog::Model> &models)
{
    Json list = Json::array();
    for (const catalog::Model &model : models) {
        Json item = Json::object({{"id", Json(model.id)}});
        if (!model.name.isEmpty())
            item.set("name", Json(model.name));
        item.setIfPresent("context_window", orNull(model.contextWindow));
        item.setIfPresent("max_output", orNull(model.maxOutput));
        Json capabilities;
        for (const QString &capability : model.capabilities)
            capabilities.append(Json(capability));
        item.setIfPresent("capabilities", capabilities);
        item.setIfPresent("price", priceJson(model.price));
        list.append(item);
    }
    return list.toJson();
}

QList<catalog::Model> modelsFromJson(const QByteArray &text)
{
    QList<catalog::Model> models;
    const auto list = Json::parse(text);
    if (!list)
        return models;
    for (const Json &item : list->items()) {
        catalog::Model model;
        model.id = item["id"].toBytes();
        if (model.id.isEmpty())
            continue;
        model.name = item["name"].toText();
        model.contextWindow = item["context_window"].asInt();
        model.maxOutput = item["max_output"].asInt();
        for (const Json &capability : item["capabilities"].items())
            model.capabilities.append(capability.toText());
        const Json &prices = item["price"];
        model.price = {.input = price(prices["input"]),
                       .cachedRead = price(prices["cached_read"]),
                       .cacheWrite = price(prices["cache_write"]),
                       .output = price(prices["output"])};
        models.append(model);
    }
    return models;
}

} // namespace omni::auth
