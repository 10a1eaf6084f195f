// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/media.h"

#include <array>

namespace omni::wire {

namespace {

struct Magic
{
    const char *base64; ///< of the first bytes, so that nothing needs decoding
    const char *mediaType;
};

constexpr std::array<Magic, 10> Magics{{
    {"iVBORw0KGgo", "image/png"},
    {"/9j/", "image/jpeg"},
    {"R0lGOD", "image/gif"},
    {"JVBERi", "application/pdf"},
    {"SUQz", "audio/mpeg"},
    {"//uQ", "audio/mpeg"},
    {"T2dnUw", "audio/ogg"},
    {"ZkxhQ", "audio/flac"},
    {"Qk0", "image/bmp"},
    {"PHN2Zy", "image/svg+xml"},
}};

struct Suffix
{
    const char *suffix;
    const char *mediaType;
};

constexpr std::array<Suffix, 18> Suffixes{{
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"heic", "image/heic"},
    {"pdf", "application/pdf"},
    {"txt", "text/plain"},
    {"md", "text/markdown"},
    {"html", "text/html"},
    {"csv", "text/csv"},
    {"json", "application/json"},
    {"mp3", "audio/mpeg"},
    {"wav", "audio/wav"},
    {"mp4", "video/mp4"},
    {"mov", "video/quicktime"},
    {"webm", "video/webm"},
    {"ogg", "audio/ogg"},
}};

} // namespace

std::optional<DataUrl> splitDataUrl(QByteArrayView url)
{
    constexpr QByteArrayView Scheme("data:");
    constexpr QByteArrayView Base64(";base64");
    if (url.size() < Scheme.size() ||
        url.first(Scheme.size()).compare(Scheme, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const qsizetype comma = url.indexOf(',');
    if (comma < 0)
        return std::nullopt;
    QByteArrayView head = url.sliced(Scheme.size(), comma - Scheme.size());
    if (!head.endsWith(Base64))
        return std::nullopt;
    head.chop(Base64.size());
    // Parameters such as `;charset=utf-8` say nothing of the kind of media.
    const qsizetype semicolon = head.indexOf(';');
    if (semicolon >= 0)
        head.truncate(semicolon);
    return DataUrl{head.toByteArray().toLower(), url.sliced(comma + 1).toByteArray()};
}

QByteArray makeDataUrl(QByteArrayView mediaType, QByteArrayView base64)
{
    QByteArray out;
    out.reserve(mediaType.size() + base64.size() + 16);
    out += "data:";
    out.append(mediaType.isEmpty() ? QByteArrayView("application/octet-stream") : mediaType);
    out += ";base64,";
    out.append(base64);
    return out;
}

QByteArray mediaTypeOf(QByteArrayView base64)
{
    for (const Magic &magic : Magics) {
        if (base64.startsWith(QByteArrayView(magic.base64)))
            return QByteArray(magic.mediaType);
    }
    // RIFF holds several formats; which one stands eight bytes further.
    if (base64.startsWith("UklGR") && base64.size() >= 16) {
        const QByteArray head = QByteArray::fromBase64(base64.first(16).toByteArray());
        if (head.sliced(8, 4) == "WEBP")
            return "image/webp";
        if (head.sliced(8, 4) == "WAVE")
            return "audio/wav";
    }
    return {};
}

QByteArray mediaTypeOfUrl(const QByteArray &url)
{
    QByteArray path = url;
    for (const char end : {'#', '?'}) {
        if (const qsizetype at = path.indexOf(end); at >= 0)
            path.truncate(at);
    }
    const QByteArray suffix = path.mid(path.lastIndexOf('.') + 1).toLower();
    for (const Suffix &known : Suffixes) {
        if (suffix == known.suffix)
            return known.mediaType;
    }
    return {};
}

QByteArray noteFor(const chat::MediaPart &media)
{
    constexpr std::array<const char *, 4> Kinds{"image", "file", "audio", "video"};
    const QByteArray kind(Kinds.at(size_t(media.kind)));
    const QByteArray what = !media.url.isEmpty()        ? media.url
                            : !media.fileName.isEmpty() ? media.fileName
                            : !media.fileId.isEmpty()   ? media.fileId
                                                        : media.mediaType;
    return '[' + kind + (what.isEmpty() ? QByteArray() : ": " + what) + ']';
}

} // namespace omni::wire
