// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakeengine.h"
#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/pages/settings/autostart.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>

using namespace omni;
using ui::pages::settings::SettingsPage;

class TstSettings : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void themeIsSetAndTold();
    void languageIsSet();
    void switchesShowAndSet();
    void networkNeedsASecondClick();
    void keptSafeChangesNothing();
    void safeDirectionNeedsNoQuestion();
    void portIsAppliedOnlyByTheButton();
    void refusedSettingGoesBack();
    void loginEntryIsWrittenAndRemoved();
    void searchFindsAcrossSections();

private:
    template<typename T>
    T *child(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    QPushButton *visibleButton(const char *name);

    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<test::FakeEngine> m_engine;
    std::unique_ptr<SettingsPage> m_page;
};

void TstSettings::init()
{
    m_theme = std::make_unique<ui::widgets::Theme>();
    m_engine = std::make_unique<test::FakeEngine>();
    m_page = std::make_unique<SettingsPage>(*m_engine, *m_theme);
    m_page->resize(1084, 714);
    m_engine->show(test::filledSnapshot());
    m_page->setSnapshot(m_engine->snapshot());
    m_page->show();
}

void TstSettings::cleanup()
{
    m_page.reset();
    m_engine.reset();
    m_theme.reset();
}

QPushButton *TstSettings::visibleButton(const char *name)
{
    for (auto *button : m_page->findChildren<QPushButton *>(QLatin1String(name))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

void TstSettings::themeIsSetAndTold()
{
    QSignalSpy told(m_page.get(), &ui::pages::Page::settingChanged);
    auto *segments = child<QWidget>("theme");
    QTest::mouseClick(segments->findChild<QAbstractButton *>(QStringLiteral("segment2")),
                      Qt::LeftButton);
    QCOMPARE(m_engine->setting(QStringLiteral("app.theme")), QStringLiteral("\"dark\""));
    QCOMPARE(told.constFirst().constFirst(), QStringLiteral("app.theme"));
}

void TstSettings::languageIsSet()
{
    auto *language = child<QComboBox>("language");
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Down);
    QTest::keyClick(language, Qt::Key_Down);
    QCOMPARE(m_engine->setting(QStringLiteral("app.language")), QStringLiteral("\"pt_BR\""));
}

void TstSettings::switchesShowAndSet()
{
    auto *keep = child<QAbstractButton>("app.keepRunning");
    QVERIFY(keep->isChecked());
    QTest::mouseClick(keep, Qt::LeftButton);
    QCOMPARE(m_engine->setting(QStringLiteral("app.keepRunning")), QStringLiteral("false"));
    QVERIFY(!keep->isChecked());
}

void TstSettings::networkNeedsASecondClick()
{
    m_page->openItem(QStringLiteral("server"));
    auto *lan = child<QAbstractButton>("server.host");
    QTest::mouseClick(lan, Qt::LeftButton);
    QVERIFY(m_engine->calls().isEmpty());
    QVERIFY(!lan->isChecked());
    QVERIFY(visibleButton("keepSafe"));
    QTest::mouseClick(visibleButton("acceptRisk"), Qt::LeftButton);
    QCOMPARE(m_engine->setting(QStringLiteral("server.host")), QStringLiteral("\"0.0.0.0\""));
    QVERIFY(lan->isChecked());
    QVERIFY(!visibleButton("acceptRisk"));
}

void TstSettings::keptSafeChangesNothing()
{
    m_page->openItem(QStringLiteral("server"));
    auto *key = child<QAbstractButton>("server.requireKey");
    QVERIFY(key->isChecked());
    QTest::mouseClick(key, Qt::LeftButton);
    QTest::mouseClick(visibleButton("keepSafe"), Qt::LeftButton);
    QVERIFY(m_engine->calls().isEmpty());
    QVERIFY(key->isChecked());
}

void TstSettings::safeDirectionNeedsNoQuestion()
{
    m_engine->setSetting(QStringLiteral("server.requireKey"), QStringLiteral("false"), this, {});
    m_page->hide();
    m_page->show();
    m_page->openItem(QStringLiteral("server"));
    auto *key = child<QAbstractButton>("server.requireKey");
    QVERIFY(!key->isChecked());
    QTest::mouseClick(key, Qt::LeftButton);
    QVERIFY(!visibleButton("acceptRisk"));
    QCOMPARE(m_engine->setting(QStringLiteral("server.requireKey")), QStringLiteral("true"));
}

void TstSettings::portIsAppliedOnlyByTheButton()
{
    m_page->openItem(QStringLiteral("server"));
    auto *port = child<QSpinBox>("port");
    QCOMPARE(port->value(), 20128);
    QVERIFY(!visibleButton("restart"));
    port->setValue(20131);
    QVERIFY(m_engine->calls().isEmpty());
    // A new snapshot must not take away what is being typed.
    m_page->setSnapshot(m_engine->snapshot());
    QCOMPARE(port->value(), 20131);
    QTest::mouseClick(visibleButton("restart"), Qt::LeftButton);
    QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("usePort 20131")});
    QVERIFY(!visibleButton("restart"));
}

void TstSettings::refusedSettingGoesBack()
{
    m_engine->failWith(base::Error{.code = base::ErrorCode::Internal});
    QSignalSpy toasts(m_page.get(), &ui::pages::Page::toastRequested);
    auto *hidden = child<QAbstractButton>("app.startHidden");
    QTest::mouseClick(hidden, Qt::LeftButton);
    QVERIFY(!hidden->isChecked());
    QCOMPARE(toasts.count(), 1);
}

void TstSettings::loginEntryIsWrittenAndRemoved()
{
    const QString path = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                         QStringLiteral("/autostart/io.github.omniroute.OmniRoute.desktop");
    auto *login = child<QAbstractButton>("login");
    QVERIFY(!login->isChecked());
    QTest::mouseClick(login, Qt::LeftButton);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("[Desktop Entry]\n"));
    QVERIFY(text.contains("--minimized\n"));
    QVERIFY(login->isChecked());
    // Switched off by the desktop's own settings.
    file.close();
    QVERIFY(file.open(QIODevice::Append));
    file.write("Hidden=true\n");
    file.close();
    QVERIFY(!ui::pages::settings::startsAtLogin());
    QVERIFY(ui::pages::settings::setStartsAtLogin(true));
    QTest::mouseClick(login, Qt::LeftButton);
    QVERIFY(!QFile::exists(path));
}

void TstSettings::searchFindsAcrossSections()
{
    QVERIFY(m_page->focusSearch());
    auto *search = child<QLineEdit>("settingSearch");
    QTest::keyClicks(search, QStringLiteral("port"));
    QVERIFY(child<QSpinBox>("port")->isVisible());
    QVERIFY(!child<QAbstractButton>("app.tray")->isVisible());
    search->setText(QStringLiteral("tray"));
    QVERIFY(child<QAbstractButton>("app.tray")->isVisible());
    QVERIFY(!child<QSpinBox>("port")->isVisible());
    search->clear();
    QVERIFY(child<QAbstractButton>("app.keepRunning")->isVisible());
}

OMNI_TEST(TstSettings)
#include "tst_settings.moc"
