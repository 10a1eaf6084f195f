// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/gateway/arraybody.h"
#include "core/wire/formats.h"
#include "tests/support/omnitest.h"

using namespace omni;

class TstArrayBody : public QObject
{
    Q_OBJECT

private slots:
    void eventsArePutIntoOneList()
    {
        gateway::ArrayBody body;
        QByteArray text = body.wrap("data: {\"a\":1}\n\n");
        text += body.wrap("data: {\"b\":2}\n\ndata: {\"c\":3}\r\n\r\n");
        text += body.end();
        QCOMPARE(text, QByteArray("[{\"a\":1},\r\n{\"b\":2},\r\n{\"c\":3}]"));
        QCOMPARE(gateway::ArrayBody().end(), QByteArray("[]"));
    }

    /// A waiting client must see something, and still get a list.
    void signsOfLifeComeThrough()
    {
        const wire::Codec &codec = *wire::codecFor(chat::Format::Gemini);
        gateway::ArrayBody body;
        QByteArray text = body.wrap(codec.encodePing(false));
        QVERIFY(!text.isEmpty());
        text += body.wrap("data: {}\n\n");
        const QByteArray later = body.wrap(codec.encodePing(true));
        QVERIFY(!later.isEmpty());
        text += later;
        text += body.wrap("data: {}\n\n");
        text += body.end();
        const auto list = base::Json::parse(text);
        QVERIFY(list);
        QCOMPARE(list->size(), 2);
    }
};

OMNI_TEST(TstArrayBody)
#include "tst_arraybody.moc"
