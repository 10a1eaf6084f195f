// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakeengine.h"
#include "tests/support/omnitest.h"
#include "tests/support/snapshots.h"
#include "ui/pages/providers/accountcard.h"
#include "ui/pages/providers/providerspage.h"
#include "ui/widgets/masterlist.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTranslator>

namespace omni::test {

/// The Providers page on an engine that shows prepared snapshots, and what its tests need to find
/// on it.
class ProvidersFixture
{
public:
    void makePage()
    {
        // English has a file for its plural forms.
        QVERIFY(m_plurals.load(QStringLiteral(":/i18n/omniroute_en")));
        QCoreApplication::installTranslator(&m_plurals);
        m_theme = std::make_unique<ui::widgets::Theme>();
        m_engine = std::make_unique<FakeEngine>();
        m_page = std::make_unique<ui::pages::providers::ProvidersPage>(*m_engine, *m_theme);
        m_page->resize(1084, 714);
        QObject::connect(m_engine.get(), &engine::EngineFace::snapshotChanged, m_page.get(),
                         [this] { m_page->setSnapshot(m_engine->snapshot()); });
    }
    void removePage()
    {
        m_sheet = nullptr;
        m_page.reset();
        m_engine.reset();
        m_theme.reset();
        QCoreApplication::removeTranslator(&m_plurals);
    }
    void show(const engine::Snapshot &snapshot)
    {
        m_engine->show(snapshot);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
    }

    ui::pages::providers::AccountCard *card(const char *id)
    {
        return m_page->findChild<ui::pages::providers::AccountCard *>(QStringLiteral("card.") +
                                                                      QLatin1String(id));
    }
    template<typename T>
    T *child(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    QStringList titles()
    {
        QStringList all;
        for (const auto &row : child<ui::widgets::MasterList>("providerList")->rowModel()->rows())
            all.append(row.title);
        return all;
    }

    /// The sheet that is open, whatever was open before.
    ui::widgets::Sheet *sheet(const char *name)
    {
        for (auto *one : m_page->findChildren<ui::widgets::Sheet *>(QLatin1String(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    void openAddSheet(const char *item)
    {
        m_page->openItem(QLatin1String(item));
        m_sheet = sheet("addSheet");
        QVERIFY(m_sheet);
        QApplication::setActiveWindow(m_sheet);
    }
    template<typename T>
    T *part(const char *name)
    {
        return m_sheet->findChild<T *>(QLatin1String(name));
    }
    void type(const char *field, const char *text)
    {
        auto *edit = part<QLineEdit>(field);
        QVERIFY2(edit && edit->isVisible(), field);
        edit->clear();
        QTest::keyClicks(edit, QLatin1String(text));
    }
    void press() { QTest::mouseClick(m_sheet->actionButton(), Qt::LeftButton); }

    static void click(QWidget *parent, const char *name)
    {
        auto *button = parent->findChild<QAbstractButton *>(QLatin1String(name));
        QVERIFY2(button && button->isVisible(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// All visible words of a widget.
    static QString words(const QWidget *holder)
    {
        if (!holder || !holder->isVisible())
            return {};
        if (const auto *label = qobject_cast<const QLabel *>(holder))
            return label->text();
        QStringList all;
        for (const QLabel *label : holder->findChildren<QLabel *>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(QLatin1Char(' '));
    }
    static QString words(const QWidget *parent, const char *name)
    {
        return words(parent->findChild<QWidget *>(QLatin1String(name)));
    }
    /// What a screen reader could not say; empty = everything has a name.
    static QString nameless(const QWidget *parent)
    {
        for (const QWidget *widget : parent->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
                return widget->objectName() + QLatin1Char(' ') +
                       QLatin1String(widget->metaObject()->className());
        }
        return {};
    }

    QTranslator m_plurals;
    std::unique_ptr<ui::widgets::Theme> m_theme;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<ui::pages::providers::ProvidersPage> m_page;
    ui::widgets::Sheet *m_sheet = nullptr;
};

} // namespace omni::test
