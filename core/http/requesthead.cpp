// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/requesthead.h"

#include <array>

namespace omni::http {

namespace {

constexpr std::array<const char *, 7> MethodNames{"GET",   "HEAD",   "POST",   "PUT",
                                                  "PATCH", "DELETE", "OPTIONS"};
constexpr qsizetype KeptBytes = 4 << 10;

} // namespace

QByteArrayView methodName(Method method)
{
    return QByteArrayView(MethodNames.at(size_t(method)));
}

QByteArrayView RequestHead::value(QByteArrayView name) const
{
    for (const Field &field : fields) {
        if (qsizetype(field.name.size) == name.size() && equalsIgnoringCase(view(field.name), name))
            return view(field.value);
    }
    return {};
}

int RequestHead::count(QByteArrayView name) const
{
    int found = 0;
    for (const Field &field : fields)
        found += equalsIgnoringCase(view(field.name), name) ? 1 : 0;
    return found;
}

void RequestHead::clear()
{
    QByteArray kept = std::move(bytes);
    *this = RequestHead();
    if (kept.capacity() <= KeptBytes) {
        kept.resize(0);
        bytes = std::move(kept);
    }
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), b.data(), size_t(a.size())) == 0;
}

bool listHas(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView item = comma < 0 ? list : list.first(comma);
        if (equalsIgnoringCase(trimmedBlanks(item), token))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

} // namespace omni::http
