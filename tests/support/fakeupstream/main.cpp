// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

// The scripted provider on its own, for trying things by hand and for tests in other languages:
//   fakeupstream [--port N] [--key KEY] [--base-path /v1] [--text TEXT] [--model ID]…
//                [--replay CASE-FOLDER [--piece N]] [--lenient] [--quiet]
// Says on stdout where it listens; a line for each request goes to stderr. GET /_fake/requests
// tells what it has received so far.

#include "tests/support/fakeupstream/fakeupstream.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace omni::test;

namespace {

const QString Port = QStringLiteral("port");
const QString Key = QStringLiteral("key");
const QString BasePath = QStringLiteral("base-path");
const QString Text = QStringLiteral("text");
const QString ModelId = QStringLiteral("model");
const QString Replay = QStringLiteral("replay");
const QString Piece = QStringLiteral("piece");
const QString Lenient = QStringLiteral("lenient");
const QString Quiet = QStringLiteral("quiet");

void addOptions(QCommandLineParser *parser)
{
    parser->setApplicationDescription(QStringLiteral("A provider that does as its model says."));
    parser->addHelpOption();
    parser->addOptions({
        {Port, QStringLiteral("Port; 0 = any free."), QStringLiteral("n"), QStringLiteral("0")},
        {Key, QStringLiteral("The key it wants; empty = none."), QStringLiteral("key"),
         QStringLiteral("sk-fake-upstream")},
        {BasePath, QStringLiteral("Path before /chat/completions."), QStringLiteral("path"),
         QStringLiteral("/v1")},
        {Text, QStringLiteral("What it says."), QStringLiteral("text")},
        {ModelId, QStringLiteral("A model of its list."), QStringLiteral("id")},
        {Replay, QStringLiteral("Answers each chat with this recorded case."),
         QStringLiteral("folder")},
        {Piece, QStringLiteral("Replays in pieces of so many bytes."), QStringLiteral("n"),
         QStringLiteral("0")},
        {Lenient, QStringLiteral("Accepts unknown fields and foreign signatures.")},
        {Quiet, QStringLiteral("No line a request.")},
    });
}

void configure(FakeUpstream *fake, const QCommandLineParser &parser)
{
    fake->setKey(parser.value(Key).toUtf8());
    fake->setBasePath(parser.value(BasePath).toUtf8());
    if (parser.isSet(Text))
        fake->setText(parser.value(Text).toUtf8());
    fake->setUnknownFieldsAllowed(parser.isSet(Lenient));
    fake->setForeignSignaturesAllowed(parser.isSet(Lenient));
    QList<QByteArray> models;
    for (const QString &id : parser.values(ModelId))
        models.append(id.toUtf8());
    if (!models.isEmpty())
        fake->setModels(models);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(&parser);
    parser.process(application);

    FakeUpstream fake;
    configure(&fake, parser);
    if (!fake.listen(quint16(parser.value(Port).toUInt()))) {
        qCritical("cannot listen on port %s", qPrintable(parser.value(Port)));
        return 1;
    }
    if (parser.isSet(Replay)) {
        const Answer recorded = recordedAnswer(parser.value(Replay), parser.value(Piece).toInt());
        if (recorded.status == 0) {
            qCritical("no recorded case in %s", qPrintable(parser.value(Replay)));
            return 1;
        }
        fake.setHandler([recorded](const Received &request) -> std::optional<Answer> {
            if (request.method != "POST")
                return {};
            return recorded;
        });
    }
    if (!parser.isSet(Quiet)) {
        QObject::connect(&fake, &FakeUpstream::requestReceived, &fake, [&fake](int index) {
            const Received &request = fake.requests().at(index);
            QTextStream(stderr) << request.method << ' ' << request.path << ' '
                                << request.json["model"].toBytes() << ' ' << request.body.size()
                                << " bytes" << Qt::endl;
        });
        QObject::connect(&fake, &FakeUpstream::requestAborted, &fake, [](int index) {
            QTextStream(stderr) << "client of request " << index << " left" << Qt::endl;
        });
    }
    QTextStream(stdout) << "fakeupstream: listening on " << fake.url(QString()).toString()
                        << Qt::endl;
    return QCoreApplication::exec();
}
