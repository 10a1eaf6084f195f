// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/customprovider.h"

#include "core/control/baseurl.h"
#include "core/wire/formats.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::ErrorCode;
using catalog::Provider;
using chat::Format;

namespace {

base::Failure wrong(const QString &text)
{
    return base::fail(ErrorCode::InvalidRequest, text);
}

base::Result<void> checkHeaders(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    static const QRegularExpression name(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"_s);
    static const QRegularExpression value(u"^[\\t\\x20-\\x7e]*$"_s);
    for (const auto &[key, text] : headers) {
        if (!name.match(QString::fromLatin1(key)).hasMatch() ||
            !value.match(QString::fromLatin1(text)).hasMatch())
            return wrong(u"\"%1\" is no good header; write it as NAME:VALUE."_s.arg(
                QString::fromLatin1(key)));
    }
    return {};
}

/// What the formats have in common with all their servers.
void describe(Provider &provider)
{
    provider.modelsPath = "/models";
    provider.modelsKey = "data";
    switch (*provider.format) {
    case Format::Anthropic:
        provider.chatPath = "/messages";
        provider.countTokensPath = "/messages/count_tokens";
        provider.keyHeader = "x-api-key";
        provider.keyPrefix.clear();
        provider.headers.prepend({"anthropic-version", "2023-06-01"});
        break;
    case Format::OpenAiResponses:
        provider.chatPath = "/responses";
        break;
    case Format::Gemini:
        provider.chatPath = "/models/{model}:generateContent";
        provider.streamPath = "/models/{model}:streamGenerateContent?alt=sse";
        provider.countTokensPath = "/models/{model}:countTokens";
        provider.modelsPath = "/models?pageSize=1000";
        provider.modelsKey = "models";
        provider.keyHeader = "x-goog-api-key";
        provider.keyPrefix.clear();
        break;
    default:
        provider.chatPath = "/chat/completions";
        break;
    }
}

} // namespace

base::Result<Provider> customProvider(const auth::CustomProviderDraft &draft,
                                      const catalog::Catalog &catalog)
{
    static const QRegularExpression good(u"^[a-z0-9][a-z0-9._-]{0,31}$"_s);
    const QString prefix = draft.prefix.trimmed();
    if (!good.match(prefix).hasMatch())
        return wrong(u"The prefix \"%1\" does not fit: use up to 32 small letters, digits and "
                     ". _ - as in lab (--prefix)."_s.arg(prefix));
    if (const Provider *other = catalog.findByPrefix(prefix))
        return wrong(
            u"The prefix \"%1\" belongs to %2; choose another."_s.arg(prefix, other->name));
    if (compatibleFormat(prefix))
        return wrong(u"\"%1\" means something else already; choose another prefix."_s.arg(prefix));
    if (draft.baseUrl.isEmpty())
        return wrong(u"A provider of your own needs its address: --base-url, with the version "
                     "path, as in https://api.example.com/v1."_s);
    if (auto fine = checkBaseUrl(draft.baseUrl, draft.allowPlainHttp); !fine)
        return base::fail(fine.error());
    if (auto fine = checkHeaders(draft.headers); !fine)
        return base::fail(fine.error());
    if (!wire::codecFor(draft.format))
        return base::fail(ErrorCode::Unsupported,
                          u"This version does not speak %1 yet."_s.arg(
                              QString::fromLatin1(chat::formatName(draft.format))));
    Provider provider;
    provider.id = catalog::ProviderId(prefix);
    provider.prefix = prefix;
    provider.name = draft.name.trimmed().isEmpty() ? prefix : draft.name.trimmed();
    provider.auth = {catalog::AuthKind::ApiKey};
    provider.format = draft.format;
    provider.baseUrl = draft.baseUrl;
    QString path = provider.baseUrl.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    provider.baseUrl.setPath(path);
    provider.headers = draft.headers;
    provider.isUserMade = true;
    provider.isLocal = isOnThisComputer(draft.baseUrl);
    describe(provider);
    return provider;
}

std::optional<Format> compatibleFormat(const QString &word)
{
    if (word == "openai-compatible"_L1)
        return Format::OpenAiChat;
    if (word == "anthropic-compatible"_L1)
        return Format::Anthropic;
    if (word == "gemini-compatible"_L1)
        return Format::Gemini;
    return std::nullopt;
}

} // namespace omni::control
