// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/store/settings.h"
#include "tests/support/storetest.h"

#include <QRegularExpression>

using namespace omni;
using namespace omni::test;
using base::ErrorCode;
using base::Json;
using base::Result;
using store::SettingRow;
using store::Settings;

class TstSettings : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temp;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<Settings> m_settings;

    static QList<SettingRow> rows()
    {
        return {{.key = QStringLiteral("server.port"),
                 .type = SettingRow::Type::Int,
                 .fallback = Json(20128),
                 .min = 0,
                 .max = 65535},
                {.key = QStringLiteral("server.lan"), .fallback = Json(false)},
                {.key = QStringLiteral("ui.name"),
                 .type = SettingRow::Type::Text,
                 .fallback = Json("x")},
                {.key = QStringLiteral("ui.theme"),
                 .type = SettingRow::Type::Choice,
                 .fallback = Json("auto"),
                 .choices = {QStringLiteral("auto"), QStringLiteral("dark")}}};
    }

    void restart()
    {
        m_settings.reset();
        if (m_database)
            m_database->close();
        m_database = std::move(*store::Database::open(m_temp->filePath(QStringLiteral("data"))));
        m_settings = std::make_unique<Settings>(*m_database, rows());
        QCOMPARE(errorOf(m_settings->load()), QString());
    }

    Result<void> set(const QString &key, const QString &text)
    {
        std::optional<Result<void>> outcome;
        m_settings->set(key, text, this, [&](const Result<void> &got) { outcome = got; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }))
            return base::fail(ErrorCode::Timeout, QStringLiteral("no answer"));
        return *outcome;
    }

private slots:
    void init()
    {
        m_temp = std::make_unique<QTemporaryDir>();
        restart();
    }
    void cleanup()
    {
        m_settings.reset();
        m_database.reset();
    }

    void unsetMeansTheFallback()
    {
        QCOMPARE(m_settings->value(QStringLiteral("server.port")), Json(20128));
        QVERIFY(!m_settings->isSet(QStringLiteral("server.port")));
        QVERIFY(m_settings->value(QStringLiteral("nothing")).isNull());
    }

    void whatIsSetIsKept_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        const auto row = [](const char *key, const char *text, const char *json) {
            QTest::addRow("%s %s", key, text)
                << QString::fromLatin1(key) << QString::fromUtf8(text) << QString::fromUtf8(json);
        };
        row("server.port", "8080", "8080");
        row("server.port", "0", "0");
        row("server.lan", "true", "true");
        row("ui.name", "bare words", "\"bare words\"");
        row("ui.name", "\"quoted\"", "\"quoted\"");
        row("ui.name", "42", "\"42\"");
        row("ui.name", "", "\"\"");
        row("ui.theme", "dark", "\"dark\"");
    }
    void whatIsSetIsKept()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, json);
        const QSignalSpy changed(m_settings.get(), &Settings::changed);
        QCOMPARE(errorOf(set(key, text)), QString());
        QCOMPARE(changed.size(), 1);
        restart();
        QVERIFY(m_settings->isSet(key));
        QCOMPARE(m_settings->value(key).toJson(), json.toUtf8());
        bool isDone = false;
        m_settings->reset(key, this, [&](const Result<void> &done) { isDone = done.has_value(); });
        QTRY_VERIFY(isDone);
        restart();
        QVERIFY(!m_settings->isSet(key));
    }

    void whatDoesNotFitIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *key, const char *text, const char *says) {
            QTest::addRow("%s %s", key, text)
                << QString::fromLatin1(key) << QString::fromLatin1(text)
                << QString::fromLatin1(says);
        };
        row("server.port", "65536", "0 to 65535");
        row("server.port", "-1", "0 to 65535");
        row("server.port", "80.5", "whole number");
        row("server.port", "eighty", "whole number");
        row("server.port", "\"80\"", "whole number");
        row("server.lan", "1", "true or false");
        row("server.lan", "yes", "true or false");
        row("ui.theme", "light", "auto, dark");
    }
    void whatDoesNotFitIsRefusedInWords()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto outcome = set(key, text);
        QCOMPARE(outcome.error().code, ErrorCode::InvalidRequest);
        QVERIFY2(outcome.error().detail.contains(says), qPrintable(outcome.error().detail));
        QVERIFY(!m_settings->isSet(key));
    }

    void anUnknownKeyGetsTheNearestOne()
    {
        const auto outcome = set(QStringLiteral("server.prot"), QStringLiteral("1"));
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QVERIFY(outcome.error().detail.contains(QStringLiteral("server.port")));
    }

    void aStoredValueThatNoLongerFitsCountsAsUnset()
    {
        for (const auto &[key, value] :
             {std::pair{"server.port", "70000"}, std::pair{"ui.theme", "{broken"}})
            QCOMPARE(errorOf(writeAndWait(*m_database, putSetting(QString::fromLatin1(key),
                                                                  QString::fromLatin1(value)))),
                     QString());
        for (int i = 0; i < 2; ++i)
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("does not fit any more")));
        restart();
        QCOMPARE(m_settings->value(QStringLiteral("server.port")), Json(20128));
        QVERIFY(!m_settings->isSet(QStringLiteral("ui.theme")));
    }
};

OMNI_TEST(TstSettings)
#include "tst_settings.moc"
