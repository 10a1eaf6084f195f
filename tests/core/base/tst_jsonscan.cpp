// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/base/jsonscan.h"
#include "tests/support/omnitest.h"

using namespace omni::base;

class TstJsonScan : public QObject
{
    Q_OBJECT

private slots:
    void spansAreWhereTheValuesStand()
    {
        const QByteArray text = R"( { "model" : "m" , "n":[1,{"model":2}],"e\u0061":{} } )";
        const auto spans = scanTopLevel(text);
        QVERIFY(spans);
        QCOMPARE(spans->size(), 3);
        const auto value = [&](int i) {
            const JsonSpan &span = spans->at(i);
            return text.mid(span.valueBegin, span.valueEnd - span.valueBegin);
        };
        QCOMPARE(spans->at(0).key, QByteArray("model"));
        QCOMPARE(value(0), QByteArray("\"m\""));
        QCOMPARE(value(1), QByteArray(R"([1,{"model":2}])"));
        QCOMPARE(spans->at(2).key, QByteArray("ea"));
        QCOMPARE(value(2), QByteArray("{}"));
    }

    void patchingTouchesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *key, const char *value,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(key) << QByteArray(value)
                                << QByteArray(expected);
        };
        row("replace", R"({"a" : 1.0 ,"b":2})", "a", "\"x\"", R"({"a" : "x" ,"b":2})");
        row("add", R"({"a":1 })", "b", "2", R"({"a":1 ,"b":2})");
        row("add to nothing", "{}", "b", "2", R"({"b":2})");
        row("remove first", R"({"a":1, "b":2})", "a", "", R"({ "b":2})");
        row("remove last", R"({"a":1 , "b":2})", "b", "", R"({"a":1 })");
        row("remove only", R"({ "b":2 })", "b", "", R"({  })");
        row("remove what is not there", R"({"a":1})", "b", "", R"({"a":1})");
        row("nested key stays", R"({"a":{"b":1},"b":[1]})", "b", "0", R"({"a":{"b":1},"b":0})");
    }

    void patchingTouchesNothingElse()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        const auto spans = scanTopLevel(text);
        QVERIFY(spans);
        QCOMPARE(patchTopLevel(text, *spans, {{key, value}}), expected);
    }

    void removingSeveralLeavesValidJson()
    {
        const QByteArray text = R"({"a":1,"b":2,"c":3,"d":4})";
        const auto spans = scanTopLevel(text);
        for (int mask = 0; mask < 16; ++mask) {
            QList<JsonPatch> patches;
            Json expected = *Json::parse(text);
            for (int i = 0; i < 4; ++i) {
                if ((mask & (1 << i)) != 0) {
                    const QByteArray key(1, char('a' + i));
                    patches.append(JsonPatch{key, {}});
                    expected.remove(key);
                }
            }
            QCOMPARE(patchTopLevel(text, *spans, patches), expected.toJson());
            patches.append(JsonPatch{"e", "5"});
            expected.set("e", Json(5));
            QCOMPARE(patchTopLevel(text, *spans, patches), expected.toJson());
        }
    }

    void aTopLevelKeyStandsOnce()
    {
        QVERIFY(!scanTopLevel(R"({"model":"a","model":"b"})"));
        QVERIFY(!scanTopLevel(R"({"model":"a","mod\u0065l":"b"})"));
        QVERIFY(scanTopLevel(R"({"x":{"a":1,"a":2}})"));
    }

    void aCutTextIsRefusedAtEveryByte()
    {
        const QByteArray text = R"({"a":[1.5e+3,true,null,"\u00e4ö\\"],"b":{"c":-0}})";
        QVERIFY(scanTopLevel(text));
        for (qsizetype i = 0; i < text.size(); ++i)
            QVERIFY2(!scanTopLevel(text.left(i)), qPrintable(QString::number(i)));
    }

    void invalidUtf8IsFoundAtEveryOffset()
    {
        for (int offset = 0; offset < 24; ++offset) {
            for (const QByteArray &bad :
                 {QByteArray("\xff"), QByteArray("\xc3\x28"), QByteArray("\xed\xa0\x80"),
                  QByteArray("\xf4\x90\x80\x80")}) {
                const QByteArray text =
                    "{\"k\":\"" + QByteArray(offset, 'x') + bad + QByteArray(30, 'y') + "\"}";
                QVERIFY(!scanTopLevel(text));
                QVERIFY(!Json::parse(text));
            }
        }
    }
};

OMNI_TEST(TstJsonScan)
#include "tst_jsonscan.moc"
