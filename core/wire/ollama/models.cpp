// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/ollama/models.h"

#include "core/base/json.h"
#include "core/wire/jsonout.h"

#include <QCryptographicHash>

namespace omni::wire::ollama {

using base::Json;

namespace {

/// The newest whose interface is spoken here in full.
constexpr char Version[] = "0.12.6";
constexpr char UnknownFamily[] = "omniroute";

QByteArray familyOf(const Model &model)
{
    return model.family.isEmpty() ? QByteArray(UnknownFamily) : model.family;
}

Json detailsOf(const Model &model)
{
    return Json::object({{"parent_model", ""},
                         {"format", "gguf"},
                         {"family", familyOf(model)},
                         {"families", Json::array({familyOf(model)})},
                         {"parameter_size", ""},
                         {"quantization_level", ""}});
}

QByteArray modifiedAt(const Model &model)
{
    return createdAt({}, model.modifiedSeconds);
}

/// Some clients key their caches by it, so it must be there and never change.
QByteArray digestOf(const Model &model)
{
    return QCryptographicHash::hash(model.name, QCryptographicHash::Sha256).toHex();
}

} // namespace

QByteArray encodeTags(const QList<Model> &models)
{
    Json list = Json::array();
    for (const Model &model : models)
        list.append(Json::object({{"name", model.name},
                                  {"model", model.name},
                                  {"modified_at", modifiedAt(model)},
                                  {"size", 0},
                                  {"digest", digestOf(model)},
                                  {"details", detailsOf(model)}}));
    return Json::object({{"models", std::move(list)}}).toJson();
}

QByteArray encodeShow(const Model &model)
{
    const QByteArray family = familyOf(model);
    Json info = Json::object({{"general.architecture", family}, {"general.basename", model.name}});
    if (model.contextLength > 0)
        info.set(family + ".context_length", model.contextLength);
    Json capabilities = Json::array({"completion"});
    if (model.takesTools)
        capabilities.append("tools");
    if (model.takesImages)
        capabilities.append("vision");
    if (model.thinks)
        capabilities.append("thinking");
    return Json::object({{"license", ""},
                         {"modelfile", ""},
                         {"parameters", ""},
                         {"template", ""},
                         {"details", detailsOf(model)},
                         {"model_info", std::move(info)},
                         {"capabilities", std::move(capabilities)},
                         {"modified_at", modifiedAt(model)}})
        .toJson();
}

QByteArray encodeRunning()
{
    return Json::object({{"models", Json::array()}}).toJson();
}

QByteArray encodeVersion()
{
    return Json::object({{"version", Version}}).toJson();
}

QByteArray shownModel(QByteArrayView body)
{
    const Json json = Json::parse(body).value_or(Json());
    const QByteArray &model = json["model"].toBytes();
    return model.isEmpty() ? json["name"].toBytes() : model;
}

std::optional<LoadWish> loadWish(QByteArrayView body, Form form)
{
    // Requests with something in them are long: most are not even parsed.
    constexpr qsizetype Longest = 4096;
    if (body.size() > Longest)
        return std::nullopt;
    const auto json = Json::parse(body);
    if (!json || (*json)["model"].toBytes().isEmpty())
        return std::nullopt;
    const bool saysNothing =
        form == Form::Chat ? (*json)["messages"].size() == 0
                           : (*json)["prompt"].toBytes().isEmpty() && (*json)["images"].size() == 0;
    // A wrong type is for the codec to complain about.
    const Json &said = (*json)[form == Form::Chat ? "messages" : "prompt"];
    if (!saysNothing || !(said.isNull() || said.isArray() == (form == Form::Chat)))
        return std::nullopt;
    const Json &keep = (*json)["keep_alive"];
    const bool isZero = (keep.isNumber() && keep.toDouble() == 0) || keep.toBytes() == "0";
    return LoadWish{(*json)["model"].toBytes(), form, isZero};
}

QByteArray encodeLoaded(const LoadWish &wish)
{
    QByteArray body;
    JsonOut out(body);
    out.beginObject();
    out.textMember("model", wish.model);
    out.textMember("created_at", createdAt({}, 0));
    if (wish.form == Form::Chat)
        out.key("message").raw(R"({"role":"assistant","content":""})");
    else
        out.textMember("response", "");
    out.textMember("done_reason", wish.isUnload ? "unload" : "load");
    out.key("done").boolean(true);
    out.endObject();
    return body + '\n';
}

} // namespace omni::wire::ollama
