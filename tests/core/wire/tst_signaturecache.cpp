// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/wire/signaturecache.h"
#include "tests/support/omnitest.h"

using namespace omni;
using chat::Format;
using chat::Part;
using chat::ToolCallPart;
using wire::SignatureCache;

namespace {

chat::ChatRequest historyWith(const ToolCallPart &call)
{
    chat::ChatRequest request;
    request.messages.push_back({.role = chat::Role::Assistant, .parts = {Part(call)}});
    return request;
}

const ToolCallPart &callOf(const chat::ChatRequest &request)
{
    return *request.messages.front().parts.front().as<ToolCallPart>();
}

} // namespace

class TstSignatureCache : public QObject
{
    Q_OBJECT

private slots:
    void aHistoryGetsItsSignaturesBack()
    {
        SignatureCache cache;
        chat::ChatResponse answer;
        answer.choices.push_back({});
        answer.choices.front().message.parts.emplace_back(ToolCallPart{
            .id = "c1", .name = "f", .signature = "sig", .signatureOrigin = Format::Gemini});
        cache.remember(answer);
        chat::ChatRequest request = historyWith({.id = "c1", .name = "f"});
        cache.restore(request, Format::Gemini);
        QCOMPARE(callOf(request).signature, QByteArray("sig"));
        QCOMPARE(callOf(request).signatureOrigin, Format::Gemini);
    }

    void nobodyGetsWhatAnotherMade()
    {
        SignatureCache cache;
        cache.remember("c1", Format::Gemini, "sig");
        chat::ChatRequest request = historyWith({.id = "c1", .name = "f"});
        cache.restore(request, Format::CodeAssist);
        QVERIFY(callOf(request).signature.isEmpty());
        QVERIFY(!callOf(request).signatureOrigin);
    }

    void whatTheClientBringsStays()
    {
        SignatureCache cache;
        cache.remember("c1", Format::Gemini, "old");
        chat::ChatRequest request = historyWith(
            {.id = "c1", .name = "f", .signature = "own", .signatureOrigin = Format::Gemini});
        cache.restore(request, Format::Gemini);
        QCOMPARE(callOf(request).signature, QByteArray("own"));
    }

    void theNextUpstreamGetsItsOwn()
    {
        SignatureCache cache;
        cache.remember("c1", Format::Gemini, "public");
        cache.remember("c1", Format::CodeAssist, "private");
        chat::ChatRequest request = historyWith({.id = "c1", .name = "f"});
        cache.restore(request, Format::Gemini);
        cache.restore(request, Format::CodeAssist);
        QCOMPARE(callOf(request).signature, QByteArray("private"));
        cache.restore(request, Format::Anthropic);
        QCOMPARE(callOf(request).signatureOrigin, Format::CodeAssist);
    }

    void streamsAreWatched()
    {
        using namespace chat::event;
        SignatureCache cache;
        wire::SignatureTap tap(cache);
        tap.see(PartOpened{0, Part(ToolCallPart{.id = "a", .name = "f"})});
        tap.see(PartOpened{
            1,
            Part(ToolCallPart{
                .id = "b", .name = "f", .signature = "whole", .signatureOrigin = Format::Gemini})});
        tap.see(PartGrew{0, Field::Arguments, "{}"});
        tap.see(PartGrew{0, Field::Signature, "in ", 0, Format::Gemini});
        tap.see(PartGrew{0, Field::Signature, "pieces", 0, Format::Gemini});
        QVERIFY(cache.find("a", Format::Gemini).isEmpty());
        tap.see(PartClosed{0});
        tap.see(PartClosed{1});
        QCOMPARE(cache.find("a", Format::Gemini), QByteArray("in pieces"));
        QCOMPARE(cache.find("b", Format::Gemini), QByteArray("whole"));
    }

    void theLeastUsedGoFirst()
    {
        SignatureCache cache({.entries = 3, .bytes = 1000});
        for (const char *id : {"1", "2", "3"})
            cache.remember(id, Format::Gemini, id);
        QCOMPARE(cache.find("1", Format::Gemini), QByteArray("1"));
        cache.remember("4", Format::Gemini, "4");
        QVERIFY(cache.find("2", Format::Gemini).isEmpty());
        QVERIFY(!cache.find("1", Format::Gemini).isEmpty());
        QCOMPARE(cache.entries(), 3);
    }

    void bytesAreLimitedToo()
    {
        SignatureCache cache({.entries = 1000, .bytes = 100});
        for (int i = 0; i < 50; ++i)
            cache.remember(QByteArray::number(i), Format::Gemini, QByteArray(20, 's'));
        QVERIFY(cache.bytes() <= 100);
        QVERIFY(cache.entries() >= 4);
        cache.remember("big", Format::Gemini, QByteArray(101, 's'));
        QVERIFY(cache.find("big", Format::Gemini).isEmpty());
        QVERIFY(!cache.find("49", Format::Gemini).isEmpty());
        // A new value takes the place of the old one.
        cache.remember("49", Format::Gemini, "new");
        QCOMPARE(cache.find("49", Format::Gemini), QByteArray("new"));
        cache.remember({}, Format::Gemini, "x");
        cache.remember("empty", Format::Gemini, {});
        QVERIFY(cache.find("empty", Format::Gemini).isEmpty());
    }
};

OMNI_TEST(TstSignatureCache)
#include "tst_signaturecache.moc"
