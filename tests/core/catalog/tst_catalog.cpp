// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/json.h"
#include "core/catalog/catalog.h"
#include "tests/support/omnitest.h"

#include <QDirIterator>
#include <QSet>

using namespace omni::catalog;
using omni::base::Json;

namespace {

QByteArray minimal(const QByteArray &more = {})
{
    return R"({"id":"lab","prefix":"lab","name":"Lab","baseUrl":"https://lab.example/v1")" + more +
           '}';
}

QString folder()
{
    return QStringLiteral(OMNI_SOURCE_DIR "/resources/catalog/providers");
}

} // namespace

class TstCatalog : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsInTheProgram()
    {
        const auto catalog = Catalog::loadBuiltin();
        QVERIFY2(catalog, qPrintable(catalog ? QString() : catalog.error().detail));
        QCOMPARE(catalog->providers().size(),
                 QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files).size());
        QVERIFY(catalog->providers().size() >= 74);
    }

    void everyFileIsSane_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(folder(), {QStringLiteral("*.json")}, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(files.fileName())) << path;
        }
    }
    void everyFileIsSane()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto parsed = Catalog::parseProvider(file.readAll());
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().detail));
        const Provider &provider = *parsed;
        QCOMPARE(provider.isUserMade, false);
        QVERIFY(!provider.auth.isEmpty());

        // A key never travels in clear, except to this computer.
        QStringList urls{provider.baseUrl.toString(), provider.baseUrlForm};
        for (const QByteArray &part : {provider.chatPath, provider.streamPath, provider.modelsPath,
                                       provider.checkPath, provider.countTokensPath}) {
            if (part.contains("://"))
                urls.append(QString::fromUtf8(part));
        }
        urls.removeAll(QString());
        for (const QString &url : urls) {
            const bool isHere = url.startsWith(QLatin1String("http://localhost:"));
            QVERIFY2(provider.isLocal ? isHere : url.startsWith(QLatin1String("https://")),
                     qPrintable(url));
            QVERIFY(!url.endsWith(u'/'));
        }
        if (!provider.modelsPath.isEmpty() && provider.modelsKey.isEmpty())
            QVERIFY(provider.id.text() == QLatin1String("together") ||
                    provider.id.text() == QLatin1String("github-models") ||
                    provider.id.text() == QLatin1String("elevenlabs"));
        if (provider.format == omni::chat::Format::Anthropic) {
            QVERIFY(provider.headers.contains({QByteArray("anthropic-version"), "2023-06-01"}));
        }
        // Nothing that was left for somebody else to fill in.
        for (const auto &[name, value] : provider.headers)
            QVERIFY2(!value.contains('{'), value.constData());

        QSet<QByteArray> names;
        for (const Model &model : provider.models) {
            for (const QByteArray &name : QList<QByteArray>{model.id} + model.aliases) {
                QVERIFY2(!names.contains(name), name.constData());
                names.insert(name);
            }
            for (const auto &price : {model.price.input, model.price.output})
                QVERIFY(!price || *price < 1000);
            if (model.contextWindow && model.maxOutput)
                QVERIFY2(*model.maxOutput <= *model.contextWindow, model.id.constData());
        }
    }

    void writingAndReadingGivesTheSame_data() { everyFileIsSane_data(); }
    void writingAndReadingGivesTheSame()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto first = Catalog::parseProvider(file.readAll());
        QVERIFY(first);
        const QByteArray written = Catalog::toJson(*first);
        const auto second = Catalog::parseProvider(written);
        QVERIFY2(second, qPrintable(second ? QString() : second.error().detail));
        QCOMPARE(*second, *first);
        QCOMPARE(Catalog::toJson(*second), written);
    }

    void errorsNameTheField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        // Slashes are escaped: moc takes two of them in a raw string for a comment.
        const auto row = [](const char *name, const QByteArray &json, const char *field) {
            QTest::newRow(name) << json << QString::fromLatin1(field);
        };
        row("no id", R"({"prefix":"a","name":"a","baseUrl":"https:\/\/a.b/v1"})", "id");
        row("no name", R"({"id":"a","prefix":"a","baseUrl":"https:\/\/a.b/v1"})", "name");
        row("no address", R"({"id":"a","prefix":"a","name":"a"})", "baseUrl");
        row("misspelt", minimal(R"(,"chatpath":"/x")"), "chatpath");
        row("prefix", R"({"id":"a","prefix":"A/b","name":"a","baseUrl":"https:\/\/a.b/v1"})",
            "prefix");
        row("url", R"({"id":"a","prefix":"a","name":"a","baseUrl":"ftp:\/\/a.b"})", "baseUrl");
        row("format", minimal(R"(,"format":"telex")"), "format");
        row("format without path", minimal(R"(,"format":"anthropic")"), "chatPath");
        row("path", minimal(R"(,"modelsPath":"models")"), "modelsPath");
        row("tier", minimal(R"(,"tier":"gold")"), "tier");
        row("auth", minimal(R"(,"auth":["api-key","charm"])"), "auth[1]");
        row("method", minimal(R"(,"checkMethod":"DELETE")"), "checkMethod");
        row("header", minimal(R"(,"headers":{"a":"b\r\nc"})"), "headers.a");
        row("trait", minimal(R"(,"traits":{"developerRole":"no"})"), "traits.developerRole");
        row("unknown trait", minimal(R"(,"traits":{"speed":1})"), "traits.speed");
        row("model id", minimal(R"(,"models":[{"id":"a"},{"name":"b"}])"), "models[1].id");
        row("price", minimal(R"(,"models":[{"id":"a","price":{"input":-1}}])"),
            "models[0].price.input");
        row("window", minimal(R"(,"models":[{"id":"a","contextWindow":"big"}])"),
            "models[0].contextWindow");
    }
    void errorsNameTheField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto parsed = Catalog::parseProvider(json);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().field, field);
        QVERIFY2(parsed.error().detail.startsWith(field), qPrintable(parsed.error().detail));
    }

    void modelTraitsStandOnTheProvidersOwn()
    {
        const auto provider = Catalog::parseProvider(
            minimal(R"(,"traits":{"developerRole":false},"models":[{"id":"a"},)"
                    R"({"id":"b","aliases":["bee"],"traits":{"sampling":false}}])"));
        QVERIFY(provider);
        QCOMPARE(provider->traitsFor("a"), provider->traits);
        QCOMPARE(provider->traitsFor("b").developerRole, false);
        QCOMPARE(provider->traitsFor("b").sampling, false);
        QCOMPARE(provider->traitsFor("bee").sampling, false);
        QCOMPARE(provider->model("bee")->id, QByteArray("b"));
        QCOMPARE(provider->traitsFor("unknown").sampling, true);
    }

    void prefixesAliasesAndIdsLeadToTheProvider()
    {
        const auto catalog = Catalog::loadBuiltin();
        QVERIFY(catalog);
        const ProviderId claude(QStringLiteral("claude"));
        for (const char *word : {"cc", "CC", "claude-code", "claude"}) {
            const Provider *found = catalog->findByPrefix(QString::fromLatin1(word));
            QVERIFY2(found, word);
            QCOMPARE(found->id, claude);
        }
        QVERIFY(catalog->find(claude));
        QVERIFY(!catalog->find(ProviderId(QStringLiteral("cc"))));
        QVERIFY(!catalog->findByPrefix(u"nobody"));
    }

    void aTakenPrefixIsRefused()
    {
        Catalog catalog;
        QVERIFY(catalog.put(*Catalog::parseProvider(minimal())));
        Provider other = *Catalog::parseProvider(minimal());
        other.id = ProviderId(QStringLiteral("other"));
        const auto refused = catalog.put(other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, QStringLiteral("prefix"));
        QVERIFY(refused.error().detail.contains(QLatin1String("Lab")));
        other.prefix = QStringLiteral("other");
        other.aliases = {QStringLiteral("LAB")};
        QVERIFY(!catalog.put(other));
        other.aliases.clear();
        QVERIFY(catalog.put(other));
        catalog.remove(ProviderId(QStringLiteral("lab")));
        QVERIFY(!catalog.findByPrefix(u"lab"));
        QCOMPARE(catalog.findByPrefix(u"other")->id, other.id);
    }
};

OMNI_TEST(TstCatalog)
#include "tst_catalog.moc"
