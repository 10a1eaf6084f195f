// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/settings/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace omni::ui::pages::settings {

namespace {

QString filePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/autostart/io.github.omniroute.OmniRoute.desktop");
}

/// A path as the desktop entry specification wants it inside quotes.
QString quoted(QString path)
{
    for (const QChar special : {u'\\', u'"', u'`', u'$'})
        path.replace(special, QStringLiteral("\\") + special);
    return QLatin1Char('"') + path + QLatin1Char('"');
}

} // namespace

bool canStartAtLogin()
{
#ifdef Q_OS_LINUX
    return true;
#else
    return false;
#endif
}

bool startsAtLogin()
{
    QFile file(filePath());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // Desktops switch an entry off by such a line instead of removing the file.
    const QByteArray text = file.readAll();
    return !text.contains("Hidden=true") && !text.contains("X-GNOME-Autostart-enabled=false");
}

base::Result<void> setStartsAtLogin(bool on)
{
    const QString path = filePath();
    if (!on) {
        if (QFile::exists(path) && !QFile::remove(path))
            return base::fail(base::ErrorCode::Internal,
                              QStringLiteral("cannot remove the autostart file"));
        return {};
    }
    const QString program =
        qEnvironmentVariable("APPIMAGE", QCoreApplication::applicationFilePath());
    const QString text = QStringLiteral("[Desktop Entry]\n"
                                        "Type=Application\n"
                                        "Version=1.4\n"
                                        "Name=OmniRoute Desktop\n"
                                        "Exec=%1 --minimized\n"
                                        "Icon=io.github.omniroute.OmniRoute\n"
                                        "Terminal=false\n")
                             .arg(quoted(program));
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return base::fail(base::ErrorCode::Internal,
                          QStringLiteral("cannot write the autostart file"));
    return {};
}

} // namespace omni::ui::pages::settings
