// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/headscanner.h"

#include <array>
#include <cstring>

namespace omni::http {

namespace {

constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (int c = '0'; c <= '9'; ++c)
        table[size_t(c)] = true;
    for (int c = 'a'; c <= 'z'; ++c)
        table[size_t(c)] = table[size_t(c - 'a' + 'A')] = true;
    for (const char c :
         {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[size_t(c)] = true;
    return table;
}

constexpr std::array<bool, 256> makeValueTable()
{
    std::array<bool, 256> table{};
    for (size_t c = 0; c < 256; ++c)
        table[c] = c == '\t' || (c >= 0x20 && c != 0x7f);
    return table;
}

constexpr auto TokenTable = makeTokenTable();
constexpr auto ValueTable = makeValueTable();

bool allIn(const std::array<bool, 256> &table, QByteArrayView text)
{
    for (const char c : text) {
        if (!table[uchar(c)])
            return false;
    }
    return true;
}

std::optional<Method> methodFromName(QByteArrayView name)
{
    for (int i = 0; i <= int(Method::Options); ++i) {
        if (methodName(Method(i)) == name)
            return Method(i);
    }
    return std::nullopt;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool parseLength(QByteArrayView text, qint64 &value)
{
    // 2^53 has 16 digits; longer ones only by leading zeros, which nobody honest writes.
    if (text.isEmpty() || text.size() > 16 || !std::all_of(text.begin(), text.end(), isDigit))
        return false;
    value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value <= (1LL << 53);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && allIn(TokenTable, text);
}

bool isFieldValue(QByteArrayView text)
{
    return allIn(ValueTable, text);
}

void HeadScanner::reset()
{
    m_state = State::Reading;
    m_fault = FrameFault::None;
    m_lineStart = 0;
    m_started = m_haveRequestLine = false;
    m_hosts = m_lengths = m_encodings = 0;
    m_encodingIsChunked = m_encodingIsList = m_close = m_keepAlive = false;
}

void HeadScanner::fail(FrameFault fault)
{
    m_state = State::Failed;
    m_fault = fault;
}

qsizetype HeadScanner::feed(QByteArrayView bytes, RequestHead &head)
{
    if (bytes.isEmpty() || m_state != State::Reading)
        return 0;
    if (!m_started) {
        m_started = true;
        // A TLS ClientHello starts with the record type "handshake".
        if (bytes.front() == '\x16') {
            fail(FrameFault::TlsOnPlainPort);
            return 0;
        }
    }
    qsizetype used = 0;
    while (m_state == State::Reading && used < bytes.size()) {
        const char *from = bytes.data() + used;
        const auto *end =
            static_cast<const char *>(std::memchr(from, '\n', size_t(bytes.size() - used)));
        const qsizetype piece = end ? end - from + 1 : bytes.size() - used;
        const qsizetype lineLimit =
            m_haveRequestLine ? m_limits.fieldBytes : m_limits.requestLineBytes;
        const qsizetype lineRoom = lineLimit + 2 - (head.bytes.size() - m_lineStart);
        const qsizetype headRoom = m_limits.headBytes - head.bytes.size();
        // The limit that a single byte after the other would meet first decides.
        if (piece > std::min(lineRoom, headRoom)) {
            if (headRoom < lineRoom)
                fail(FrameFault::HeadTooLong);
            else
                fail(m_haveRequestLine ? FrameFault::FieldTooLong : FrameFault::RequestLineTooLong);
            break;
        }
        head.bytes.append(from, piece);
        used += piece;
        if (end)
            takeLine(head, quint32(head.bytes.size()));
    }
    return used;
}

void HeadScanner::takeLine(RequestHead &head, quint32 end)
{
    const quint32 size = end - m_lineStart;
    const QByteArrayView line(head.bytes.constData() + m_lineStart, qsizetype(size));
    if (size < 2 || line[qsizetype(size) - 2] != '\r')
        return fail(FrameFault::BareLineEnd);
    const QByteArrayView text = line.first(qsizetype(size) - 2);
    if (text.contains('\r'))
        return fail(FrameFault::BareLineEnd);
    if (!m_haveRequestLine)
        takeRequestLine(head, text);
    else if (text.isEmpty())
        finish(head);
    else
        takeField(head, text);
    m_lineStart = end;
}

void HeadScanner::takeRequestLine(RequestHead &head, QByteArrayView line)
{
    m_haveRequestLine = true;
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first)
        return fail(FrameFault::BadRequestLine);
    const QByteArrayView version = line.sliced(last + 1);
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) ||
        version[6] != '.' || !isDigit(version[7]))
        return fail(FrameFault::BadRequestLine);
    if (version[5] != '1' || version[7] > '1')
        return fail(FrameFault::BadVersion);
    head.minorVersion = version[7] - '0';
    const auto method = methodFromName(line.first(first));
    if (!method)
        return fail(FrameFault::UnknownMethod);
    head.method = *method;
    takeTarget(head, quint32(first) + 1, quint32(last - first - 1));
}

void HeadScanner::takeTarget(RequestHead &head, quint32 at, quint32 size)
{
    head.target = {at, size};
    QByteArrayView rest = head.view(head.target);
    for (const char c : rest) {
        if (c <= 0x20 || c >= 0x7f || c == '#')
            return fail(FrameFault::BadTarget);
    }
    if (rest == "*" && head.method == Method::Options) {
        head.path = head.target;
        return;
    }
    constexpr QByteArrayView Scheme("http://");
    if (rest.size() > Scheme.size() && equalsIgnoringCase(rest.first(Scheme.size()), Scheme)) {
        const qsizetype slash = rest.indexOf('/', Scheme.size());
        const qsizetype stop = slash < 0 ? rest.size() : slash;
        head.authority = {at + quint32(Scheme.size()), quint32(stop - Scheme.size())};
        at += quint32(stop);
        rest = rest.sliced(stop);
    }
    if (!rest.startsWith('/'))
        return fail(FrameFault::BadTarget);
    if (rest.startsWith("//"))
        return fail(FrameFault::DoubleSlash);
    const qsizetype mark = rest.indexOf('?');
    head.path = {at, quint32(mark < 0 ? rest.size() : mark)};
    if (mark >= 0)
        head.query = {at + quint32(mark) + 1, quint32(rest.size() - mark - 1)};
}

void HeadScanner::takeField(RequestHead &head, QByteArrayView line)
{
    if (line.front() == ' ' || line.front() == '\t')
        return fail(FrameFault::FoldedField);
    if (head.fields.size() >= m_limits.fieldCount)
        return fail(FrameFault::TooManyFields);
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return fail(FrameFault::BadFieldName);
    const QByteArrayView value = trimmedBlanks(line.sliced(colon + 1));
    if (!isFieldValue(value))
        return fail(FrameFault::BadFieldValue);
    const RequestHead::Span name{m_lineStart, quint32(colon)};
    const RequestHead::Span span{quint32(value.data() - head.bytes.constData()),
                                 quint32(value.size())};
    head.fields.append({name, span});
    takeKnownField(head, line.first(colon), span);
}

void HeadScanner::takeKnownField(RequestHead &head, QByteArrayView name,
                                 RequestHead::Span valueSpan)
{
    const QByteArrayView value = head.view(valueSpan);
    switch (name.size()) {
    case 4:
        if (equalsIgnoringCase(name, "host")) {
            head.host = valueSpan;
            if (++m_hosts > 1)
                fail(FrameFault::SecondHost);
        }
        return;
    case 6:
        if (equalsIgnoringCase(name, "expect")) {
            if (!equalsIgnoringCase(value, "100-continue"))
                fail(FrameFault::UnknownExpectation);
            head.expectsContinue = true;
        }
        return;
    case 10:
        if (equalsIgnoringCase(name, "connection")) {
            m_close = m_close || listHas(value, "close");
            m_keepAlive = m_keepAlive || listHas(value, "keep-alive");
        }
        return;
    case 14:
        if (equalsIgnoringCase(name, "content-length"))
            takeLength(head, value);
        return;
    case 17:
        if (equalsIgnoringCase(name, "transfer-encoding"))
            takeEncoding(value);
        return;
    default:
        return;
    }
}

void HeadScanner::takeLength(RequestHead &head, QByteArrayView value)
{
    if (++m_lengths > 1)
        return fail(FrameFault::SecondLength);
    if (!parseLength(value, head.contentLength))
        fail(FrameFault::BadLength);
}

void HeadScanner::takeEncoding(QByteArrayView value)
{
    ++m_encodings;
    m_encodingIsList = m_encodingIsList || value.contains(',');
    m_encodingIsChunked = equalsIgnoringCase(value, "chunked");
}

void HeadScanner::finish(RequestHead &head)
{
    if (m_hosts == 0)
        return fail(FrameFault::MissingHost);
    if (m_encodings > 0) {
        if (m_lengths > 0)
            return fail(FrameFault::LengthAndEncoding);
        if (head.minorVersion == 0)
            return fail(FrameFault::EncodingOnOldVersion);
        if (m_encodings > 1 || m_encodingIsList)
            return fail(FrameFault::BadEncoding);
        if (!m_encodingIsChunked)
            return fail(FrameFault::UnknownEncoding);
        head.body = RequestHead::Body::Chunked;
    } else if (head.contentLength > 0) {
        head.body = RequestHead::Body::Length;
    }
    head.keepAlive = !m_close && (head.minorVersion == 1 || m_keepAlive);
    // A client of HTTP/1.0 does not know interim answers; without a body there is nothing to wait.
    head.expectsContinue =
        head.expectsContinue && head.minorVersion == 1 && head.body != RequestHead::Body::None;
    m_state = State::Complete;
}

} // namespace omni::http
