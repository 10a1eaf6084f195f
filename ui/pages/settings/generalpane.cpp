// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/settings/generalpane.h"

#include "ui/pages/settings/autostart.h"
#include "ui/text/errortext.h"

#include <QVBoxLayout>

namespace omni::ui::pages::settings {

namespace {

const QString LanguageKey = QStringLiteral("app.language");
const QString ThemeKey = QStringLiteral("app.theme");
/// Stands for the autostart file, which is no setting of the engine.
const QString LoginKey = QStringLiteral("login");

QStringList themeWords()
{
    return {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
}

} // namespace

GeneralPane::GeneralPane(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_look(new widgets::Card(theme, this))
    , m_start(new widgets::Card(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_look);
    column->addWidget(m_start);
    for (widgets::Card *card : {m_look, m_start}) {
        card->body()->setContentsMargins(16, 0, 16, 4);
        card->body()->setSpacing(0);
    }
    buildLook(theme);
    buildStart(theme);
    retranslate();
    refresh();
}

void GeneralPane::buildLook(widgets::Theme &theme)
{
    m_languageRow = new widgets::FormRow(theme, m_look);
    m_language = new widgets::ComboBox(theme, widgets::Type::Body, m_look);
    m_language->setObjectName(QStringLiteral("language"));
    // A language is named in itself, so that one finds back.
    m_language->addItem(QString(), QStringLiteral("system"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Português (Brasil)"), QStringLiteral("pt_BR"));
    m_languageRow->addControl(m_language);
    m_themeRow = new widgets::FormRow(theme, m_look);
    m_theme = new widgets::Segments(theme, m_look);
    m_theme->setObjectName(QStringLiteral("theme"));
    m_themeRow->addControl(m_theme);
    m_lookLine = new widgets::Line(theme, Qt::Horizontal, m_look);
    m_look->body()->addWidget(m_languageRow);
    m_look->body()->addWidget(m_lookLine);
    m_look->body()->addWidget(m_themeRow);
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        set(LanguageKey, QStringLiteral("\"%1\"").arg(m_language->itemData(index).toString()));
    });
    connect(m_theme, &widgets::Segments::chosen, this, [this](int index) {
        set(ThemeKey, QStringLiteral("\"%1\"").arg(themeWords().at(index)));
    });
}

void GeneralPane::buildStart(widgets::Theme &theme)
{
    if (canStartAtLogin())
        addFlag(theme, LoginKey);
    for (const auto *key : {"app.startHidden", "app.keepRunning", "app.tray"})
        addFlag(theme, QLatin1String(key));
}

void GeneralPane::addFlag(widgets::Theme &theme, const QString &key)
{
    FlagRow flag;
    flag.key = key;
    if (!m_flags.isEmpty()) {
        flag.line = new widgets::Line(theme, Qt::Horizontal, m_start);
        m_start->body()->addWidget(flag.line);
    }
    flag.row = new widgets::FormRow(theme, m_start);
    flag.control = new widgets::Switch(theme, m_start);
    flag.control->setObjectName(key);
    flag.row->addControl(flag.control);
    m_start->body()->addWidget(flag.row);
    m_flags.append(flag);
    connect(flag.control, &QAbstractButton::clicked, this, [this, key](bool on) {
        if (key == LoginKey)
            onLogin(on);
        else
            set(key, on ? QStringLiteral("true") : QStringLiteral("false"));
    });
}

void GeneralPane::onLogin(bool on)
{
    if (!setStartsAtLogin(on))
        emit toastRequested(tr("The system refused it. Nothing was changed."));
    refresh();
}

QString GeneralPane::word(const QString &key) const
{
    QString value = m_engine.setting(key);
    return value.remove(QLatin1Char('"'));
}

void GeneralPane::set(const QString &key, const QString &json)
{
    m_engine.setSetting(key, json, this, [this, key](const base::Result<void> &outcome) {
        if (outcome)
            emit settingChanged(key);
        else
            emit toastRequested(text::errorText(outcome.error()).oneLine());
        refresh();
    });
}

void GeneralPane::refresh()
{
    m_language->setCurrentIndex(std::max(0, m_language->findData(word(LanguageKey))));
    m_theme->setCurrent(int(std::max<qsizetype>(0, themeWords().indexOf(word(ThemeKey)))));
    for (const FlagRow &flag : std::as_const(m_flags))
        flag.control->setChecked(flag.key == LoginKey ? startsAtLogin()
                                                      : word(flag.key) == QLatin1String("true"));
}

void GeneralPane::retranslate()
{
    m_look->setTitle(tr("Look"));
    m_languageRow->setTexts(tr("Language"), tr("Changes at once."));
    m_language->setItemText(0, tr("As the system"));
    m_themeRow->setTexts(tr("Theme"), {});
    m_theme->setTexts({tr("System"), tr("Light"), tr("Dark")});
    m_theme->setAccessibleName(tr("Theme"));
    m_start->setTitle(tr("Start and close"));
    const auto texts = [this](const QString &key) -> std::pair<QString, QString> {
        if (key == LoginKey)
            return {tr("Start at login"), tr("Starts in the tray, without a window.")};
        if (key == QLatin1String("app.startHidden"))
            return {tr("Start hidden"), tr("Shows only the tray icon when it starts.")};
        if (key == QLatin1String("app.keepRunning"))
            return {tr("Keep running when the window is closed"),
                    tr("Programs can go on asking. Without a tray, closing quits.")};
        return {tr("Show a tray icon"), tr("State and the most used commands, always at hand.")};
    };
    for (const FlagRow &flag : std::as_const(m_flags)) {
        const auto [title, description] = texts(flag.key);
        flag.row->setTexts(title, description);
    }
}

bool GeneralPane::filter(const QString &text)
{
    const auto fits = [&](const widgets::FormRow *row) {
        return text.isEmpty() || row->title().contains(text, Qt::CaseInsensitive);
    };
    const bool hasLanguage = fits(m_languageRow);
    const bool hasTheme = fits(m_themeRow);
    m_languageRow->setVisible(hasLanguage);
    m_themeRow->setVisible(hasTheme);
    m_lookLine->setVisible(hasLanguage && hasTheme);
    m_look->setVisible(hasLanguage || hasTheme);
    bool hasFlag = false;
    for (const FlagRow &flag : std::as_const(m_flags)) {
        const bool isShown = fits(flag.row);
        flag.row->setVisible(isShown);
        if (flag.line)
            flag.line->setVisible(isShown && hasFlag);
        hasFlag = hasFlag || isShown;
    }
    m_start->setVisible(hasFlag);
    return hasLanguage || hasTheme || hasFlag;
}

} // namespace omni::ui::pages::settings
