// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/mediatype.h"

#include "core/http/requesthead.h"

namespace omni::http {

bool isJsonInUtf8(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = semicolon < 0 ? contentType : contentType.first(semicolon);
    if (!equalsIgnoringCase(trimmedBlanks(type), "application/json"))
        return false;
    QByteArrayView rest = semicolon < 0 ? QByteArrayView() : contentType.sliced(semicolon + 1);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf(';');
        const QByteArrayView parameter = trimmedBlanks(end < 0 ? rest : rest.first(end));
        constexpr QByteArrayView Charset("charset=");
        if (parameter.size() >= Charset.size() &&
            equalsIgnoringCase(parameter.first(Charset.size()), Charset)) {
            QByteArrayView value = parameter.sliced(Charset.size());
            if (value.size() > 1 && value.startsWith('"') && value.endsWith('"'))
                value = value.sliced(1).chopped(1);
            if (!equalsIgnoringCase(value, "utf-8") && !equalsIgnoringCase(value, "utf8"))
                return false;
        }
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
    return true;
}

} // namespace omni::http
