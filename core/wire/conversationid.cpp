// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/conversationid.h"

#include <QUuid>

namespace omni::wire {

namespace {

QByteArray beginningOf(const chat::ChatRequest &request)
{
    QByteArray text;
    for (const chat::Message &message : request.messages) {
        for (const chat::Part &part : message.parts) {
            if (const auto *said = part.as<chat::TextPart>())
                text += said->text + '\n';
        }
        if (message.role == chat::Role::User)
            break;
    }
    return text;
}

} // namespace

QByteArray conversationId(const chat::ChatRequest &request, const QByteArray &salt)
{
    const QByteArray seed =
        request.cacheKey.isEmpty() ? request.model + '\n' + beginningOf(request) : request.cacheKey;
    return QUuid::createUuidV5(QUuid(), salt.isEmpty() ? seed : seed + '\0' + salt)
        .toByteArray(QUuid::WithoutBraces);
}

} // namespace omni::wire
