// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/base/jsonscan.h"
#include "tests/support/omnitest.h"

using omni::base::Json;

/// The public JSON acceptance corpus (tests/data/json-test-suite) and what relaying asks for.
class TstJson : public QObject
{
    Q_OBJECT

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QDir corpus()
    {
        return QDir(QStringLiteral(OMNI_TEST_DATA "/json-test-suite/test_parsing"));
    }

    static void corpusRows()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : corpus().entryList({QStringLiteral("*.json")}))
            QTest::newRow(qPrintable(name)) << name;
    }

private slots:
    void theCorpusIsComplete()
    {
        QCOMPARE(corpus().entryList({QStringLiteral("n_*.json")}).size(), 188);
        QCOMPARE(corpus().entryList({QStringLiteral("y_*.json")}).size(), 95);
    }

    void acceptsAndRefusesByTheCorpus_data() { corpusRows(); }
    void acceptsAndRefusesByTheCorpus()
    {
        QFETCH(QString, name);
        const QByteArray text = read(corpus().filePath(name));
        const auto json = Json::parse(text);
        if (name.startsWith(QLatin1String("y_")))
            QVERIFY2(json.has_value(), json ? "" : qPrintable(json.error().detail));
        if (name.startsWith(QLatin1String("n_")))
            QVERIFY(!json);
        if (!json) {
            QVERIFY(json.error().detail.contains(QLatin1String("at byte")));
            return;
        }
        const auto again = Json::parse(json->toJson());
        QVERIFY(again);
        QVERIFY(*again == *json);
        QCOMPARE(again->toJson(), json->toJson());
    }

    void refusesEveryControlCharacterWhereverItStands()
    {
        for (char control = 0; control < 0x20; ++control) {
            for (int before = 0; before < 40; ++before) {
                const QByteArray text =
                    "{\"a\\\"" + QByteArray(before, 'x') + control + QByteArray(20, 'y') + "\":1}";
                QVERIFY2(!Json::parse(text), qPrintable(QStringLiteral("0x%1 behind %2 letters")
                                                            .arg(int(control), 2, 16)
                                                            .arg(before)));
                QVERIFY(!omni::base::scanTopLevel(text));
            }
        }
    }

    void theScannerAgreesWithTheParser_data() { corpusRows(); }
    void theScannerAgreesWithTheParser()
    {
        QFETCH(QString, name);
        const QByteArray text = read(corpus().filePath(name));
        // Each text as the value of a member: the scanner wants an object at the top.
        const QByteArray wrapped = "{\"v\":" + text + "}";
        // The scanner looks at grammar only; the parser also refuses what no double can hold.
        static const QStringList beyondDouble{QStringLiteral("i_number_huge_exp.json"),
                                              QStringLiteral("i_number_neg_int_huge_exp.json"),
                                              QStringLiteral("i_number_pos_double_huge_exp.json"),
                                              QStringLiteral("i_number_real_neg_overflow.json"),
                                              QStringLiteral("i_number_real_pos_overflow.json")};
        if (beyondDouble.contains(name)) {
            QVERIFY(omni::base::scanTopLevel(wrapped));
            return;
        }
        QCOMPARE(omni::base::scanTopLevel(wrapped).has_value(), Json::parse(wrapped).has_value());
    }

    void numbersKeepTheirText()
    {
        const QByteArray text = R"([1.0,1e2,-0.0,18446744073709551615,0.70,9007199254740993])";
        QCOMPARE(Json::parse(text)->toJson(), text);
        QCOMPARE(Json::parse(text)->at(1).asInt(), 100);
        QCOMPARE(Json::parse(text)->at(4).asInt(), std::nullopt);
        QCOMPARE(Json::parse(text)->at(5).asInt(), 9007199254740993LL);
    }

    void membersKeepTheirOrderAndRepeat()
    {
        const QByteArray text = R"({"z":1,"a":2,"z":3})";
        const auto json = Json::parse(text);
        QCOMPARE(json->toJson(), text);
        QCOMPARE((*json)["z"].toInt(), 3);
        QVERIFY(!Json::parse(text, {.refuseDuplicateKeys = true}));
    }

    void depthIsLimited()
    {
        const auto nested = [](int depth) {
            return QByteArray(depth, '[') + QByteArray(depth, ']');
        };
        QVERIFY(Json::parse(nested(512)));
        QVERIFY(!Json::parse(nested(513)));
        QVERIFY(!Json::parse(nested(64), {.maxDepth = 63}));
        QVERIFY(!Json::parse(QByteArray(1'000'000, '[')));
    }

    void textIsEscapedNoMoreThanNeeded()
    {
        const auto json = Json::parse("\"\\u00e4\\/\\\"\\\\\\n\\u0001\\ud83d\\ude00\"");
        QCOMPARE(json->toJson(), QByteArray("\"ä/\\\"\\\\\\n\\u0001😀\""));
    }

    void anEmptyKeyIsAKey()
    {
        const QByteArray text = R"({"":{"":[]}})";
        QCOMPARE(Json::parse(text)->toJson(), text);
    }

    void editingKeepsTheOrder()
    {
        Json json = *Json::parse(R"({"a":1,"b":2,"c":3})");
        json.set("b", Json("x"));
        json.set("d", Json(true));
        QCOMPARE(json.take("a").toInt(), 1);
        QCOMPARE(json.toJson(), QByteArray(R"({"b":"x","c":3,"d":true})"));
    }
};

OMNI_TEST(TstJson)
#include "tst_json.moc"
