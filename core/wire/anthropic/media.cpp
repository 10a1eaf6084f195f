// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/anthropic/media.h"

#include "core/wire/media.h"

#include <algorithm>
#include <array>

namespace omni::wire::anthropic {

using chat::MediaKind;
using chat::MediaPart;

namespace {

constexpr std::array ImageTypes{"image/jpeg", "image/png", "image/gif", "image/webp"};
constexpr std::array TextTypes{"application/json", "application/xml", "application/javascript",
                               "application/x-yaml", "application/yaml"};

template<size_t N>
bool isOneOf(const QByteArray &type, const std::array<const char *, N> &types)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

base::Failure unsupported(const FieldPath &where, const QString &why)
{
    const QString field = QString::fromUtf8(where.text());
    return base::fail({.code = base::ErrorCode::Unsupported,
                       .detail = field + QStringLiteral(": ") + why,
                       .field = field});
}

base::Result<MediaPart> legalImage(MediaPart media, const FieldPath &where)
{
    if (media.data.isEmpty())
        return media;
    // The API compares the type with the bytes and refuses a wrong one.
    const QByteArray real = mediaTypeOf(media.data);
    if (!real.isEmpty())
        media.mediaType = real;
    else if (media.mediaType == "image/jpg")
        media.mediaType = "image/jpeg";
    if (!isOneOf(media.mediaType, ImageTypes))
        return unsupported(where, QStringLiteral("Anthropic takes JPEG, PNG, GIF and WebP images, "
                                                 "not \"%1\"")
                                      .arg(QString::fromUtf8(media.mediaType)));
    return media;
}

base::Result<MediaPart> legalFile(MediaPart media, const FieldPath &where)
{
    if (media.data.isEmpty())
        return media;
    const QByteArray real = mediaTypeOf(media.data);
    if (real == "application/pdf" || media.mediaType == "application/pdf") {
        media.mediaType = "application/pdf";
        return media;
    }
    if (isOneOf(real, ImageTypes)) {
        media.kind = MediaKind::Image;
        return legalImage(std::move(media), where);
    }
    if (media.mediaType.startsWith("text/") || isOneOf(media.mediaType, TextTypes)) {
        media.text = QByteArray::fromBase64(media.data);
        // A file in some old encoding: readable but for its accents, instead of broken JSON.
        if (!media.text.isValidUtf8())
            media.text = QString::fromUtf8(media.text).toUtf8();
        media.data.clear();
        media.mediaType = "text/plain";
        return media;
    }
    return unsupported(where, QStringLiteral("Anthropic takes PDF and text files, not \"%1\"")
                                  .arg(QString::fromUtf8(media.mediaType)));
}

} // namespace

base::Result<MediaPart> legalMedia(MediaPart media, const FieldPath &where)
{
    if (media.kind == MediaKind::Audio || media.kind == MediaKind::Video)
        return unsupported(where, QStringLiteral("Anthropic takes no audio and no video"));
    for (const QByteArray &text : {media.url, media.data}) {
        if (auto split = splitDataUrl(text)) {
            media.url.clear();
            media.data = split->data;
            if (!split->mediaType.isEmpty())
                media.mediaType = split->mediaType;
            break;
        }
    }
    if (!media.url.isEmpty() && !media.url.startsWith("https://") &&
        !media.url.startsWith("http://"))
        return unsupported(where, QStringLiteral("Anthropic fetches http and https URLs only"));
    // OpenAI's file ids mean nothing to anybody else.
    if (media.fileId.startsWith("file-"))
        return unsupported(where, QStringLiteral("the file was uploaded to another provider"));
    return media.kind == MediaKind::Image ? legalImage(std::move(media), where)
                                          : legalFile(std::move(media), where);
}

} // namespace omni::wire::anthropic
