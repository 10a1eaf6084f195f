// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/formats.h"
#include "tests/core/wire/anthropic/recordings.h"
#include "tests/support/anthropicrules.h"
#include "tests/support/omnitest.h"

#include <random>

using namespace omni;
using base::Json;
using chat::ChatRequest;
using chat::Format;
using chat::Message;
using chat::Part;
using chat::Role;
using chat::TextPart;

namespace {

const wire::Codec &codec()
{
    return *wire::codecFor(Format::Anthropic);
}

/// Requests that no client in its right mind would send, so that every rule is met by something.
class RandomRequest
{
public:
    explicit RandomRequest(unsigned seed)
        : m_random(seed)
    {}

    ChatRequest make()
    {
        ChatRequest request{.model = "m"};
        const int messages = 1 + below(8);
        for (int i = 0; i < messages; ++i)
            request.messages.push_back(message());
        const int tools = below(4);
        for (int i = 0; i < tools; ++i)
            request.tools.push_back(tool());
        request.toolChoice.mode = chat::ToolChoice::Mode(below(6));
        if (request.toolChoice.mode >= chat::ToolChoice::Mode::Named) {
            request.toolChoice.names = {request.tools.empty() ? QByteArray("none")
                                                              : request.tools.front().name};
            request.toolChoice.required = below(2);
            if (request.tools.empty())
                request.toolChoice = {};
        }
        if (below(3) == 0)
            request.parallelToolCalls = below(2);
        if (below(2))
            request.maxOutputTokens = 1 + below(40000);
        const QByteArrayList efforts{"",       "none", "minimal", "low",
                                     "medium", "high", "xhigh",   "max"};
        request.reasoning.effort = efforts[below(8)];
        if (request.reasoning.effort.isEmpty() && below(2))
            request.reasoning.budget = below(50000) - 1;
        request.reasoning.adaptive = below(8) == 0;
        if (below(2))
            request.sampling.temperature = QByteArray::number(below(20) / 10.0);
        if (below(2))
            request.sampling.topP = "0.5";
        if (below(4) == 0)
            request.sampling.topK = "5";
        if (below(4) == 0)
            request.cache = chat::CacheMark{};
        if (below(4) == 0)
            request.sampling.stop = {" ", "END"};
        if (below(4) == 0) {
            request.shape.kind = chat::ResponseShape::Kind(1 + below(3));
            request.shape.schema = Json::object({{"properties", Json::object()}});
        }
        return request;
    }

    chat::Traits traits()
    {
        chat::Traits traits;
        traits.adaptiveThinking = below(3) == 0;
        traits.systemRole = below(4) != 0;
        traits.structuredOutput = below(2);
        traits.reasoningEffort = below(6) != 0;
        if (below(3) == 0)
            traits.maxOutputTokens = 512 + below(32000);
        return traits;
    }

private:
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_random); }

    QByteArray id() { return QByteArrayList{"a", "b", "c d", "", "é"}[below(5)]; }

    chat::ToolSpec tool()
    {
        const QByteArrayList names{"read", "read file", QByteArray(200, 'x'), "ns.tool"};
        chat::ToolSpec spec{.kind = below(5) ? chat::ToolKind::Function : chat::ToolKind::FreeForm,
                            .name = names[below(4)]};
        if (below(2))
            spec.parameters = Json::object({{"properties", Json::object()}});
        mark(spec.cache);
        return spec;
    }

    void mark(std::optional<chat::CacheMark> &cache)
    {
        if (below(4) == 0)
            cache = chat::CacheMark{below(2) ? "1h" : ""};
    }

    Message message()
    {
        Message message;
        message.role = Role(below(5));
        const int parts = below(4);
        for (int i = 0; i < parts; ++i) {
            message.parts.push_back(part(message.role));
            mark(message.parts.back().cache);
        }
        return message;
    }

    Part part(Role role)
    {
        const QByteArrayList texts{"", " \n", "words", "more words "};
        if (role == Role::Assistant) {
            switch (below(5)) {
            case 0:
            case 1:
                return chat::ToolCallPart{
                    .id = id(), .name = "read file", .arguments = texts[below(4)]};
            case 2:
                return chat::ReasoningPart{.text = "hm",
                                           .signature = below(2) ? "c2ln" : "",
                                           .origin =
                                               below(2) ? Format::Anthropic : Format::OpenAiChat};
            case 3:
                return chat::OpaquePart{Format::OpenAiChat, Json::object({{"type", "x"}})};
            default:
                return TextPart{.text = texts[below(4)]};
            }
        }
        if (role == Role::Tool || (role == Role::User && below(4) == 0)) {
            chat::ToolResultPart result{.callId = id()};
            result.content.emplace_back(TextPart{.text = texts[below(4)]});
            return result;
        }
        if (role == Role::User && below(3) == 0)
            return chat::MediaPart{.mediaType = "image/jpg", .data = "/9j/4AAQ"};
        return TextPart{.text = texts[below(4)]};
    }

    std::mt19937 m_random;
};

/// Text that is more than blanks, an image or a call.
bool saysAnything(const ChatRequest &request)
{
    for (const chat::Message &message : request.messages) {
        for (const Part &part : message.parts) {
            const auto *text = part.as<TextPart>();
            if (text ? !text->text.trimmed().isEmpty()
                     : part.as<chat::MediaPart>() || part.as<chat::ToolCallPart>())
                return true;
        }
    }
    return false;
}

} // namespace

class TstAnthropicAnyRequest : public QObject
{
    Q_OBJECT

private slots:
    void whateverTheRequestTheApiWouldTakeIt()
    {
        for (unsigned seed = 0; seed < 2000; ++seed) {
            RandomRequest random(seed);
            const ChatRequest request = random.make();
            const auto encoded = codec().encodeRequest(request, random.traits());
            if (!encoded) {
                QCOMPARE(encoded.error().field, QStringLiteral("messages"));
                QVERIFY2(!saysAnything(request), qPrintable(QString::number(seed)));
                continue;
            }
            const Json body = *Json::parse(encoded->body);
            const QStringList faults = test::anthropicRequestFaults(body);
            QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("seed %1: %2\n%3")
                                                      .arg(seed)
                                                      .arg(faults.join(QLatin1Char(';')))
                                                      .arg(QString::fromUtf8(encoded->body))));
        }
    }
};

OMNI_TEST(TstAnthropicAnyRequest)
#include "tst_anthropicanyrequest.moc"
