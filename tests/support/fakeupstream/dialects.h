// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakeupstream/fakeupstream.h"

namespace omni::test {

enum class Dialect
{
    OpenAi,
    Anthropic,
    Responses,
    Gemini,
    Ollama
};

/// A refusal of a request: which field, and why.
struct Refusal
{
    QByteArray field;
    QByteArray message;
};

struct Tool
{
    QByteArray name;
    base::Json schema;
};

/// What the fake must know of a good request, whatever its dialect.
struct Ask
{
    QByteArray model;
    bool stream = false;
    bool includeUsage = false;
    bool wantsArray = false; ///< Gemini: a stream as one JSON array
    QList<Tool> tools;
    QByteArray lastUserText;
    /// Set when a tool's result stands last.
    std::optional<QByteArray> toolResult;
};

struct SaidCall
{
    QByteArray id;
    QByteArray name;
    QByteArray arguments;
};

/// What the fake says, whatever the dialect.
struct Said
{
    QByteArray thinking;
    QByteArray text;
    QList<SaidCall> calls;
};

struct Strictness
{
    bool unknownFields = false;
    bool foreignSignatures = false;
};

inline constexpr const char *FakeSignature = "c2lnbmVkIGJ5IHRoZSBmYWtlIHVwc3RyZWFt";

std::optional<Refusal> checkOpenAi(const base::Json &body, const Strictness &allowed);
Ask readOpenAi(const base::Json &body);
Answer sayOpenAi(const Ask &ask, const Said &said);
Answer refuseOpenAi(int status, const QByteArray &code, const QByteArray &message,
                    const QByteArray &field = {});

std::optional<Refusal> checkAnthropic(const Received &request, const Strictness &allowed);
Ask readAnthropic(const base::Json &body);
Answer sayAnthropic(const Ask &ask, const Said &said);
Answer refuseAnthropic(int status, const QByteArray &type, const QByteArray &message);

std::optional<Refusal> checkResponses(const Received &request);
Ask readResponses(const base::Json &body);
Answer sayResponses(const Ask &ask, const Said &said);

std::optional<Refusal> checkGemini(const Received &request);
/// The model and the wish for a stream stand in the path.
Ask readGemini(const Received &request);
Answer sayGemini(const Ask &ask, const Said &said);
Answer refuseGemini(int status, const QByteArray &message);

std::optional<Refusal> checkOllama(const Received &request);
Ask readOllama(const base::Json &body);
Answer sayOllama(const Ask &ask, const Said &said);
Answer refuseOllama(int status, const QByteArray &message);

/// A refusal in the dialect; the words for the kind of error are OpenAI's and Anthropic's.
Answer refuse(Dialect dialect, int status, const char *openAiCode, const char *anthropicType,
              const QByteArray &message, const QByteArray &field = {});
/// The error as an event of a stream.
QByteArray errorEventOf(Dialect dialect, const Answer &refusal);

/// What the words of a model's name ask for.
Said decide(const Ask &ask, const QList<QByteArray> &words, const QByteArray &text);
/// Spoils a good answer; nothing when the word is no fault.
std::optional<Answer> spoil(const QByteArray &fault, const Answer &good, const Answer &goodPlain,
                            const Answer &goodStream, Dialect dialect);
/// Text in pieces that join to it, cut before each blank.
QList<QByteArray> words(const QByteArray &text);
/// All text of a `content` that is a string or a list of parts.
QByteArray textOf(const base::Json &content);

} // namespace omni::test
