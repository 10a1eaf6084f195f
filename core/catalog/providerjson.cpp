// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/catalog.h"
#include "core/catalog/fieldreader.h"
#include "core/catalog/traitsjson.h"

#include <algorithm>
#include <array>

namespace omni::catalog {

using base::Json;
using base::Result;

namespace {

constexpr std::array<const char *, 6> AuthKinds{"api-key",        "oauth", "device-code",
                                                "imported-login", "cloud", "none"};
constexpr std::array<const char *, 3> Statuses{"active", "limited", "discontinued"};

template<typename Enum, size_t Count>
std::optional<Enum> fromWord(const std::array<const char *, Count> &words, const QByteArray &word)
{
    for (size_t i = 0; i < Count; ++i) {
        if (word == words.at(i))
            return Enum(i);
    }
    return std::nullopt;
}

/// Prefixes stand before a slash in model ids and in URLs.
bool isPrefix(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64 &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' ||
                      c == u'_' || c == u'.';
           });
}

bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
}

Price readPrice(const Json &object, FieldReader *owner)
{
    Price price;
    if (object.isNull())
        return price;
    FieldReader reader(object, owner->pathOf("price"));
    reader.number("input", &price.input);
    reader.number("cachedRead", &price.cachedRead);
    reader.number("cacheWrite", &price.cacheWrite);
    reader.number("output", &price.output);
    owner->adopt(reader.error());
    return price;
}

Model readModel(const Json &object, const QByteArray &path, const chat::Traits &normal,
                FieldReader *owner)
{
    FieldReader reader(object, path);
    Model model;
    reader.bytes("id", &model.id);
    if (model.id.isEmpty())
        reader.complain("id", "is missing");
    reader.text("name", &model.name);
    reader.text("kind", &model.kind);
    reader.byteList("aliases", &model.aliases);
    reader.count("contextWindow", &model.contextWindow);
    reader.count("maxOutput", &model.maxOutput);
    reader.texts("capabilities", &model.capabilities);
    model.price = readPrice(reader.raw("price"), &reader);
    if (const Json &traits = reader.raw("traits"); !traits.isNull()) {
        model.traits = normal;
        reader.adopt(readTraits(traits, reader.pathOf("traits"), &*model.traits));
    }
    owner->adopt(reader.error());
    return model;
}

void readPaths(FieldReader *reader, Provider *provider)
{
    const std::pair<const char *, QByteArray *> paths[] = {
        {"chatPath", &provider->chatPath},
        {"streamPath", &provider->streamPath},
        {"countTokensPath", &provider->countTokensPath},
        {"modelsPath", &provider->modelsPath},
        {"checkPath", &provider->checkPath}};
    for (const auto &[key, path] : paths) {
        reader->bytes(key, path);
        const bool isRelative = path->startsWith('/') || path->startsWith(':');
        if (!path->isEmpty() && !isRelative && !path->startsWith("https://") &&
            !path->startsWith("http://"))
            reader->complain(key, "must begin with / or be a URL");
    }
    reader->bytes("modelsKey", &provider->modelsKey);
    reader->bytes("checkModel", &provider->checkModel);
    reader->word("checkMethod", [provider](const QByteArray &word) {
        provider->checkMethod = word;
        return word == "GET" || word == "POST";
    });
}

void readHeaders(FieldReader *reader, Provider *provider)
{
    reader->bytes("keyHeader", &provider->keyHeader);
    reader->bytes("keyPrefix", &provider->keyPrefix);
    if (!isHeaderName(provider->keyHeader))
        reader->complain("keyHeader", "must be a header's name");
    for (const base::JsonMember &member : reader->raw("headers").members()) {
        const QByteArray &value = member.value.toBytes();
        const bool isClean = std::none_of(value.begin(), value.end(),
                                          [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
        if (!isHeaderName(member.key) || value.isEmpty() || !isClean)
            reader->complain("headers." + member.key, "must be one line of text");
        provider->headers.append({member.key, value});
    }
}

void readWords(FieldReader *reader, Provider *provider)
{
    reader->word("tier", [provider](const QByteArray &word) {
        const auto tier = tierFromName(QString::fromLatin1(word));
        provider->tier = tier.value_or(Tier::ApiKey);
        return tier.has_value();
    });
    reader->word("status", [provider](const QByteArray &word) {
        const auto status = fromWord<ProviderStatus>(Statuses, word);
        provider->status = status.value_or(ProviderStatus::Active);
        return status.has_value();
    });
    reader->word("format", [provider](const QByteArray &word) {
        provider->format = chat::formatFromName(word);
        return provider->format.has_value();
    });
    reader->words("auth", [provider](const QByteArray &word) {
        const auto kind = fromWord<AuthKind>(AuthKinds, word);
        if (kind)
            provider->auth.append(*kind);
        return kind.has_value();
    });
}

Json priceJson(const Price &price)
{
    Json object;
    const auto put = [&object](const char *key, const std::optional<double> &value) {
        if (value)
            object.set(key, *value);
    };
    put("input", price.input);
    put("cachedRead", price.cachedRead);
    put("cacheWrite", price.cacheWrite);
    put("output", price.output);
    return object;
}

void add(Json *object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object->set(key, value);
}

void add(Json *object, const char *key, const QByteArray &value)
{
    if (!value.isEmpty())
        object->set(key, value);
}

template<typename List>
void putList(Json *object, const char *key, const List &list)
{
    Json array;
    for (const auto &item : list)
        array.append(Json(item));
    object->setIfPresent(key, array);
}

Json modelJson(const Model &model, const chat::Traits &normal)
{
    Json object = Json::object({{"id", model.id}});
    add(&object, "name", model.name);
    add(&object, "kind", model.kind);
    putList(&object, "aliases", model.aliases);
    if (model.contextWindow)
        object.set("contextWindow", *model.contextWindow);
    if (model.maxOutput)
        object.set("maxOutput", *model.maxOutput);
    putList(&object, "capabilities", model.capabilities);
    object.setIfPresent("price", priceJson(model.price));
    if (model.traits)
        object.set("traits", traitsJson(*model.traits, normal));
    return object;
}

void putRequestFields(Json *object, const Provider &provider)
{
    add(object, "baseUrl", provider.baseUrl.toString(QUrl::FullyEncoded));
    add(object, "baseUrlForm", provider.baseUrlForm);
    add(object, "chatPath", provider.chatPath);
    add(object, "streamPath", provider.streamPath);
    add(object, "countTokensPath", provider.countTokensPath);
    add(object, "modelsPath", provider.modelsPath);
    add(object, "modelsKey", provider.modelsKey);
    object->set("checkMethod", provider.checkMethod);
    add(object, "checkPath", provider.checkPath);
    add(object, "checkModel", provider.checkModel);
    object->set("keyHeader", provider.keyHeader);
    object->set("keyPrefix", provider.keyPrefix);
    Json headers;
    for (const auto &[name, value] : provider.headers)
        headers.set(name, value);
    object->setIfPresent("headers", headers);
}

} // namespace

Result<Provider> Catalog::parseProvider(const QByteArray &text)
{
    const auto json = Json::parse(text, {.maxDepth = 16, .refuseDuplicateKeys = true});
    if (!json)
        return base::fail(json.error());
    FieldReader reader(*json, {});
    Provider provider;
    QString id;
    reader.text("id", &id, true);
    if (!isPrefix(id))
        reader.complain("id", "must be lower-case letters, digits, dots and dashes");
    provider.id = ProviderId(id);
    reader.text("prefix", &provider.prefix, true);
    reader.texts("aliases", &provider.aliases);
    for (const QString &prefix : QStringList{provider.prefix} + provider.aliases) {
        if (!isPrefix(prefix))
            reader.complain(prefix == provider.prefix ? "prefix" : "aliases",
                            "must be lower-case letters, digits, dots and dashes");
    }
    reader.text("name", &provider.name, true);
    reader.text("vendor", &provider.vendor);
    reader.url("website", &provider.website);
    reader.url("keyPage", &provider.keyPage);
    reader.text("risk", &provider.risk);
    readWords(&reader, &provider);
    reader.url("baseUrl", &provider.baseUrl);
    reader.text("baseUrlForm", &provider.baseUrlForm);
    if (provider.baseUrl.isEmpty() == provider.baseUrlForm.isEmpty())
        reader.complain("baseUrl", "or baseUrlForm must be given, not both");
    readPaths(&reader, &provider);
    if (provider.format && provider.chatPath.isEmpty())
        reader.complain("chatPath", "is missing");
    readHeaders(&reader, &provider);
    if (const Json &traits = reader.raw("traits"); !traits.isNull())
        reader.adopt(readTraits(traits, "traits", &provider.traits));
    reader.flag("passesUnknownModels", &provider.passesUnknownModels);
    reader.flag("isUserMade", &provider.isUserMade);
    reader.flag("isLocal", &provider.isLocal);
    reader.flag("allowPlainHttp", &provider.allowPlainHttp);
    const Json &models = reader.raw("models");
    for (qsizetype i = 0; i < models.items().size(); ++i) {
        provider.models.append(readModel(models.at(i), "models[" + QByteArray::number(i) + ']',
                                         provider.traits, &reader));
    }
    if (const auto error = reader.error())
        return base::fail(*error);
    return provider;
}

QByteArray Catalog::toJson(const Provider &provider)
{
    Json object = Json::object({{"id", provider.id.text()}, {"prefix", provider.prefix}});
    putList(&object, "aliases", provider.aliases);
    add(&object, "name", provider.name);
    add(&object, "vendor", provider.vendor);
    add(&object, "website", provider.website.toString(QUrl::FullyEncoded));
    add(&object, "keyPage", provider.keyPage.toString(QUrl::FullyEncoded));
    add(&object, "risk", provider.risk);
    object.set("tier", tierName(provider.tier));
    object.set("status", Statuses.at(size_t(provider.status)));
    Json auth;
    for (const AuthKind kind : provider.auth)
        auth.append(AuthKinds.at(size_t(kind)));
    object.setIfPresent("auth", auth);
    if (provider.format)
        object.set("format", chat::formatName(*provider.format));
    putRequestFields(&object, provider);
    if (const Json traits = traitsJson(provider.traits, {}); traits.size() > 0)
        object.set("traits", traits);
    object.set("passesUnknownModels", provider.passesUnknownModels);
    if (provider.isUserMade)
        object.set("isUserMade", true);
    if (provider.isLocal)
        object.set("isLocal", true);
    if (provider.allowPlainHttp)
        object.set("allowPlainHttp", true);
    Json models;
    for (const Model &model : provider.models)
        models.append(modelJson(model, provider.traits));
    object.setIfPresent("models", models);
    return object.toJson();
}

} // namespace omni::catalog
