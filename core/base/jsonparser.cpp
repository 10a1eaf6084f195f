// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

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

constexpr unsigned Flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                           rapidjson::kParseNumbersAsStringsFlag;

} // namespace

Result<Json> Json::parse(QByteArrayView text, const ParseOptions &options)
{
    rapidjson::MemoryStream input(text.data(), size_t(text.size()));
    rapidjson::Reader reader;
    TreeBuilder builder(options);
    const auto outcome = reader.Parse<Flags>(input, builder);
    // The reader takes a NUL behind the value for the end of the text.
    if (!outcome.IsError() && input.Tell() == size_t(text.size()))
        return builder.take();
    if (!outcome.IsError())
        return fail(ErrorCode::InvalidRequest,
                    QStringLiteral("no valid JSON at byte %1: a NUL").arg(input.Tell()));
    const QString why = builder.complaint().isEmpty()
                            ? QString::fromLatin1(rapidjson::GetParseError_En(outcome.Code()))
                            : builder.complaint();
    return fail(ErrorCode::InvalidRequest,
                QStringLiteral("no valid JSON at byte %1: %2").arg(outcome.Offset()).arg(why));
}

} // namespace omni::base
