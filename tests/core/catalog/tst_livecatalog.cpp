// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/livecatalog.h"
#include "core/store/database.h"
#include "tests/support/omnitest.h"

#include <QRegularExpression>
#include <QSqlQuery>

using namespace omni::catalog;
using omni::base::ErrorCode;
using omni::base::Result;
using omni::store::Database;

namespace {

Provider lab(const QString &prefix = QStringLiteral("lab"))
{
    Provider provider;
    provider.id = ProviderId(prefix);
    provider.prefix = prefix;
    provider.name = QStringLiteral("The lab");
    provider.auth = {AuthKind::ApiKey};
    provider.format = omni::chat::Format::OpenAiChat;
    provider.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    provider.chatPath = "/chat/completions";
    provider.headers = {{"x-team", "blue"}};
    provider.allowPlainHttp = true;
    return provider;
}

} // namespace

class TstLiveCatalog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<LiveCatalog> m_live;

    void open()
    {
        auto database = Database::open(m_dir->path());
        QVERIFY2(database, qPrintable(database ? QString() : database.error().detail));
        m_database = std::move(*database);
        m_live = std::make_unique<LiveCatalog>(*m_database);
        const auto loaded = m_live->load();
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
    }
    void close()
    {
        m_live.reset();
        m_database->close();
        m_database.reset();
    }
    Result<void> save(const Provider &provider)
    {
        std::optional<Result<void>> result;
        m_live->save(provider, this, [&](Result<void> got) { result = got; });
        (void)QTest::qWaitFor([&] { return result.has_value(); });
        return result.value_or(omni::base::fail(ErrorCode::Timeout, QString()));
    }
    Result<void> remove(const char *id)
    {
        std::optional<Result<void>> result;
        m_live->remove(ProviderId(QString::fromLatin1(id)), this,
                       [&](Result<void> got) { result = got; });
        (void)QTest::qWaitFor([&] { return result.has_value(); });
        return result.value_or(omni::base::fail(ErrorCode::Timeout, QString()));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        if (m_live)
            close();
    }

    void aProviderOfTheUsersOwnIsThereAfterARestart()
    {
        QSignalSpy changed(m_live.get(), &LiveCatalog::changed);
        const auto before = m_live->snapshot();
        QVERIFY(save(lab()));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!before->findByPrefix(u"lab"));
        QVERIFY(m_live->current().findByPrefix(u"lab"));
        close();
        open();
        const Provider *found = m_live->current().findByPrefix(u"lab");
        QVERIFY(found);
        Provider expected = lab();
        expected.isUserMade = true;
        QCOMPARE(*found, expected);
    }

    void whatShipsIsNeitherReplacedNorRemoved()
    {
        QCOMPARE(save(lab(QStringLiteral("cc"))).error().code, ErrorCode::InvalidRequest);
        const auto replaced = save(lab(QStringLiteral("openai")));
        QCOMPARE(replaced.error().code, ErrorCode::InvalidRequest);
        QCOMPARE(remove("openai").error().code, ErrorCode::InvalidRequest);
        QCOMPARE(remove("nobody").error().code, ErrorCode::NotFound);
        QCOMPARE(m_live->current().findByPrefix(u"openai")->name, QStringLiteral("OpenAI"));
    }

    void savingAgainReplaces()
    {
        QVERIFY(save(lab()));
        Provider changed = lab();
        changed.name = QStringLiteral("New name");
        QVERIFY(save(changed));
        QCOMPARE(m_live->current().findByPrefix(u"lab")->name, QStringLiteral("New name"));
        QVERIFY(remove("lab"));
        QVERIFY(!m_live->current().findByPrefix(u"lab"));
        close();
        open();
        QVERIFY(!m_live->current().findByPrefix(u"lab"));
    }

    void aProviderThatCouldNotBeReadAgainIsNotKept()
    {
        Provider broken = lab();
        broken.headers = {{"bad name", "x"}};
        QCOMPARE(save(broken).error().code, ErrorCode::InvalidRequest);
        QVERIFY(!m_live->current().findByPrefix(u"lab"));
    }

    void aRowThatNobodyUnderstandsStays()
    {
        std::optional<Result<void>> written;
        m_database->write(
            [](QSqlDatabase &database) -> Result<void> {
                QSqlQuery query(database);
                query.exec(
                    QStringLiteral("INSERT INTO user_providers VALUES ('x', '{\"new\":1}')"));
                return {};
            },
            this, [&](Result<void> result) { written = result; });
        QTRY_VERIFY(written);
        close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("provider x")));
        open();
        auto reader = m_database->startReader();
        QVERIFY(reader);
        QSqlQuery query(*reader);
        QVERIFY(query.exec(QStringLiteral("SELECT count(*) FROM user_providers")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 1);
    }
};

OMNI_TEST(TstLiveCatalog)
#include "tst_livecatalog.moc"
