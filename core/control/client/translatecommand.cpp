// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/localcommands.h"
#include "core/control/exitcode.h"
#include "core/wire/playground.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::Json;

namespace {

constexpr qsizetype LongestInput = 256 << 20;

struct Job
{
    wire::BodyUse use = wire::BodyUse::Request;
    chat::Format from = chat::Format::OpenAiChat;
    chat::Format to = chat::Format::OpenAiChat;
    QByteArray input;
    wire::TranslateOptions options;
};

wire::BodyUse useOf(const QString &verb)
{
    if (verb == "request"_L1)
        return wire::BodyUse::Request;
    return verb == "response"_L1 ? wire::BodyUse::Response : wire::BodyUse::Stream;
}

int fail(Console &console, ExitCode code, const QString &message)
{
    console.say(u"omniroute: "_s + message);
    return int(code);
}

int fail(Console &console, const base::Error &error)
{
    return fail(console, ExitCode::Failed,
                error.detail + (error.field.isEmpty() ? QString() : u" (%1)"_s.arg(error.field)));
}

void sayLosses(Console &console, const wire::Losses &losses)
{
    for (const wire::Loss &loss : losses)
        console.say(QString::fromUtf8(
            Json::object({{"path", Json(loss.path)}, {"reason", Json(loss.reason)}}).toJson()));
}

base::Result<wire::Translation> translated(const Job &job)
{
    switch (job.use) {
    case wire::BodyUse::Request:
        return wire::translateRequest(job.from, job.to, job.input, job.options);
    case wire::BodyUse::Response:
        return wire::translateResponse(job.from, job.to, job.input, job.options);
    case wire::BodyUse::Stream:
        break;
    }
    return wire::translateStream(job.from, job.to, job.input, job.options);
}

/// One JSON object a line, so that a stream can be followed and a program can read it.
int printSteps(const Job &job, Console &console)
{
    const auto walk = wire::walkThrough(job.use, job.from, job.to, job.input, job.options);
    if (!walk)
        return fail(console, walk.error());
    for (const wire::PlaygroundStep &step : walk->steps) {
        Json line = Json::object({{"step", wire::stageName(step.stage)}});
        if (step.format)
            line.set("format", Json(chat::formatName(*step.format)));
        const auto json = Json::parse(step.text);
        line.set(json ? "body" : "bytes", json ? *json : Json(QString::fromUtf8(step.text)));
        console.printBytes(line.toJson() + '\n');
    }
    sayLosses(console, walk->losses);
    return int(ExitCode::Done);
}

/// The template's text, else the standard input; nothing when the console was told why.
std::optional<QByteArray> readJobInput(const Invocation &invocation, Console &console, int &exit)
{
    if (invocation.has(u"template"_s)) {
        const auto text = wire::playgroundTemplate(invocation.text(u"template"_s));
        if (text)
            return *text;
        exit = fail(console, ExitCode::Usage, text.error().detail);
        return std::nullopt;
    }
    auto input = console.readInput(LongestInput);
    if (!input)
        exit = fail(console, ExitCode::Usage, u"The input is larger than 256 MiB."_s);
    return input;
}

} // namespace

int translate(const Invocation &invocation, Console &console)
{
    const auto to = chat::formatFromName(invocation.text(u"to"_s).toLatin1());
    if (!to)
        return fail(console, ExitCode::Usage,
                    u"--to is needed: omniroute %1 --from openai-chat --to anthropic"_s.arg(
                        invocation.command().words()));
    int exit = int(ExitCode::Done);
    const auto input = readJobInput(invocation, console, exit);
    if (!input)
        return exit;
    Job job{.use = useOf(invocation.command().verb),
            .to = *to,
            .input = *input,
            .options = {.model = invocation.text(u"model"_s).toUtf8(),
                        .cut = qsizetype(invocation.number(u"cut"_s).value_or(0))}};
    if (const auto from = chat::formatFromName(invocation.text(u"from"_s).toLatin1())) {
        job.from = *from;
    } else {
        const auto detected = wire::detectFormat(job.input);
        if (!detected)
            return fail(console, ExitCode::Usage,
                        u"The input's format cannot be told; name it with --from."_s);
        job.from = detected->format;
        console.say(u"omniroute: the input looks like %1"_s.arg(
            QString::fromLatin1(chat::formatName(job.from))));
    }
    if (invocation.has(u"steps"_s))
        return printSteps(job, console);
    const auto result = translated(job);
    if (!result)
        return fail(console, result.error());
    console.printBytes(result->bytes);
    sayLosses(console, result->losses);
    return int(ExitCode::Done);
}

} // namespace omni::control
