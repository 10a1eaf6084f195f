// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/heldsecrets.h"
#include "core/base/log.h"
#include "core/base/redactionscanner.h"

namespace omni::base {

namespace {

template<typename Text, typename View, typename Char>
Text redacted(const Text &text, const Text &stars)
{
    const View view(text);
    const RedactionScanner<Char> scanner(std::basic_string_view<Char>(
        reinterpret_cast<const Char *>(view.data()), size_t(view.size())));
    const HeldSecretsReader held;
    RedactionSpan byShape = scanner.next(0);
    RedactionSpan byValue = held.next(view, 0);
    Text out;
    qsizetype copied = 0;
    while (byShape.isFound() || byValue.isFound()) {
        const bool valueFirst =
            byValue.isFound() && (!byShape.isFound() || byValue.start <= byShape.start);
        RedactionSpan span = valueFirst ? byValue : byShape;
        const RedactionSpan &other = valueFirst ? byShape : byValue;
        // Where both overlap, the end of neither may stay readable.
        if (other.isFound() && other.start < span.end)
            span.end = std::max(span.end, other.end);
        out.append(view.sliced(copied, span.start - copied));
        out.append(stars);
        copied = span.end;
        if (byShape.isFound() && byShape.start < copied)
            byShape = scanner.next(copied);
        if (byValue.isFound() && byValue.start < copied)
            byValue = held.next(view, copied);
    }
    if (copied == 0)
        return text;
    out.append(view.sliced(copied));
    return out;
}

} // namespace

QString redact(const QString &text)
{
    return redacted<QString, QStringView, char16_t>(text, QStringLiteral("***"));
}

QByteArray redact(const QByteArray &text)
{
    return redacted<QByteArray, QByteArrayView, char>(text, QByteArrayLiteral("***"));
}

void registerSecret(const Secret &secret)
{
    holdSecret(secret.reveal());
}

void forgetSecret(const Secret &secret)
{
    releaseSecret(secret.reveal());
}

} // namespace omni::base
