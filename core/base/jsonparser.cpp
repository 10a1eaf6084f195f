// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/base/jsonbytes.h"

#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/stream.h>

#include <QVarLengthArray>

#include <cstring>

namespace omni::base {

namespace {

/// Builds the tree bottom-up: finished values wait on a stack until their container closes.
class TreeBuilder
{
public:
    explicit TreeBuilder(const Json::ParseOptions &options)
        : m_options(options)
    {}

    bool Null() { return put(Json()); }
    bool Bool(bool value) { return put(Json(value)); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool)
    {
        return put(Json::number(QByteArray(text, qsizetype(size))));
    }
    bool String(const char *text, rapidjson::SizeType size, bool)
    {
        return isWhole(text, size) && put(Json(QByteArray(text, qsizetype(size))));
    }
    bool Key(const char *text, rapidjson::SizeType size, bool)
    {
        if (!isWhole(text, size))
            return false;
        Level &level = m_levels.last();
        level.key = QByteArray(text, qsizetype(size));
        if (!m_options.refuseDuplicateKeys)
            return true;
        for (const JsonMember &member : level.members) {
            if (member.key == level.key) {
                m_complaint = QStringLiteral("the key \"%1\" stands twice")
                                  .arg(QString::fromUtf8(level.key.left(80)));
                return false;
            }
        }
        return true;
    }
    bool StartObject() { return open(); }
    bool StartArray() { return open(); }
    bool EndObject(rapidjson::SizeType)
    {
        Json value(std::move(m_levels.last().members));
        m_levels.removeLast();
        return put(std::move(value));
    }
    bool EndArray(rapidjson::SizeType)
    {
        Json value(std::move(m_levels.last().items));
        m_levels.removeLast();
        return put(std::move(value));
    }

    // The reader hands numbers over as text only.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

    [[nodiscard]] Json take() { return std::move(m_root); }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    struct Level
    {
        QByteArray key;
        Json::Array items;
        Json::Object members;
        bool isArray = false;
    };

    /// The reader writes the second half of a surrogate pair alone as if it were a character.
    bool isWhole(const char *text, size_t size)
    {
        const char *end = text + size;
        const auto *at = static_cast<const char *>(std::memchr(text, 0xed, size));
        while (at && at + 1 < end) {
            if (uchar(at[1]) >= 0xa0) {
                m_complaint = QStringLiteral("half a surrogate pair");
                return false;
            }
            at = static_cast<const char *>(std::memchr(at + 1, 0xed, size_t(end - at - 1)));
        }
        return true;
    }

    bool open()
    {
        if (m_levels.size() >= m_options.maxDepth) {
            m_complaint = QStringLiteral("nested deeper than %1 levels").arg(m_options.maxDepth);
            return false;
        }
        m_levels.append(Level());
        return true;
    }

    bool put(Json value)
    {
        if (m_levels.isEmpty()) {
            m_root = std::move(value);
            return true;
        }
        Level &level = m_levels.last();
        if (level.key.isNull())
            level.items.append(std::move(value));
        else
            level.members.append({std::move(level.key), std::move(value)});
        return true;
    }

    const Json::ParseOptions &m_options;
    QVarLengthArray<Level, 16> m_levels;
    Json m_root;
    QString m_complaint;
};

// In place the reader skips plain text sixteen bytes at a time and copies nothing. It would check
// UTF-8 byte by byte; that is done before, at once.
constexpr unsigned Flags = rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag |
                           rapidjson::kParseNumbersAsStringsFlag;
/// The reader looks at whole blocks of this size.
constexpr qsizetype Block = 16;

qsizetype firstBadUtf8(QByteArrayView text)
{
    const char *end = text.end();
    for (const char *at = text.begin(); at < end; ++at) {
        if (uchar(*at) < 0x80)
            continue;
        const char *start = at;
        at = skipUtf8(at, end);
        if (!at)
            return start - text.begin();
        --at;
    }
    return text.size();
}

Failure noJson(qsizetype offset, const QString &why)
{
    return fail(ErrorCode::InvalidRequest,
                QStringLiteral("no valid JSON at byte %1: %2").arg(offset).arg(why));
}

} // namespace

Result<Json> Json::parse(QByteArrayView text, const ParseOptions &options)
{
    if (!text.isValidUtf8())
        return noJson(firstBadUtf8(text), QStringLiteral("the text is no valid UTF-8"));
    // These the reader lets pass inside a string when it skips by blocks (RapidJSON 1.1.0). They
    // are wrong everywhere.
    if (const char *control = findLateControl(text.begin(), text.end()); control != text.end())
        return noJson(control - text.begin(), QStringLiteral("a control character"));
    QVarLengthArray<char, 1024> buffer;
    buffer.reserve(text.size() + Block);
    buffer.append(text.data(), text.size());
    buffer.resize(text.size() + Block);
    std::memset(buffer.data() + text.size(), 0, size_t(Block));
    rapidjson::InsituStringStream input(buffer.data());
    rapidjson::Reader reader;
    TreeBuilder builder(options);
    const auto outcome = reader.Parse<Flags>(input, builder);
    // The reader takes a NUL behind the value for the end of the text.
    if (!outcome.IsError() && input.Tell() == size_t(text.size()))
        return builder.take();
    if (!outcome.IsError())
        return noJson(qsizetype(input.Tell()), QStringLiteral("a NUL"));
    return noJson(qsizetype(outcome.Offset()),
                  builder.complaint().isEmpty()
                      ? QString::fromLatin1(rapidjson::GetParseError_En(outcome.Code()))
                      : builder.complaint());
}

} // namespace omni::base
