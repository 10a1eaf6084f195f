// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/text/errortext.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace omni::ui::text {

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
public:
    static ErrorText ofRequest(base::ErrorCode code);
    static ErrorText ofUpstream(base::ErrorCode code);
};

ErrorText ErrorWords::ofRequest(base::ErrorCode code)
{
    using base::ErrorCode;
    switch (code) {
    case ErrorCode::InvalidRequest:
        return {QStringLiteral("E-REQ-01"), tr("The request is not valid."),
                tr("A value is missing or not allowed."), tr("Correct it and try again.")};
    case ErrorCode::Unauthorized:
        return {QStringLiteral("E-AUTH-01"), tr("The key was refused."),
                tr("It is wrong, expired or was revoked."), tr("Enter a valid key.")};
    case ErrorCode::Forbidden:
        return {QStringLiteral("E-AUTH-02"), tr("This is not allowed."),
                tr("The account or key may not do this."),
                tr("Use another account, or change what the key may do.")};
    case ErrorCode::NotFound:
        return {QStringLiteral("E-REQ-02"), tr("It does not exist."),
                tr("The name is wrong, or it was removed."), tr("Check the name.")};
    case ErrorCode::ContextTooLong:
        return {QStringLiteral("E-REQ-03"), tr("The conversation is too long for this model."),
                tr("It holds more tokens than the model can read."),
                tr("Shorten it, or use a model with a larger context.")};
    case ErrorCode::ContentRefused:
        return {QStringLiteral("E-REQ-04"), tr("The provider refused the content."),
                tr("Its safety rules forbid it."), tr("Word it differently.")};
    case ErrorCode::Cancelled:
        return {QStringLiteral("E-REQ-05"), tr("It was cancelled."),
                tr("The program or a person stopped it."), tr("Start it again if you need it.")};
    case ErrorCode::Unsupported:
        return {QStringLiteral("E-REQ-06"), tr("This is not supported."),
                tr("The provider or model cannot do it."), tr("Choose another model.")};
    default:
        return {QStringLiteral("E-INT-01"), tr("Something went wrong inside OmniRoute."),
                tr("This should not happen."),
                tr("Try again. If it comes back, report it with the details.")};
    }
}

ErrorText ErrorWords::ofUpstream(base::ErrorCode code)
{
    using base::ErrorCode;
    switch (code) {
    case ErrorCode::RateLimited:
        return {QStringLiteral("E-LIMIT-01"), tr("The provider limits the rate."),
                tr("Too many requests in a short time."),
                tr("Wait, or add another account to a combo.")};
    case ErrorCode::QuotaExhausted:
        return {QStringLiteral("E-LIMIT-02"), tr("The quota is used up."),
                tr("The account has nothing left for this window."),
                tr("Wait for the reset, or use another account.")};
    case ErrorCode::Overloaded:
        return {QStringLiteral("E-UP-01"), tr("The provider is overloaded."),
                tr("It has more requests than it can answer."), tr("Try again in a moment.")};
    case ErrorCode::UpstreamFailed:
        return {QStringLiteral("E-UP-02"), tr("The provider failed."),
                tr("It answered with an error of its own."),
                tr("Try again, or use another provider.")};
    case ErrorCode::Timeout:
        return {QStringLiteral("E-UP-03"), tr("The provider did not answer in time."),
                tr("The longest wait has passed."), tr("Try again, or allow a longer wait.")};
    default:
        return {QStringLiteral("E-NET-01"), tr("The provider cannot be reached."),
                tr("The connection failed."), tr("Check the address and your network.")};
    }
}

bool isUpstream(base::ErrorCode code)
{
    using base::ErrorCode;
    return code == ErrorCode::RateLimited || code == ErrorCode::QuotaExhausted ||
           code == ErrorCode::Overloaded || code == ErrorCode::UpstreamFailed ||
           code == ErrorCode::Timeout || code == ErrorCode::Network;
}

} // namespace

QString ErrorText::oneLine() const
{
    return ErrorWords::tr("%1 %2", "what happened, what to do").arg(what, action);
}

ErrorText errorText(base::ErrorCode code)
{
    return isUpstream(code) ? ErrorWords::ofUpstream(code) : ErrorWords::ofRequest(code);
}

ErrorText errorText(const base::Error &error)
{
    ErrorText text = errorText(error.code);
    if (error.retryAfter && error.retryAfter->count() > 0)
        text.action = ErrorWords::tr("Try again in %1.").arg(duration(error.retryAfter->count()));
    if (error.upstreamStatus > 0)
        text.why = ErrorWords::tr("%1 The provider answered with status %2.")
                       .arg(text.why)
                       .arg(error.upstreamStatus);
    return text;
}

ErrorText serverErrorText(const engine::ServerView &server)
{
    using Code = engine::ServerView::DownCode;
    const quint16 wanted = server.wantedPort ? server.wantedPort : server.port;
    switch (server.downCode) {
    case Code::PortTaken: {
        ErrorText text;
        text.code = QStringLiteral("E-PORT-01");
        text.what = ErrorWords::tr("OmniRoute cannot start on port %1").arg(wanted);
        text.why = server.portHolder.isEmpty()
                       ? ErrorWords::tr("Another program uses it.")
                       : ErrorWords::tr("Another program uses it: %1.").arg(server.portHolder);
        text.action =
            server.nextFreePort
                ? ErrorWords::tr("Stop that program, or let OmniRoute use the next free "
                                 "port. Programs that ask the old port must then be told.")
                : ErrorWords::tr("Stop that program, then try again.");
        return text;
    }
    case Code::CannotListen:
        return {QStringLiteral("E-PORT-02"),
                ErrorWords::tr("OmniRoute cannot listen on port %1").arg(wanted),
                ErrorWords::tr("The system does not allow it."),
                ErrorWords::tr("Choose a port above 1023, or check the address in Settings.")};
    case Code::DatabaseBroken:
        return {QStringLiteral("E-DB-01"), ErrorWords::tr("OmniRoute cannot read its database"),
                ErrorWords::tr("The file is damaged or cannot be opened."),
                ErrorWords::tr("Nothing was overwritten. Restore a backup, or look into the log.")};
    case Code::None:
    case Code::Other:
        break;
    }
    return {QStringLiteral("E-SRV-01"), ErrorWords::tr("The server is not running"),
            ErrorWords::tr("It stopped for a reason it did not expect."),
            ErrorWords::tr("Try again. If it comes back, report it with the details.")};
}

QString copyableDetails(const ErrorText &text, const QString &detail)
{
    QStringList lines{QStringLiteral("%1 %2").arg(text.code, text.what), text.why};
    if (!detail.isEmpty())
        lines.append(detail);
    lines.append(QStringLiteral("OmniRoute Desktop %1").arg(QLatin1String(OMNI_VERSION)));
    return lines.join(QLatin1Char('\n'));
}

QString reasonWords(const QString &name)
{
    static const struct
    {
        const char *name;
        const char *words;
    } Rows[] = {
        {"invalid_request", QT_TRANSLATE_NOOP("ErrorWords", "request not valid")},
        {"unauthorized", QT_TRANSLATE_NOOP("ErrorWords", "key refused")},
        {"forbidden", QT_TRANSLATE_NOOP("ErrorWords", "not allowed")},
        {"not_found", QT_TRANSLATE_NOOP("ErrorWords", "not found")},
        {"rate_limited", QT_TRANSLATE_NOOP("ErrorWords", "rate limit")},
        {"quota_exhausted", QT_TRANSLATE_NOOP("ErrorWords", "quota used up")},
        {"context_too_long", QT_TRANSLATE_NOOP("ErrorWords", "too long for the model")},
        {"content_refused", QT_TRANSLATE_NOOP("ErrorWords", "content refused")},
        {"overloaded", QT_TRANSLATE_NOOP("ErrorWords", "provider overloaded")},
        {"upstream_failed", QT_TRANSLATE_NOOP("ErrorWords", "provider failed")},
        {"timeout", QT_TRANSLATE_NOOP("ErrorWords", "no answer in time")},
        {"network", QT_TRANSLATE_NOOP("ErrorWords", "cannot be reached")},
        {"cancelled", QT_TRANSLATE_NOOP("ErrorWords", "cancelled")},
        {"unsupported", QT_TRANSLATE_NOOP("ErrorWords", "not supported")},
        {"internal", QT_TRANSLATE_NOOP("ErrorWords", "internal error")},
        {"cooling", QT_TRANSLATE_NOOP("ErrorWords", "cooling down")},
        {"paused", QT_TRANSLATE_NOOP("ErrorWords", "paused")},
        {"locked", QT_TRANSLATE_NOOP("ErrorWords", "keyring locked")},
        {"no_account", QT_TRANSLATE_NOOP("ErrorWords", "no account")},
        {"no_format", QT_TRANSLATE_NOOP("ErrorWords", "no chat interface that we speak")},
        {"no_secret", QT_TRANSLATE_NOOP("ErrorWords", "no key stored")},
        {"unknown_model", QT_TRANSLATE_NOOP("ErrorWords", "unknown model")},
        {"context_too_small", QT_TRANSLATE_NOOP("ErrorWords", "context too small")},
        {"no_tools", QT_TRANSLATE_NOOP("ErrorWords", "cannot use tools")},
        {"no_images", QT_TRANSLATE_NOOP("ErrorWords", "cannot see images")},
        {"breaker", QT_TRANSLATE_NOOP("ErrorWords", "provider rests after failures")},
    };
    for (const auto &row : Rows) {
        if (name == QLatin1String(row.name))
            return ErrorWords::tr(row.words);
    }
    return name;
}

} // namespace omni::ui::text
