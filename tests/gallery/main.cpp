// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/gallery/shots.h"
#include "tests/support/fakeengine.h"
#include "tests/support/snapshots.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>

/// Writes a picture of every page, dialog and tray menu into a folder: light and dark, in both
/// languages, in all prepared states. One scale a run: QT_SCALE_FACTOR chooses it.
int main(int argc, char **argv)
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where to"));
    parser.addOption(
        {QStringLiteral("only"), QStringLiteral("names with this text"), QStringLiteral("text")});
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0, QStringLiteral("gallery"));
    QDir().mkpath(folder);
    omni::gallery::Shots shots(folder, parser.value(QStringLiteral("only")));
    shots.takeAll();
    return shots.failures() == 0 ? 0 : 1;
}
