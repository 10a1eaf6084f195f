// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <initializer_list>
#include <utility>
#include <variant>

namespace omni::base {

class Json;
struct JsonMember;

/// A JSON value as it was written: members keep their order and may repeat, numbers keep their
/// text. Strings are UTF-8. Copies share their content.
class Json
{
public:
    enum class Type
    {
        Null,
        Bool,
        Number,
        String,
        Array,
        Object
    };
    using Array = QList<Json>;
    using Object = QList<JsonMember>;

    Json() = default;
    Json(std::nullptr_t) {}
    Json(bool value)
        : m_value(value)
    {}
    Json(int value);
    Json(qint64 value);
    Json(double value);
    Json(QByteArray text)
        : m_value(std::move(text))
    {}
    Json(const char *text)
        : m_value(QByteArray(text))
    {}
    Json(const QString &text)
        : m_value(text.toUtf8())
    {}
    Json(Array items);
    Json(Object members);

    /// A number exactly as written, e.g. `1.0`. The text must be a valid JSON number.
    [[nodiscard]] static Json number(QByteArray text);
    [[nodiscard]] static Json array(std::initializer_list<Json> items = {});
    [[nodiscard]] static Json object(std::initializer_list<JsonMember> members = {});

    [[nodiscard]] Type type() const { return Type(m_value.index()); }
    [[nodiscard]] bool isNull() const { return type() == Type::Null; }
    [[nodiscard]] bool isBool() const { return type() == Type::Bool; }
    [[nodiscard]] bool isNumber() const { return type() == Type::Number; }
    [[nodiscard]] bool isString() const { return type() == Type::String; }
    [[nodiscard]] bool isArray() const { return type() == Type::Array; }
    [[nodiscard]] bool isObject() const { return type() == Type::Object; }

    /// The value, or the fallback when the type is another.
    [[nodiscard]] bool toBool(bool fallback = false) const;
    /// Also for `3.0` and `3e2`; the fallback when it is no whole number in range.
    [[nodiscard]] qint64 toInt(qint64 fallback = 0) const;
    [[nodiscard]] std::optional<qint64> asInt() const;
    [[nodiscard]] double toDouble(double fallback = 0) const;
    /// Empty when it is no string.
    [[nodiscard]] const QByteArray &toBytes() const;
    [[nodiscard]] QString toText() const { return QString::fromUtf8(toBytes()); }
    /// The number as written; empty when it is no number.
    [[nodiscard]] const QByteArray &numberText() const;

    /// The items; an empty list when it is no array.
    [[nodiscard]] const Array &items() const;
    /// The members in order; an empty list when it is no object.
    [[nodiscard]] const Object &members() const;
    /// Items or members; 0 for anything else.
    [[nodiscard]] qsizetype size() const;

    /// The member's value (the last one when the key repeats), or null.
    [[nodiscard]] const Json &operator[](QByteArrayView key) const;
    [[nodiscard]] const Json &operator[](const char *key) const
    {
        return (*this)[QByteArrayView(key)];
    }
    /// The item, or null when there is none.
    [[nodiscard]] const Json &at(qsizetype index) const;
    [[nodiscard]] bool contains(QByteArrayView key) const;

    /// Makes it an object when it was null; replaces the member in its place or adds it at the end.
    void set(QByteArrayView key, Json value);
    /// Like `set` when the value is not null; does nothing otherwise.
    void setIfPresent(QByteArrayView key, Json value);
    /// Removes and returns the member; null when there was none. For codecs that keep what is left
    /// over.
    Json take(QByteArrayView key);
    void remove(QByteArrayView key);
    /// Makes it an array when it was null.
    void append(Json value);

    /// Compact text, members in order, numbers as written.
    [[nodiscard]] QByteArray toJson() const;
    void appendTo(QByteArray &out) const;

    struct ParseOptions
    {
        int maxDepth = 512;
        /// For our own control inputs; relayed JSON may repeat keys.
        bool refuseDuplicateKeys = false;
    };
    /// One JSON text with nothing behind it. Refuses invalid UTF-8, a BOM, half a surrogate pair, a
    /// number beyond a double's range, and deeper nesting than allowed. The error's detail has the
    /// byte offset.
    [[nodiscard]] static Result<Json> parse(QByteArrayView text, const ParseOptions &options);
    [[nodiscard]] static Result<Json> parse(QByteArrayView text)
    {
        return parse(text, ParseOptions());
    }

    bool operator==(const Json &other) const;

private:
    struct NumberText
    {
        QByteArray text;
        bool operator==(const NumberText &) const = default;
    };
    std::variant<std::nullptr_t, bool, NumberText, QByteArray, Array, Object> m_value{nullptr};
};

struct JsonMember
{
    QByteArray key;
    Json value;

    bool operator==(const JsonMember &) const = default;
};

/// Appends the text as a JSON string with its quotes.
void appendJsonString(QByteArray &out, QByteArrayView text);

} // namespace omni::base
