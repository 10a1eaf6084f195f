// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/router.h"

#include <algorithm>
#include <array>

namespace omni::http {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

constexpr QByteArrayView Beta("/v1beta");

/// `/v1` once or twice; of two `/v1beta` one stays, for there are paths that mean other things
/// without it.
QByteArrayView withoutVersion(QByteArrayView path)
{
    for (int i = 0; i < 2 && path.startsWith("/v1/"); ++i)
        path = path.sliced(3);
    if (path.startsWith(Beta) && path.sliced(Beta.size()).startsWith("/v1beta/"))
        path = path.sliced(Beta.size());
    return path;
}

/// Gemini's methods stand behind the model's name; they exist under `/v1` too.
bool namesGeminiMethod(QByteArrayView path)
{
    constexpr std::array<QByteArrayView, 3> Methods{":generateContent", ":streamGenerateContent",
                                                    ":countTokens"};
    return path.startsWith("/models/") &&
           std::any_of(Methods.begin(), Methods.end(),
                       [path](QByteArrayView method) { return path.endsWith(method); });
}

/// The path as the table has it, and the provider that stood in it.
QByteArrayView canonicalPath(QByteArrayView path, QByteArrayView &provider)
{
    path = withoutVersion(path);
    constexpr QByteArrayView Providers("/providers/");
    // A base URL that ends in /v1beta.
    if (path.startsWith(Beta) && path.sliced(Beta.size()).startsWith(Providers))
        path = path.sliced(Beta.size());
    if (path.startsWith(Providers)) {
        const qsizetype end = path.indexOf('/', Providers.size());
        if (end > Providers.size()) {
            provider = path.sliced(Providers.size(), end - Providers.size());
            path = withoutVersion(path.sliced(end));
        }
    }
    return path;
}

bool matches(QByteArrayView pattern, QByteArrayView path, QByteArrayView &argument)
{
    constexpr QByteArrayView Hole("{id}");
    const qsizetype at = pattern.indexOf(Hole);
    if (at < 0)
        return pattern == path;
    const QByteArrayView prefix = pattern.first(at);
    const QByteArrayView suffix = pattern.sliced(at + Hole.size());
    if (path.size() <= prefix.size() + suffix.size() || !path.startsWith(prefix) ||
        !path.endsWith(suffix))
        return false;
    argument = path.sliced(prefix.size()).chopped(suffix.size());
    return true;
}

void addMethod(QByteArray &list, Method method)
{
    if (!list.isEmpty())
        list += ", ";
    list += methodName(method);
    if (method == Method::Get)
        list += ", HEAD";
}

} // namespace

RouteMatch findRoute(std::span<const RouteRow> rows, Method method, QByteArrayView path)
{
    RouteMatch match;
    QByteArrayView provider;
    const QByteArrayView canonical = canonicalPath(path, provider);
    const Method wanted = method == Method::Head ? Method::Get : method;
    for (const RouteRow &row : rows) {
        QByteArrayView argument;
        // A public path has no variants: there is one door, and it is where everybody looks.
        const QByteArrayView tried = row.routeClass == RouteClass::Public ? path : canonical;
        if (!matches(row.pattern, tried, argument))
            continue;
        if (row.method != wanted) {
            addMethod(match.allow, row.method);
            continue;
        }
        match.row = &row;
        match.dialect = row.dialect;
        match.argument = percentDecoded(argument);
        if (!provider.isEmpty())
            match.forcedProvider = QString::fromUtf8(percentDecoded(provider));
        return match;
    }
    if (!match.allow.isEmpty())
        match.allow += ", OPTIONS";
    match.dialect = dialectOfPath(path);
    return match;
}

chat::Format dialectOfPath(QByteArrayView path)
{
    QByteArrayView provider;
    const QByteArrayView canonical = canonicalPath(path, provider);
    if (canonical.startsWith("/v1beta/") || namesGeminiMethod(canonical))
        return chat::Format::Gemini;
    if (canonical.startsWith("/api/"))
        return chat::Format::Ollama;
    if (canonical == "/messages" || canonical.startsWith("/messages/"))
        return chat::Format::Anthropic;
    if (canonical == "/responses" || canonical.startsWith("/responses/"))
        return chat::Format::OpenAiResponses;
    return chat::Format::OpenAiChat;
}

QByteArray percentDecoded(QByteArrayView text)
{
    if (!text.contains('%'))
        return text.toByteArray();
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return {};
        out += char(high * 16 + low);
        i += 2;
    }
    return out;
}

QByteArray queryValue(QByteArrayView query, QByteArrayView name)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        if (pair.size() > name.size() && pair.startsWith(name) && pair[name.size()] == '=')
            return percentDecoded(pair.sliced(name.size() + 1));
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return {};
}

} // namespace omni::http
