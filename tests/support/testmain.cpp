// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"

#include <QStandardPaths>
#include <QTemporaryDir>

#include <map>

#ifdef OMNI_TEST_GUI
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace {

auto &tests()
{
    static std::map<QString, std::function<QObject *()>> all;
    return all;
}

} // namespace

int omni::test::addTest(const char *name, const std::function<QObject *()> &make)
{
    const QString className = QString::fromLatin1(name);
    // TstClientKeys stands in tst_clientkeys.cpp.
    tests()[QStringLiteral("tst_") + className.mid(3).toLower()] = make;
    return 0;
}

/// `--class tst_x` runs one class; without it all run. Other arguments go to Qt Test.
int main(int argc, char **argv)
{
    // No test touches the user's folders.
    QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CONFIG_HOME", home.filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_CACHE_HOME", home.filePath(QStringLiteral("cache")).toUtf8());
    for (const char *name : {"DATA_DIR", "OMNIROUTE_PORT", "PORT", "OMNIROUTE_HOST", "http_proxy",
                             "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(name);

    Application application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    QString only;
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--class")); at > 0) {
        only = arguments.value(at + 1);
        arguments.remove(at, 2);
    }
    int failures = 0;
    bool found = false;
    for (const auto &[name, make] : tests()) {
        if (!only.isEmpty() && only != name)
            continue;
        found = true;
        const std::unique_ptr<QObject> test(make());
        failures += QTest::qExec(test.get(), arguments);
    }
    if (!found) {
        qCritical("no test class %s in this program", qPrintable(only));
        return 1;
    }
    return failures == 0 ? 0 : 1;
}
