// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/providers/accountcheck.h"

#include <QSet>

namespace omni::providers {

using base::Json;
using catalog::Model;

namespace {

/// The list wherever vendors put it: under the catalog's key, under the usual ones, or bare.
const Json *findList(const Json &json, const QByteArray &key)
{
    if (json.isArray())
        return &json;
    for (const QByteArray &name : {key, QByteArray("data"), QByteArray("models")}) {
        if (!name.isEmpty() && json[QByteArrayView(name)].isArray())
            return &json[QByteArrayView(name)];
    }
    return nullptr;
}

QByteArray firstText(const Json &item, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (!item[key].toBytes().isEmpty())
            return item[key].toBytes();
    }
    return {};
}

std::optional<qint64> firstCount(const Json &item, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const auto number = item[key].asInt();
        if (number && *number > 0)
            return number;
    }
    return std::nullopt;
}

/// OpenRouter's way: dollars for one token, as text.
std::optional<double> pricePerMillion(const Json &value)
{
    bool isNumber = false;
    const double price = value.toBytes().toDouble(&isNumber);
    return isNumber && price >= 0 ? std::optional<double>(price * 1e6) : std::nullopt;
}

/// Vendors list what cannot chat and what the account may not use, too.
bool isUsable(const Json &item)
{
    const QByteArray &type = item["capabilities"]["type"].toBytes();
    if (!type.isEmpty() && type != "chat")
        return false;
    if (item["policy"]["state"].toBytes() == "disabled")
        return false;
    const Json &methods = item["supportedGenerationMethods"];
    if (!methods.isArray())
        return true;
    for (const Json &method : methods.items()) {
        if (method.toBytes() == "generateContent")
            return true;
    }
    return false;
}

QString kindOf(const Json &item)
{
    const QByteArray &type = item["type"].toBytes();
    for (const char *kind : {"embedding", "image", "rerank", "moderation"}) {
        if (type == kind)
            return QString::fromLatin1(kind);
    }
    return {};
}

Model readModel(const Json &item, const QByteArray &id)
{
    Model model;
    model.id = id;
    model.name = QString::fromUtf8(firstText(item, {"display_name", "displayName", "name"}));
    if (model.name.isEmpty() || model.name.startsWith(QLatin1String("models/")))
        model.name = QString::fromUtf8(id);
    model.kind = kindOf(item);
    model.contextWindow = firstCount(item, {"context_length", "context_window", "max_model_len",
                                            "max_context_length", "inputTokenLimit"});
    model.maxOutput =
        firstCount(item, {"max_completion_tokens", "max_output_tokens", "outputTokenLimit"});
    const Json &pricing = item["pricing"];
    model.price.input = pricePerMillion(pricing["prompt"]);
    model.price.output = pricePerMillion(pricing["completion"]);
    model.price.cachedRead = pricePerMillion(pricing["input_cache_read"]);
    model.price.cacheWrite = pricePerMillion(pricing["input_cache_write"]);
    return model;
}

/// What the list does not say but the catalog knows.
void complete(Model *model, const Model &known)
{
    if (!known.name.isEmpty())
        model->name = known.name;
    model->kind = known.kind;
    model->aliases = known.aliases;
    model->capabilities = known.capabilities;
    model->traits = known.traits;
    if (!model->contextWindow)
        model->contextWindow = known.contextWindow;
    if (!model->maxOutput)
        model->maxOutput = known.maxOutput;
    if (model->price == catalog::Price())
        model->price = known.price;
}

} // namespace

base::Result<QList<Model>> parseModelList(const catalog::Provider &provider, const QByteArray &body)
{
    const auto json = Json::parse(body);
    const Json *list = json ? findList(*json, provider.modelsKey) : nullptr;
    if (!list)
        return base::fail(
            base::ErrorCode::UpstreamFailed,
            QStringLiteral("%1 answered with something that is no list of models; is the base URL "
                           "right, with its version path?")
                .arg(provider.name));
    QList<Model> models;
    QSet<QByteArray> seen;
    for (const Json &item : list->items()) {
        QByteArray id = item.isString() ? item.toBytes()
                                        : firstText(item, {"id", "slug", "model_id", "modelId",
                                                           "canonical_name", "name", "model"});
        if (id.startsWith("models/"))
            id = id.mid(7);
        if (id.isEmpty() || seen.contains(id) || !isUsable(item))
            continue;
        seen.insert(id);
        Model model = readModel(item, id);
        const Model *known = provider.model(id);
        if (known && known->id == id)
            complete(&model, *known);
        models.append(model);
    }
    return models;
}

} // namespace omni::providers
