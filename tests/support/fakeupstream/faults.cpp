// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeupstream/dialects.h"

#include <QDateTime>
#include <QLocale>

namespace omni::test {

using base::Json;

namespace {

struct Context
{
    const Answer &good; ///< as asked for: plain or stream
    const Answer &plain;
    const Answer &stream;
    Dialect dialect;

    [[nodiscard]] bool isAnthropic() const { return dialect == Dialect::Anthropic; }
};

struct StatusFault
{
    const char *name;
    int status;
    const char *openAiCode;
    const char *anthropicType;
    const char *message;
};

constexpr StatusFault statusFaults[] = {
    {"fault-400", 400, "invalid_value", "invalid_request_error", "Invalid value: the fake refuses"},
    {"fault-401", 401, "invalid_api_key", "authentication_error", "Incorrect API key provided"},
    {"fault-402", 402, "insufficient_quota", "billing_error", "Insufficient balance"},
    {"fault-403", 403, "forbidden", "permission_error", "Not allowed to use this model"},
    {"fault-404", 404, "model_not_found", "not_found_error", "The model does not exist"},
    {"fault-413", 413, "request_too_large", "request_too_large", "Request too large"},
    {"fault-422", 422, "invalid_value", "invalid_request_error", "Unprocessable"},
    {"fault-500", 500, "", "api_error", "Internal server error"},
    {"fault-502", 502, "", "api_error", "Bad gateway"},
    {"fault-503", 503, "", "api_error", "Service unavailable"},
    {"fault-504", 504, "", "api_error", "Gateway timeout"},
    {"fault-529", 529, "overloaded_error", "overloaded_error", "Overloaded"},
};

/// `fault-429`, `fault-429-<seconds>`, `fault-429-none`, `-date`, `-reset`, `-quota`.
Answer rateLimit(const QByteArray &variant, Dialect dialect)
{
    const bool anthropic = dialect == Dialect::Anthropic;
    if (variant == "quota")
        return refuse(dialect, 429, "insufficient_quota", "rate_limit_error",
                      "You exceeded your current quota, please check your plan and billing "
                      "details.");
    Answer answer = refuse(dialect, 429, "rate_limit_exceeded", "rate_limit_error",
                           "Rate limit reached for requests");
    const QDateTime inOneMinute = QDateTime::currentDateTimeUtc().addSecs(60);
    if (variant == "date") {
        answer.setHeader(
            "retry-after",
            QLocale::c()
                .toString(inOneMinute, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                .toLatin1());
    } else if (variant == "reset") {
        if (anthropic)
            answer.setHeader("anthropic-ratelimit-requests-reset",
                             inOneMinute.toString(Qt::ISODate).toLatin1());
        else
            answer.setHeader("x-ratelimit-reset-requests", "1m0s");
        answer.setHeader(anthropic ? "anthropic-ratelimit-requests-remaining"
                                   : "x-ratelimit-remaining-requests",
                         "0");
    } else if (variant != "none") {
        answer.setHeader("retry-after", variant.isEmpty() ? QByteArray("30") : variant);
    }
    return answer;
}

/// Both halves in two parts, so that `stopAfter` can cut between them.
Answer halved(const Answer &good)
{
    Answer answer = good;
    if (answer.parts.size() < 2) {
        const QByteArray body = good.body();
        answer.parts = {body.left(body.size() / 2), body.mid(body.size() / 2)};
        answer.declaredLength = body.size();
    }
    answer.stopAfter = answer.parts.size() / 2;
    return answer;
}

Answer endedEarly(const Answer &good, Answer::End end)
{
    Answer answer = halved(good);
    answer.end = end;
    // Lets the client read what came before the reset.
    answer.waitBeforeEndMs = 30;
    return answer;
}

Answer headOnly(const Answer &good, Answer::End end)
{
    Answer answer = good;
    answer.declaredLength = good.body().size();
    answer.stopAfter = 0;
    answer.end = end;
    return answer;
}

Answer silent(Answer::End end)
{
    Answer answer;
    answer.sendsHead = false;
    answer.end = end;
    return answer;
}

/// The stream's start, up to the last event without content.
Answer startOnly(const Context &context, Answer::End end)
{
    Answer answer = context.stream;
    switch (context.dialect) {
    case Dialect::Anthropic: // message_start, ping, content_block_start
        answer.parts = answer.parts.mid(0, 3);
        break;
    case Dialect::Responses: // created, in_progress
        answer.parts = answer.parts.mid(0, 2);
        break;
    case Dialect::Gemini:
        answer.parts = {
            "data: {\"candidates\":[{\"content\":{\"role\":\"model\"},\"index\":0}]}\r\n\r\n"};
        break;
    default:
        answer.parts = answer.parts.mid(0, 1);
        break;
    }
    answer.end = end;
    answer.waitBeforeEndMs = 30;
    return answer;
}

QByteArray errorEvent(const Context &context)
{
    return errorEventOf(context.dialect, refuse(context.dialect, 529, "overloaded_error",
                                                "overloaded_error", "Overloaded"));
}

Answer errorAfter(const Context &context, Answer answer)
{
    answer.parts.append(errorEvent(context));
    return answer;
}

Answer truncatedJson(const Context &context)
{
    Answer answer = context.good;
    if (!answer.isStream()) {
        const QByteArray body = answer.body();
        answer.parts = {body.left(body.size() - 20)};
        return answer;
    }
    answer.parts = answer.parts.mid(0, answer.parts.size() / 2 + 1);
    QByteArray &last = answer.parts.last();
    last = last.left(last.size() - 12) + "\n\n";
    return answer;
}

Answer cutBody(const Context &context)
{
    Answer answer = endedEarly(context.good, Answer::End::Close);
    answer.cutsLastChunk = true;
    return answer;
}

Answer emptyChoices(const Context &context)
{
    if (!context.good.isStream()) {
        Json body = Json::parse(context.plain.body()).value_or(Json());
        body.set(context.isAnthropic() ? "content" : "choices", Json::array());
        return jsonAnswer(200, body);
    }
    // Only the frames around the content.
    Answer answer = context.stream;
    const qsizetype size = answer.parts.size();
    answer.parts = context.isAnthropic()
                       ? QList<QByteArray>{answer.parts.first(), answer.parts.at(size - 2),
                                           answer.parts.last()}
                       : QList<QByteArray>{answer.parts.last()};
    return answer;
}

Answer badUtf8(const Context &context)
{
    Answer answer = context.good;
    for (QByteArray &part : answer.parts) {
        // Into the first word of the text, whichever dialect carries it.
        if (const qsizetype at = part.indexOf("Hello"); at >= 0)
            part.insert(at + 5, "\xff\xfe");
    }
    return answer;
}

Answer afterDone(const Context &context)
{
    Answer answer = context.good;
    if (answer.isStream())
        answer.parts.append(answer.parts.mid(0, answer.parts.size() - 1));
    return answer;
}

Answer compressed(const Context &context, bool isBroken)
{
    Answer answer = context.good;
    QByteArray body = gzipped(answer.body());
    if (isBroken)
        body = body.left(12) + QByteArray(24, '\xa5');
    answer.setHeader("content-encoding", "gzip");
    answer.parts = {body};
    return answer;
}

Answer earlyHints(const Context &context)
{
    Answer answer = context.good;
    answer.preamble = "HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n";
    return answer;
}

Answer http10(const Context &context)
{
    Answer answer = context.good;
    answer.isHttp10 = true;
    answer.framing = Answer::Framing::UntilClose;
    answer.end = Answer::End::Close;
    return answer;
}

Answer redirect()
{
    Answer answer = plainAnswer(302, "text/html", "<a href=\"/elsewhere\">Found</a>");
    answer.setHeader("location", "/v1/elsewhere");
    return answer;
}

Answer tooLong(Dialect dialect)
{
    return refuse(dialect, 400, "context_length_exceeded", "invalid_request_error",
                  dialect == Dialect::Anthropic
                      ? "prompt is too long: 250000 tokens > 200000 maximum"
                  : dialect == Dialect::Gemini
                      ? "The input token count (1200000) exceeds the maximum number of tokens "
                        "allowed (1048576)."
                      : "This model's maximum context length is 8192 tokens. However, your "
                        "messages resulted in 9001 tokens.");
}

using Make = Answer (*)(const Context &);
struct Fault
{
    const char *name;
    Make make;
};

constexpr Fault faults[] = {
    {"fault-hang", [](const Context &) { return silent(Answer::End::Hang); }},
    {"fault-rst", [](const Context &) { return silent(Answer::End::Reset); }},
    {"fault-fin", [](const Context &) { return silent(Answer::End::Close); }},
    {"fault-rst-mid", [](const Context &c) { return endedEarly(c.good, Answer::End::Reset); }},
    {"fault-fin-mid", [](const Context &c) { return endedEarly(c.good, Answer::End::Close); }},
    {"fault-stall", [](const Context &c) { return endedEarly(c.good, Answer::End::Hang); }},
    {"fault-stall-first", [](const Context &c) { return headOnly(c.good, Answer::End::Hang); }},
    {"fault-cut-body", cutBody},
    {"fault-truncated-json", truncatedJson},
    {"fault-html",
     [](const Context &) {
         return plainAnswer(200, "text/html", "<!doctype html><title>Sign in</title>");
     }},
    {"fault-html-502",
     [](const Context &) {
         return plainAnswer(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");
     }},
    {"fault-error-200",
     [](const Context &c) {
         Answer answer = refuse(c.dialect, 503, "", "overloaded_error", "Overloaded, as 200");
         answer.status = 200;
         return answer;
     }},
    {"fault-error-first",
     [](const Context &c) {
         Answer answer = c.stream;
         answer.parts.clear();
         return errorAfter(c, answer);
     }},
    {"fault-error-mid",
     [](const Context &c) {
         Answer answer = c.stream;
         answer.parts = answer.parts.mid(0, answer.parts.size() / 2);
         return errorAfter(c, answer);
     }},
    {"fault-gzip", [](const Context &c) { return compressed(c, false); }},
    {"fault-gzip-broken", [](const Context &c) { return compressed(c, true); }},
    {"fault-302", [](const Context &) { return redirect(); }},
    {"fault-204", [](const Context &) { return plainAnswer(204, {}, {}); }},
    {"fault-empty",
     [](const Context &c) { return plainAnswer(200, c.good.header("content-type"), {}); }},
    {"fault-empty-choices", emptyChoices},
    {"fault-bad-utf8", badUtf8},
    {"fault-after-done", afterDone},
    {"fault-early-hints", earlyHints},
    {"fault-http10", http10},
    {"fault-json-for-stream", [](const Context &c) { return c.plain; }},
    {"fault-sse-for-plain", [](const Context &c) { return c.stream; }},
    {"fault-context", [](const Context &c) { return tooLong(c.dialect); }},
    {"role-then-fail", [](const Context &c) { return startOnly(c, Answer::End::Reset); }},
    {"role-then-fin", [](const Context &c) { return startOnly(c, Answer::End::Close); }},
    {"role-then-stall", [](const Context &c) { return startOnly(c, Answer::End::Hang); }},
    {"role-then-error",
     [](const Context &c) { return errorAfter(c, startOnly(c, Answer::End::Complete)); }},
};

} // namespace

std::optional<Answer> spoil(const QByteArray &fault, const Answer &good, const Answer &goodPlain,
                            const Answer &goodStream, Dialect dialect)
{
    const Context context{good, goodPlain, goodStream, dialect};
    for (const Fault &row : faults) {
        if (fault == row.name)
            return row.make(context);
    }
    for (const StatusFault &row : statusFaults) {
        if (fault == row.name)
            return refuse(dialect, row.status, row.openAiCode, row.anthropicType, row.message);
    }
    if (fault == "fault-429" || fault.startsWith("fault-429-"))
        return rateLimit(fault.mid(int(sizeof("fault-429-")) - 1), dialect);
    return {};
}

QList<QByteArray> FakeUpstream::faultNames()
{
    QList<QByteArray> names;
    for (const Fault &row : faults)
        names.append(row.name);
    for (const StatusFault &row : statusFaults)
        names.append(row.name);
    for (const char *variant : {"", "-0", "-none", "-date", "-reset", "-quota"})
        names.append(QByteArray("fault-429") + variant);
    return names;
}

} // namespace omni::test
