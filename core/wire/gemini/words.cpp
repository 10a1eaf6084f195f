// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/words.h"

#include "core/wire/reasoningcarrier.h"

namespace omni::wire::gemini {

using base::Json;

namespace {

QByteArray camel(const QByteArray &key)
{
    QByteArray out;
    out.reserve(key.size());
    bool up = false;
    for (const char c : key) {
        if (c == '_' && !out.isEmpty()) {
            up = true;
            continue;
        }
        out += up && c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        up = false;
    }
    return out;
}

} // namespace

Json camelKeys(const Json &object)
{
    const auto &members = object.members();
    const bool isCamel =
        std::none_of(members.begin(), members.end(),
                     [](const base::JsonMember &member) { return member.key.contains('_'); });
    if (isCamel)
        return object;
    Json out = Json::object();
    for (const base::JsonMember &member : members)
        out.set(camel(member.key), member.value);
    return out;
}

bool isGoogleFile(const QByteArray &uri)
{
    return uri.startsWith("gs://") || uri.startsWith("files/") ||
           uri.startsWith("https://generativelanguage.googleapis.com/");
}

QByteArray packSignature(const chat::ReasoningPart &part)
{
    return packReasoning(part).toBase64();
}

bool unpackSignature(const QByteArray &signature, chat::ReasoningPart &part)
{
    if (!signature.startsWith(PackedCarrierMark))
        return false;
    QByteArray plain = signature;
    plain.replace('-', '+').replace('_', '/');
    return unpackReasoning(QByteArray::fromBase64(plain), part);
}

} // namespace omni::wire::gemini
