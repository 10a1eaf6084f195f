// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/mainwindow.h"

#include "ui/pages/attentionaction.h"
#include "ui/pages/page.h"
#include "ui/pages/states.h"
#include "ui/shell/actions.h"
#include "ui/shell/header.h"
#include "ui/shell/sidebar.h"
#include "ui/text/attentiontext.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/noticebar.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace omni::ui::shell {

namespace {

/// Where the window stood: of no interest to the gateway, so not among its settings.
QSettings placeFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("omniroute"),
                     QStringLiteral("window"));
}

const QString GeometryKey = QStringLiteral("geometry");
const QString CollapsedKey = QStringLiteral("sidebarCollapsed");

} // namespace

MainWindow::MainWindow(engine::EngineFace &engine, widgets::Theme &theme, Actions &actions,
                       QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_actions(actions)
    , m_rows(pageRows())
{
    setObjectName(QStringLiteral("mainWindow"));
    build();
    connectActions();
    restorePlace();
    connect(&m_engine, &engine::EngineFace::snapshotChanged, this, &MainWindow::onSnapshot);
    connect(&m_theme, &widgets::Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
    openPage(m_rows.constFirst().id);
}

void MainWindow::build()
{
    setMinimumSize(900, 600);
    resize(1280, 800);
    m_sidebar = new Sidebar(m_theme, this);
    m_header = new Header(m_theme, this);
    m_stack = new QStackedWidget(this);
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(m_header);
    main->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(new widgets::Line(m_theme, Qt::Vertical, this));
    row->addLayout(main, 1);
    m_notice = new widgets::NoticeBar(m_theme, this);
    m_palette = new Palette(m_theme, this);
    new widgets::FocusRing(m_theme, this);

    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &id) { openPage(id); });
    connect(m_header, &Header::paletteRequested, this,
            [this] { m_palette->open(paletteEntries()); });
    connect(m_header, &Header::bellClicked, this, &MainWindow::onBell);
    connect(m_header, &Header::resumeRequested, this, [this] { m_engine.setPaused(false); });
    connect(m_header, &Header::detailsRequested, this,
            [this] { openPage(QStringLiteral("home")); });
    connect(m_palette, &Palette::pageRequested, this, [this](const QString &id) { openPage(id); });
}

void MainWindow::connectActions()
{
    addActions(m_actions.all());
    connect(m_actions.palette, &QAction::triggered, this,
            [this] { m_palette->open(paletteEntries()); });
    connect(m_actions.settings, &QAction::triggered, this,
            [this] { openPage(QStringLiteral("settings")); });
    connect(m_actions.hide, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.sidebar, &QAction::triggered, this, &MainWindow::toggleSidebar);
    connect(m_actions.undo, &QAction::triggered, this, &MainWindow::onUndo);
    connect(m_actions.newItem, &QAction::triggered, this, [this] {
        if (pages::Page *page = m_pages.value(m_current))
            page->startNew();
    });
    connect(m_actions.find, &QAction::triggered, this, [this] {
        pages::Page *page = m_pages.value(m_current);
        if (!page || !page->focusSearch())
            m_palette->open(paletteEntries());
    });
    connect(&m_actions, &Actions::toastRequested, this, &MainWindow::showToast);
    int number = 0;
    for (const PageRow &row : std::as_const(m_rows)) {
        if (row.group.isEmpty() || ++number > 9)
            continue;
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)), this);
        connect(shortcut, &QShortcut::activated, this, [this, id = row.id] { openPage(id); });
    }
}

pages::Page *MainWindow::ensurePage(const QString &pageId)
{
    if (pages::Page *page = m_pages.value(pageId))
        return page;
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                  [&](const PageRow &one) { return one.id == pageId; });
    if (row == m_rows.cend())
        return nullptr;
    pages::Page *page = row->make(m_engine, m_theme, m_stack);
    page->setObjectName(QStringLiteral("page.") + pageId);
    page->retranslate();
    connect(page, &pages::Page::openRequested, this, &MainWindow::openPage);
    connect(page, &pages::Page::toastRequested, this, &MainWindow::showToast);
    connect(page, &pages::Page::undoOffered, m_notice, &widgets::NoticeBar::showUndo);
    connect(page, &pages::Page::headerChanged, this, &MainWindow::updateHeader);
    connect(page, &pages::Page::settingChanged, this, &MainWindow::settingChanged);
    m_pages.insert(pageId, page);
    m_stack->addWidget(page);
    return page;
}

void MainWindow::openPage(const QString &pageId, const QString &item)
{
    if (pageId != m_current) {
        if (pages::Page *leaving = m_pages.value(m_current); leaving && !leaving->mayLeave()) {
            m_sidebar->setCurrent(m_current);
            return;
        }
        pages::Page *page = ensurePage(pageId);
        if (!page)
            return;
        m_current = pageId;
        page->setSnapshot(m_engine.snapshot());
        m_stack->setCurrentWidget(page);
        m_sidebar->setCurrent(pageId);
        updateHeader();
    }
    if (!item.isEmpty())
        m_pages.value(m_current)->openItem(item);
}

void MainWindow::onSnapshot()
{
    const engine::Snapshot &snapshot = m_engine.snapshot();
    m_sidebar->setSnapshot(snapshot);
    m_header->setSnapshot(snapshot);
    if (pages::Page *page = m_pages.value(m_current))
        page->setSnapshot(snapshot);
}

void MainWindow::updateHeader()
{
    const pages::Page *page = m_pages.value(m_current);
    if (!page)
        return;
    m_header->setTitle(page->title(), page->subtitle());
    m_header->setPillVisible(!page->showsServerState());
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("OmniRoute"));
    m_rows = pageRows();
    m_sidebar->setRows(m_rows);
    m_header->retranslate();
    for (pages::Page *page : std::as_const(m_pages))
        page->retranslate();
    onSnapshot();
    updateHeader();
}

void MainWindow::showToast(const QString &text)
{
    m_notice->showToast(text);
}

void MainWindow::onUndo()
{
    if (m_notice->canUndo())
        m_notice->undo();
}

void MainWindow::onBell()
{
    const engine::Snapshot &snapshot = m_engine.snapshot();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("bellMenu"));
    if (snapshot.attention.isEmpty())
        menu->addAction(tr("Nothing needs attention"))->setEnabled(false);
    for (const engine::AttentionItem &item : snapshot.attention) {
        const QString icon = widgets::stateIconName(pages::stateOf(item.kind));
        QAction *action =
            menu->addAction(m_theme.icon(icon, widgets::stateInk(pages::stateOf(item.kind))),
                            text::attentionText(item, snapshot.atMs).title);
        connect(action, &QAction::triggered, this, [this, item] {
            pages::actOn(item, m_engine, [this](const QString &page, const QString &place) {
                openPage(page, place);
            });
        });
    }
    const QPoint corner = m_header->bell()->mapToGlobal(QPoint(
        m_header->bell()->width() - menu->sizeHint().width(), m_header->bell()->height() + 4));
    menu->popup(corner);
}

void MainWindow::toggleSidebar()
{
    m_sidebar->setCollapsed(!m_sidebar->isCollapsed());
    placeFile().setValue(CollapsedKey, m_sidebar->isCollapsed());
}

void MainWindow::restorePlace()
{
    const QSettings file = placeFile();
    restoreGeometry(file.value(GeometryKey).toByteArray());
    m_sidebar->setCollapsed(file.value(CollapsedKey).toBool());
}

void MainWindow::savePlace() const
{
    placeFile().setValue(GeometryKey, saveGeometry());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    savePlace();
    if (m_isQuitting) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_closesToTray) {
        hide();
        emit hidden();
    } else {
        emit quitRequested();
    }
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().canvas);
}

} // namespace omni::ui::shell
