// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QVarLengthArray>

namespace omni::http {

enum class Method
{
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Options
};

[[nodiscard]] QByteArrayView methodName(Method method);

/// What the scanner found in the head of a request. Positions point into `bytes`, so that nothing
/// is copied; views are good until the connection's next request.
class RequestHead
{
public:
    struct Span
    {
        quint32 at = 0;
        quint32 size = 0;
    };
    struct Field
    {
        Span name;
        Span value;
    };
    enum class Body
    {
        None,
        Length,
        Chunked
    };

    QByteArray bytes; ///< the head as received, up to its empty line
    Method method = Method::Get;
    int minorVersion = 1; ///< of HTTP/1.x
    Span target;
    Span authority; ///< of an absolute-form target; else empty
    Span path;      ///< still percent-encoded; `*` for OPTIONS
    Span query;     ///< without `?`
    Span host;
    QVarLengthArray<Field, 32> fields;
    Body body = Body::None;
    qint64 contentLength = 0;
    bool keepAlive = true;
    bool expectsContinue = false;

    [[nodiscard]] QByteArrayView view(Span span) const
    {
        return QByteArrayView(bytes.constData() + span.at, qsizetype(span.size));
    }
    /// The first field of that name (any case), without outer blanks; null when there is none.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;
    /// How many fields have that name.
    [[nodiscard]] int count(QByteArrayView name) const;

    /// Ready for the next request; keeps its memory unless that is large.
    void clear();
};

/// Equal but for ASCII case.
[[nodiscard]] bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

/// A comma-separated list holds this token (any case).
[[nodiscard]] bool listHas(QByteArrayView list, QByteArrayView token);

/// Without spaces and tabs at both ends.
[[nodiscard]] QByteArrayView trimmedBlanks(QByteArrayView text);

} // namespace omni::http
