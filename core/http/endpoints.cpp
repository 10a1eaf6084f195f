// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/http/endpoints.h"

#include "core/wire/ollama/codec.h"

#include <array>

namespace omni::http {

namespace {

using chat::Format;
using gateway::Operation;

constexpr std::array Table{
    RouteRow{Method::Get, "/health", RouteClass::Public, Format::OpenAiChat, BodyKind::None,
             Operation::Chat, serveHealth},
    RouteRow{Method::Post, "/chat/completions", RouteClass::Client, Format::OpenAiChat,
             BodyKind::Json, Operation::Chat, serveExchange},
    RouteRow{Method::Post, "/completions", RouteClass::Client, Format::OpenAiCompletions,
             BodyKind::Json, Operation::Chat, serveExchange},
    RouteRow{Method::Post, "/messages", RouteClass::Client, Format::Anthropic, BodyKind::Json,
             Operation::Chat, serveExchange},
    RouteRow{Method::Post, "/messages/count_tokens", RouteClass::Client, Format::Anthropic,
             BodyKind::Json, Operation::CountTokens, serveExchange},
    RouteRow{Method::Post, "/responses", RouteClass::Client, Format::OpenAiResponses,
             BodyKind::Json, Operation::Chat, serveExchange},
    RouteRow{Method::Post, "/responses/input_tokens", RouteClass::Client, Format::OpenAiResponses,
             BodyKind::Json, Operation::CountTokens, serveExchange},
    RouteRow{Method::Post, "/responses/compact", RouteClass::Client, Format::OpenAiResponses,
             BodyKind::Json, Operation::Compact, serveExchange, StreamWish::Whole},
    RouteRow{Method::Get, "/responses/{id}/input_items", RouteClass::Client,
             Format::OpenAiResponses, BodyKind::None, Operation::Chat, serveInputItems},
    RouteRow{Method::Get, "/responses/{id}", RouteClass::Client, Format::OpenAiResponses,
             BodyKind::None, Operation::Chat, serveResponse},
    RouteRow{Method::Delete, "/responses/{id}", RouteClass::Client, Format::OpenAiResponses,
             BodyKind::None, Operation::Chat, serveResponseDeletion},
    RouteRow{Method::Post, "/responses/{id}/cancel", RouteClass::Client, Format::OpenAiResponses,
             BodyKind::None, Operation::Chat, serveResponseCancel},
    // Under /v1, too, where Gemini's methods mean nothing else.
    RouteRow{Method::Post, "/v1beta/models/{id}:generateContent", RouteClass::Client,
             Format::Gemini, BodyKind::Json, Operation::Chat, serveExchange, StreamWish::Whole},
    RouteRow{Method::Post, "/v1beta/models/{id}:streamGenerateContent", RouteClass::Client,
             Format::Gemini, BodyKind::Json, Operation::Chat, serveExchange, StreamWish::Stream},
    RouteRow{Method::Post, "/v1beta/models/{id}:countTokens", RouteClass::Client, Format::Gemini,
             BodyKind::Json, Operation::CountTokens, serveExchange, StreamWish::Whole},
    RouteRow{Method::Post, "/models/{id}:generateContent", RouteClass::Client, Format::Gemini,
             BodyKind::Json, Operation::Chat, serveExchange, StreamWish::Whole},
    RouteRow{Method::Post, "/models/{id}:streamGenerateContent", RouteClass::Client, Format::Gemini,
             BodyKind::Json, Operation::Chat, serveExchange, StreamWish::Stream},
    RouteRow{Method::Post, "/models/{id}:countTokens", RouteClass::Client, Format::Gemini,
             BodyKind::Json, Operation::CountTokens, serveExchange, StreamWish::Whole},
    RouteRow{Method::Get, "/v1beta/models", RouteClass::Client, Format::Gemini, BodyKind::None,
             Operation::Chat, serveGeminiModels},
    RouteRow{Method::Get, "/v1beta/models/{id}", RouteClass::Client, Format::Gemini, BodyKind::None,
             Operation::Chat, serveGeminiModel},
    RouteRow{Method::Post, "/api/chat", RouteClass::Client, Format::Ollama, BodyKind::Json,
             Operation::Chat, serveOllama},
    RouteRow{Method::Post, "/api/generate", RouteClass::Client, Format::Ollama, BodyKind::Json,
             Operation::Chat, serveOllama, StreamWish::InBody, wire::ollama::generateCodec},
    RouteRow{Method::Get, "/api/tags", RouteClass::Client, Format::Ollama, BodyKind::None,
             Operation::Chat, serveTags},
    RouteRow{Method::Post, "/api/show", RouteClass::Client, Format::Ollama, BodyKind::Json,
             Operation::Chat, serveShow},
    RouteRow{Method::Get, "/api/ps", RouteClass::Client, Format::Ollama, BodyKind::None,
             Operation::Chat, serveRunning},
    RouteRow{Method::Get, "/api/version", RouteClass::Client, Format::Ollama, BodyKind::None,
             Operation::Chat, serveOllamaVersion},
    RouteRow{Method::Get, "/models", RouteClass::Client, Format::OpenAiChat, BodyKind::None,
             Operation::Chat, serveModels},
    RouteRow{Method::Get, "/models/{id}", RouteClass::Client, Format::OpenAiChat, BodyKind::None,
             Operation::Chat, serveModel},
};

} // namespace

std::span<const RouteRow> routeTable()
{
    return Table;
}

} // namespace omni::http
