// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/gemini/partialargs.h"

namespace omni::wire::gemini {

using base::Json;

namespace {

/// More than any honest call has; a wild index must not fill the memory.
constexpr qsizetype LargestIndex = 4096;
constexpr qsizetype DeepestPath = 64;

Json valueOf(const Json &piece)
{
    for (const char *key : {"stringValue", "numberValue", "boolValue"}) {
        if (piece.contains(key))
            return piece[key];
    }
    return {};
}

} // namespace

void PartialArgs::add(const Json &pieces)
{
    for (const Json &piece : pieces.items()) {
        const Path path = parse(piece["jsonPath"].toBytes());
        if (path.isEmpty())
            continue;
        const Json value = valueOf(piece);
        const bool grows = piece["willContinue"].toBool();
        if (!m_leaves.isEmpty() && m_leaves.last().grows && m_leaves.last().path == path &&
            value.isString()) {
            Leaf &last = m_leaves.last();
            last.value = Json(last.value.toBytes() + value.toBytes());
            last.grows = grows;
        } else {
            m_leaves.append({path, value, grows});
        }
    }
}

Json PartialArgs::whole() const
{
    Json root = Json::object();
    for (const Leaf &leaf : m_leaves)
        put(root, leaf.path, 0, leaf.value);
    return root;
}

/// `$.a.b[0].c` and `$['a b'][0]`; empty for anything else.
PartialArgs::Path PartialArgs::parse(const QByteArray &text)
{
    Path path;
    qsizetype at = text.startsWith('$') ? 1 : 0;
    while (at < text.size() && path.size() <= DeepestPath) {
        qsizetype end = at + 1;
        if (text[at] == '[') {
            const bool quoted = end < text.size() && (text[end] == '\'' || text[end] == '"');
            const qsizetype close = quoted ? text.indexOf(QByteArray(1, text[end]) + ']', end + 1)
                                           : text.indexOf(']', end);
            if (close < 0)
                return {};
            const QByteArray inner =
                quoted ? text.mid(end + 1, close - end - 1) : text.mid(end, close - end);
            bool isNumber = false;
            const qsizetype index = quoted ? -1 : inner.toLongLong(&isNumber);
            if (!quoted && (!isNumber || index < 0 || index > LargestIndex))
                return {};
            path.append({quoted ? inner : QByteArray(), index});
            at = close + (quoted ? 2 : 1);
            continue;
        }
        const qsizetype begin = text[at] == '.' ? end : at;
        end = begin;
        while (end < text.size() && text[end] != '.' && text[end] != '[')
            ++end;
        if (end == begin)
            return {};
        path.append({text.mid(begin, end - begin), -1});
        at = end;
    }
    return path.size() > DeepestPath ? Path() : path;
}

void PartialArgs::put(Json &node, const Path &path, qsizetype at, const Json &value)
{
    if (at == path.size()) {
        node = value;
        return;
    }
    const Step &step = path[at];
    if (step.index < 0) {
        Json child = node[QByteArrayView(step.key)];
        put(child, path, at + 1, value);
        node.set(step.key, child);
        return;
    }
    Json::Array items = node.items();
    while (items.size() <= step.index)
        items.append(Json());
    put(items[step.index], path, at + 1, value);
    node = Json(items);
}

} // namespace omni::wire::gemini
