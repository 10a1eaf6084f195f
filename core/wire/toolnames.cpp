// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/toolnames.h"

#include <QCryptographicHash>

#include <algorithm>

namespace omni::wire {

namespace {

constexpr char PackedIdPrefix[] = "omr_";
constexpr int HashLength = 8;
constexpr int MadeIdLength = 24;

/// `_` counts as one.
constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

constexpr bool isLegal(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
}

bool isLegal(const QByteArray &text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return isLegal(c); });
}

QByteArray withHash(QByteArray cleaned, const QByteArray &name, int maxLength, int salt)
{
    const QByteArray input = salt == 0 ? name : name + '#' + QByteArray::number(salt);
    const QByteArray hash =
        QCryptographicHash::hash(input, QCryptographicHash::Sha1).toHex().left(HashLength);
    cleaned.truncate(maxLength - HashLength - 1);
    return cleaned + '_' + hash;
}

} // namespace

QByteArray ToolNames::legal(const QByteArray &nameSpace, const QByteArray &name, bool isFreeForm)
{
    const QByteArray key = nameSpace.isEmpty() ? name : nameSpace + '\0' + name;
    if (const auto known = m_legal.constFind(key); known != m_legal.constEnd())
        return *known;
    QByteArray result = flatToolName(nameSpace, name);
    std::replace_if(
        result.begin(), result.end(),
        [this](char c) { return !isLegal(c) && !m_alsoLegal.contains(c); }, '_');
    if (result.isEmpty())
        result = "tool";
    if (m_start == Start::Letter && !isLetter(result.front()))
        result.prepend('_');
    const QByteArray cleaned = result;
    if (result.size() > m_maxLength)
        result = withHash(cleaned, key, m_maxLength, 0);
    for (int salt = 0; m_owners.contains(result); ++salt)
        result = withHash(cleaned, key, m_maxLength, salt);
    m_owners.insert(result, key);
    m_legal.insert(key, result);
    if (result != name || isFreeForm)
        m_renamed.append({result, name, nameSpace, isFreeForm});
    return result;
}

QByteArray ToolNames::chosen(const QByteArray &name)
{
    const auto found = std::find_if(m_renamed.begin(), m_renamed.end(),
                                    [&](const RenamedTool &tool) { return tool.name == name; });
    return found == m_renamed.end() ? legal(name) : found->sent;
}

QByteArray legalCallId(const QByteArray &id)
{
    if (isLegal(id) && !id.startsWith(PackedIdPrefix))
        return id;
    return PackedIdPrefix +
           id.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray originalCallId(const QByteArray &id)
{
    if (!id.startsWith(PackedIdPrefix))
        return id;
    const auto packed = QByteArray::fromBase64Encoding(
        id.mid(qsizetype(sizeof(PackedIdPrefix)) - 1),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const bool isOurs = packed && !packed.decoded.isEmpty() && packed.decoded.isValidUtf8();
    return isOurs ? packed.decoded : id;
}

QByteArray callIdOfLength(const QByteArray &id, int length)
{
    const auto isAlphanumeric = [](char c) { return isLegal(c) && c != '_' && c != '-'; };
    if (length <= 0 || (id.size() == length && std::all_of(id.begin(), id.end(), isAlphanumeric)))
        return id;
    return QCryptographicHash::hash(id, QCryptographicHash::Sha1).toHex().left(length);
}

QByteArray makeCallId(QByteArrayView prefix, QByteArrayView answerId, int position,
                      QByteArrayView name)
{
    QByteArray seed = answerId.toByteArray();
    seed += '\n' + QByteArray::number(position) + '\n';
    seed.append(name);
    return prefix.toByteArray() +
           QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex().left(MadeIdLength);
}

} // namespace omni::wire
