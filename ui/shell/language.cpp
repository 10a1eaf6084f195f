// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/language.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace omni::ui::shell {

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("pt_BR")};
}

QString systemLanguage()
{
    const QStringList ours = languages();
    for (QString wanted : QLocale::system().uiLanguages()) {
        wanted.replace(QLatin1Char('-'), QLatin1Char('_'));
        for (const QString &language : ours) {
            if (wanted == language ||
                wanted.section(QLatin1Char('_'), 0, 0) == language.section(QLatin1Char('_'), 0, 0))
                return language;
        }
    }
    return ours.constFirst();
}

Language::Language(QObject *parent)
    : QObject(parent)
{}

Language::~Language() = default;

bool Language::use(const QString &choice)
{
    const bool isSystem = !languages().contains(choice);
    const QString language = isSystem ? systemLanguage() : choice;
    if (language == m_current && choice == m_choice)
        return false;
    m_current = language;
    m_choice = choice;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // The system's own locale knows how its user writes numbers; a chosen language brings its own.
    QLocale::setDefault(isSystem ? QLocale::system() : QLocale(language));
    if (m_qt.load(QStringLiteral("qtbase_") + language,
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/omniroute_") + language))
        QCoreApplication::installTranslator(&m_own);
    QGuiApplication::setLayoutDirection(QLocale(language).textDirection());
    return true;
}

} // namespace omni::ui::shell
