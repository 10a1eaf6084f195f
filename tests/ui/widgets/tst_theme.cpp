// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>

using namespace omni::ui::widgets;

class TstTheme : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeReadOnEverySurface_data();
    void textCanBeReadOnEverySurface();
    void shapesStandOut_data();
    void shapesStandOut();
    void choiceDecidesBeforeTheSystem();
    void systemIsFollowedWhenAsked();
    void changedIsToldOnce();
    void sizesFollowTheSystemFont();
    void everyIconCanBeDrawn();
    void iconTakesTheColour();
    void unknownIconIsEmpty();
};

void TstTheme::textCanBeReadOnEverySurface_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstTheme::textCanBeReadOnEverySurface()
{
    QFETCH(bool, isDark);
    const Tokens t = isDark ? darkTokens() : lightTokens();
    const QList<QColor> surfaces{t.canvas,     t.sidebar,  t.card,    t.sunken, t.hover, t.select,
                                 t.accentSoft, t.warnSoft, t.errSoft, t.add,    t.del};
    const QList<QColor> inks{t.text, t.text2};
    for (const QColor &surface : surfaces) {
        for (const QColor &ink : inks)
            QVERIFY2(contrast(ink, surface) >= 4.5,
                     qPrintable(ink.name() + QStringLiteral(" on ") + surface.name()));
    }
    // Captions and placeholders never stand on a selected or tinted row of a list.
    for (const QColor &surface : {t.canvas, t.sidebar, t.card, t.sunken, t.hover, t.accentSoft})
        QVERIFY2(contrast(t.text3, surface) >= 4.5, qPrintable(surface.name()));
    for (const QColor &word : {t.warn, t.err, t.cool, t.accent}) {
        for (const QColor &surface : {t.canvas, t.card, t.sunken})
            QVERIFY2(contrast(word, surface) >= 4.5,
                     qPrintable(word.name() + QStringLiteral(" on ") + surface.name()));
    }
    QVERIFY(contrast(t.onAccent, t.accentFill) >= 4.5);
    QVERIFY(contrast(t.text2, t.tile) >= 4.5);
    QVERIFY(contrast(t.err, t.errSoft) >= 4.5);
}

void TstTheme::shapesStandOut_data()
{
    textCanBeReadOnEverySurface_data();
}

void TstTheme::shapesStandOut()
{
    QFETCH(bool, isDark);
    const Tokens t = isDark ? darkTokens() : lightTokens();
    for (const QColor &shape :
         {t.ok, t.warn, t.err, t.cool, t.off, t.edge, t.fill, t.warnFill, t.errFill, t.accentFill})
        QVERIFY2(contrast(shape, t.card) >= 3.0, qPrintable(shape.name()));
}

void TstTheme::choiceDecidesBeforeTheSystem()
{
    Theme theme;
    theme.setSystemDark(true);
    theme.setChoice(ThemeChoice::Light);
    QVERIFY(!theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().canvas);
    theme.setChoice(ThemeChoice::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().canvas);
    theme.setChoice(ThemeChoice::Light);
}

void TstTheme::systemIsFollowedWhenAsked()
{
    Theme theme;
    theme.setSystemDark(true);
    QVERIFY(theme.isDark());
    theme.setSystemDark(false);
    QVERIFY(!theme.isDark());
}

void TstTheme::changedIsToldOnce()
{
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    QSignalSpy spy(&theme, &Theme::changed);
    theme.setChoice(ThemeChoice::Dark);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(spy.count(), 1);
    theme.setChoice(ThemeChoice::Light);
}

void TstTheme::sizesFollowTheSystemFont()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPixelSize(26);
    large.setFamilies({QStringLiteral("Chosen By The Desktop")});
    QApplication::setFont(large);
    {
        const Theme theme;
        QCOMPARE(theme.font(Type::Body).pixelSize(), 26);
        QCOMPARE(theme.font(Type::Figure).pixelSize(), 48);
        QCOMPARE(theme.font(Type::Caption).pixelSize(), 22);
        QVERIFY(theme.height(30) > 30);
        QVERIFY(theme.lineHeight(Type::Body) >= 40);
    }
    QApplication::setFont(before);
}

void TstTheme::everyIconCanBeDrawn()
{
    const Theme theme;
    QDirIterator files(QStringLiteral(OMNI_SOURCE_DIR "/resources/icons"),
                       {QStringLiteral("*.svg")}, QDir::Files);
    int count = 0;
    while (files.hasNext()) {
        const QString name = QFileInfo(files.next()).completeBaseName();
        const QPixmap drawn = theme.pixmap(name, Qt::black, 16, 1.0);
        QVERIFY2(!drawn.isNull(), qPrintable(name + QStringLiteral(" is missing in ui.qrc")));
        bool hasInk = false;
        const QImage image = drawn.toImage();
        for (int y = 0; y < 16 && !hasInk; ++y) {
            for (int x = 0; x < 16 && !hasInk; ++x)
                hasInk = qAlpha(image.pixel(x, y)) > 40;
        }
        QVERIFY2(hasInk, qPrintable(name + QStringLiteral(" draws nothing")));
        ++count;
    }
    QVERIFY(count > 50);
}

void TstTheme::iconTakesTheColour()
{
    const Theme theme;
    const QImage image =
        theme.pixmap(QStringLiteral("state-ok"), QColor(Qt::red), 32, 1.0, Qt::blue).toImage();
    QCOMPARE(image.pixelColor(16, 6), QColor(Qt::red));
    bool hasBehind = false;
    for (int x = 0; x < 32; ++x)
        hasBehind = hasBehind || image.pixelColor(x, 20) == QColor(Qt::blue);
    QVERIFY(hasBehind);
    QCOMPARE(theme.pixmap(QStringLiteral("copy"), Qt::red, 16, 2.0).size(), QSize(32, 32));
}

void TstTheme::unknownIconIsEmpty()
{
    const Theme theme;
    QVERIFY(theme.pixmap(QStringLiteral("no-such-icon"), Qt::red, 16, 1.0).isNull());
}

OMNI_TEST(TstTheme)
#include "tst_theme.moc"
