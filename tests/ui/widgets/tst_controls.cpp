// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/tile.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QVBoxLayout>

using namespace omni::ui::widgets;

class TstControls : public QObject
{
    Q_OBJECT

private slots:
    void copyButtonSaysSoAndGoesBack();
    void secretIsFetchedMarkedAndForgotten();
    void otherTextIsNotTakenBack();
    void refusedSecretCopiesNothing();
    void longNamesLoseTheirMiddle();
    void segmentsTellChoicesOfTheUserOnly();
    void switchTurnsByKeyboard();
    void escEmptiesTheSearch();
    void wheelOverAComboBoxChangesNothing();
    void undoTakesBackOnce();
    void toastOffersNoUndo();
    void ringFollowsTheKeyboardOnly();
    void tilesShowAtMostThreeLetters();
    void clickAreasAreLargeEnough();
};

void TstControls::copyButtonSaysSoAndGoesBack()
{
    Theme theme;
    CopyButton button(theme);
    button.setIdleText(QStringLiteral("Copy endpoint"));
    button.setCopyText(QStringLiteral("http://127.0.0.1:20128/v1"));
    button.show();
    const int width = button.sizeHint().width();
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:20128/v1"));
    QCOMPARE(button.text(), QStringLiteral("Copied"));
    QCOMPARE(button.sizeHint().width(), width);
    QTRY_COMPARE_WITH_TIMEOUT(button.text(), QStringLiteral("Copy endpoint"), 4000);
}

void TstControls::secretIsFetchedMarkedAndForgotten()
{
    copySecret(QStringLiteral("sk-omr-secret"), std::chrono::milliseconds(20));
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), QStringLiteral("sk-omr-secret"));
    QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
    QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());

    Theme theme;
    CopyIconButton button(theme);
    button.setIdleName(QStringLiteral("Copy client key"));
    button.setSecretSource(
        [](const CopyIconButton::Deliver &deliver) { deliver(QStringLiteral("sk-omr-fetched")); });
    QSignalSpy copied(&button, &CopyIconButton::copied);
    button.click();
    QCOMPARE(copied.count(), 1);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("sk-omr-fetched"));
    QCOMPARE(button.glyph(), QStringLiteral("check"));
}

void TstControls::otherTextIsNotTakenBack()
{
    copySecret(QStringLiteral("sk-omr-secret"), std::chrono::milliseconds(20));
    copyText(QStringLiteral("mine"));
    QTest::qWait(60);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
}

void TstControls::refusedSecretCopiesNothing()
{
    Theme theme;
    copyText(QStringLiteral("before"));
    CopyIconButton button(theme);
    button.setSecretSource([](const CopyIconButton::Deliver &deliver) { deliver({}); });
    button.click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(button.glyph(), QStringLiteral("copy"));
}

void TstControls::longNamesLoseTheirMiddle()
{
    Theme theme;
    ElidedLabel label(theme, Qt::ElideMiddle);
    const QString whole = QStringLiteral("openrouter/deepseek/deepseek-v4-with-a-long-name");
    label.setFullText(whole);
    label.resize(120, 20);
    label.show();
    QVERIFY(label.text() != whole);
    QVERIFY(label.text().startsWith(QStringLiteral("op")));
    QVERIFY(label.text().endsWith(QStringLiteral("me")));
    QCOMPARE(label.toolTip(), whole);
    QCOMPARE(label.accessibleName(), whole);
    label.resize(2000, 20);
    QCOMPARE(label.text(), whole);
    QVERIFY(label.toolTip().isEmpty());
}

void TstControls::segmentsTellChoicesOfTheUserOnly()
{
    Theme theme;
    Segments segments(theme);
    segments.setTexts({QStringLiteral("System"), QStringLiteral("Light"), QStringLiteral("Dark")});
    QCOMPARE(segments.current(), 0);
    QSignalSpy spy(&segments, &Segments::chosen);
    segments.setCurrent(2);
    QCOMPARE(spy.count(), 0);
    segments.show();
    auto *light = segments.findChild<QAbstractButton *>(QStringLiteral("segment1"));
    QTest::mouseClick(light, Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(segments.current(), 1);
    segments.setTexts(
        {QStringLiteral("Sistema"), QStringLiteral("Claro"), QStringLiteral("Escuro")});
    QCOMPARE(segments.current(), 1);
}

void TstControls::switchTurnsByKeyboard()
{
    Theme theme;
    Switch control(theme);
    control.show();
    QTest::keyClick(&control, Qt::Key_Space);
    QVERIFY(control.isChecked());
}

void TstControls::escEmptiesTheSearch()
{
    Theme theme;
    SearchField field(theme);
    field.show();
    QTest::keyClicks(&field, QStringLiteral("claude"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
}

void TstControls::wheelOverAComboBoxChangesNothing()
{
    Theme theme;
    ComboBox box(theme);
    box.addItems({QStringLiteral("a"), QStringLiteral("b")});
    box.show();
    QWheelEvent wheel(QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&box, &wheel);
    QCOMPARE(box.currentIndex(), 0);
}

void TstControls::undoTakesBackOnce()
{
    Theme theme;
    QWidget parent;
    parent.resize(600, 400);
    NoticeBar bar(theme, &parent);
    parent.show();
    int undone = 0;
    bar.showUndo(QStringLiteral("Account removed"), [&] { ++undone; });
    QVERIFY(bar.isVisible());
    QVERIFY(bar.canUndo());
    QVERIFY(parent.rect().contains(bar.geometry()));
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("undo")), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!bar.canUndo());
    bar.undo();
    QCOMPARE(undone, 1);
}

void TstControls::toastOffersNoUndo()
{
    Theme theme;
    QWidget parent;
    NoticeBar bar(theme, &parent);
    parent.show();
    bar.showUndo(QStringLiteral("Removed"), [] { QFAIL("a replaced undo must not run"); });
    bar.showToast(QStringLiteral("Endpoint copied"));
    QVERIFY(!bar.canUndo());
    bar.undo();
    QVERIFY(!bar.isVisible());
}

void TstControls::ringFollowsTheKeyboardOnly()
{
    Theme theme;
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    auto *first = new Button(theme);
    auto *second = new Button(theme);
    first->setText(QStringLiteral("First"));
    second->setText(QStringLiteral("Second"));
    row->addWidget(first);
    row->addWidget(second);
    FocusRing ring(theme, &window);
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus(Qt::MouseFocusReason);
    QVERIFY(!ring.target());
    QTest::keyClick(first, Qt::Key_Tab);
    QCOMPARE(ring.target(), static_cast<QWidget *>(second));
    QVERIFY(ring.isVisible());
    QCOMPARE(ring.geometry(), second->geometry().adjusted(-3, -3, 3, 3));
}

void TstControls::tilesShowAtMostThreeLetters()
{
    QCOMPARE(tileText(QStringLiteral("glm")), QStringLiteral("glm"));
    QCOMPARE(tileText(QStringLiteral("openrouter")), QStringLiteral("op"));
}

void TstControls::clickAreasAreLargeEnough()
{
    Theme theme;
    SmallButton small(theme);
    small.setText(QStringLiteral("x"));
    LinkButton link(theme);
    link.setText(QStringLiteral("Clear"));
    IconButton icon(theme, QStringLiteral("close"));
    CheckBox check(theme);
    RadioButton radio(theme);
    Switch onOff(theme);
    for (const QWidget *widget :
         std::initializer_list<const QWidget *>{&small, &link, &icon, &check, &radio, &onOff})
        QVERIFY2(widget->sizeHint().height() >= 24 && widget->sizeHint().width() >= 24,
                 widget->metaObject()->className());
}

OMNI_TEST(TstControls)
#include "tst_controls.moc"
