// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/combospage.h"

#include "ui/pages/combos/editorpane.h"
#include "ui/pages/combos/leavesheet.h"
#include "ui/pages/combos/listpane.h"
#include "ui/pages/combos/previewpane.h"
#include "ui/pages/combos/problems.h"
#include "ui/text/errortext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrolled.h"

#include <QMessageBox>
#include <QScrollArea>
#include <QShortcut>
#include <QTabBar>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

namespace {

/// A window of 1000 without its sidebar.
constexpr int ThreeColumnsFrom = 804;
constexpr int ListWidth = 204;
constexpr int PreviewWidth = 272;
enum Tab
{
    Models,
    Preview
};

const QString ComboItem = QStringLiteral("combo/");

} // namespace

CombosPage::CombosPage(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
{
    build();
    connectParts();
    addShortcut(QKeySequence::Save, &CombosPage::saveCurrent);
    addShortcut(Qt::Key_F2, &CombosPage::renameCurrent);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_editor->setNow(now());
        m_preview->setNow(now());
    });
    connect(&theme, &widgets::Theme::changed, this, &CombosPage::arrange);
    retranslate();
}

void CombosPage::build()
{
    m_empty = new widgets::EmptyState(m_theme, this);
    m_empty->button()->setObjectName(QStringLiteral("firstCombo"));
    m_content = new QWidget(this);
    m_list = new ListPane(m_theme, m_content);
    m_tabs = new QTabBar(m_content);
    m_tabs->setObjectName(QStringLiteral("comboTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_tabLine = new widgets::Line(m_theme, Qt::Horizontal, m_content);
    m_editor = new EditorPane(m_theme);
    m_editor->setObjectName(QStringLiteral("scrolled"));
    m_preview = new PreviewPane(m_engine, m_theme);
    m_editorScroll = widgets::scrolled(m_editor);
    m_previewScroll = widgets::scrolled(m_preview);
    m_previewLine = new widgets::Line(m_theme, Qt::Vertical, m_content);

    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(m_editorScroll, 1);
    panes->addWidget(m_previewLine);
    panes->addWidget(m_previewScroll);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(20, 0, 20, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(tabs);
    right->addWidget(m_tabLine);
    right->addLayout(panes, 1);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(new widgets::Line(m_theme, Qt::Vertical, m_content));
    row->addLayout(right, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_empty, 1);
    outer->addWidget(m_content, 1);
    m_empty->hide();
}

void CombosPage::connectParts()
{
    connect(m_empty->button(), &QPushButton::clicked, this, &CombosPage::startNew);
    connect(m_tabs, &QTabBar::currentChanged, this, &CombosPage::arrange);
    connect(m_list, &ListPane::newRequested, this, &CombosPage::startNew);
    connect(m_list, &ListPane::deleteRequested, this, &CombosPage::deleteCurrent);
    connect(m_list, &ListPane::renameRequested, this, &CombosPage::renameCurrent);
    connect(m_list->list(), &widgets::MasterList::currentChangedTo, this,
            [this](const QString &key) {
                if (!m_isRefreshing)
                    choose(key);
            });
    connect(m_editor, &EditorPane::edited, this, &CombosPage::edit);
    connect(m_editor, &EditorPane::saveRequested, this, &CombosPage::saveCurrent);
    connect(m_editor, &EditorPane::discardRequested, this, &CombosPage::discardCurrent);
    connect(m_editor, &EditorPane::undoRequested, this, &CombosPage::undoCurrent);
    connect(m_editor, &EditorPane::duplicateRequested, this, &CombosPage::duplicateCurrent);
    connect(m_editor, &EditorPane::deleteRequested, this, &CombosPage::deleteCurrent);
    connect(m_editor, &EditorPane::useRequested, this,
            [this](const QString &name) { m_engine.useCombo(name); });
}

void CombosPage::addShortcut(const QKeySequence &keys, void (CombosPage::*act)())
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
}

QString CombosPage::title() const
{
    return tr("Combos");
}

qint64 CombosPage::now() const
{
    return m_snapshot.atMs + (m_since.isValid() ? m_since.elapsed() : 0);
}

void CombosPage::setSnapshot(const engine::Snapshot &snapshot)
{
    m_snapshot = snapshot;
    m_since.start();
    // Until the engine has answered, its list may hold the old or the new name.
    if (m_saving.isEmpty())
        m_drafts.setSaved(snapshot.combos);
    refresh();
}

void CombosPage::refresh()
{
    const QStringList keys = m_drafts.keys();
    m_empty->setVisible(keys.isEmpty());
    m_content->setVisible(!keys.isEmpty());
    const QString before = m_current;
    if (!keys.contains(m_current))
        m_current = keys.value(0);
    m_isRefreshing = true;
    m_list->setDrafts(m_drafts, m_snapshot, m_snapshot.atMs);
    m_list->list()->setCurrentId(m_current);
    m_isRefreshing = false;
    m_preview->setSnapshot(m_snapshot);
    if (const auto view = m_drafts.view(m_current)) {
        m_editor->setView(*view, m_snapshot, m_snapshot.atMs);
        if (m_current == before)
            m_preview->setCombo(view->combo);
        else
            m_preview->setOtherCombo(view->combo);
    }
    arrange();
}

void CombosPage::choose(const QString &key)
{
    if (key.isEmpty() || key == m_current)
        return;
    m_current = key;
    refresh();
    m_preview->setOtherCombo(m_drafts.view(key)->combo);
}

void CombosPage::edit(const route::Combo &combo, const QString &kind)
{
    m_drafts.edit(m_current, combo, kind);
    refresh();
}

QString CombosPage::freeName(const QString &wish) const
{
    const auto isTaken = [this](const QString &name) {
        return m_drafts.keys().contains(name) || m_snapshot.modelIds.contains(name);
    };
    for (int number = 2;; ++number) {
        const QString name = QStringLiteral("%1-%2").arg(wish).arg(number);
        if (!isTaken(name))
            return name;
    }
}

bool CombosPage::startNew()
{
    // One that was begun and left empty is as good as another.
    const QStringList keys = m_drafts.keys();
    for (const QString &key : keys) {
        if (key.startsWith(QLatin1Char('*')) && !m_drafts.isDirty(key))
            m_drafts.discard(key);
    }
    m_current = m_drafts.addNew({});
    m_tabs->setCurrentIndex(Models);
    refresh();
    m_preview->setOtherCombo({});
    m_editor->rename();
    return true;
}

void CombosPage::openItem(const QString &item)
{
    if (item == QLatin1String("new")) {
        startNew();
    } else if (item.startsWith(ComboItem)) {
        const QString name = item.mid(ComboItem.size());
        if (m_drafts.view(name))
            choose(name);
    }
}

bool CombosPage::canSave(const QString &key) const
{
    const auto view = m_drafts.view(key);
    if (!view || !nameProblem(view->combo.name, view->savedName, m_snapshot).isEmpty())
        return false;
    const QList<Problem> problems = stepProblems(view->combo, view->savedName, m_snapshot);
    return std::none_of(problems.begin(), problems.end(),
                        [](const Problem &problem) { return problem.isBlocking; });
}

void CombosPage::saveCurrent()
{
    if (m_drafts.isDirty(m_current) && canSave(m_current))
        save(m_current);
}

void CombosPage::save(const QString &key)
{
    const auto view = m_drafts.view(key);
    if (!view || m_saving.contains(key))
        return;
    m_saving.append(key);
    m_engine.saveCombo(view->savedName, view->combo, this,
                       [this, key, combo = view->combo](const base::Result<void> &done) {
                           m_saving.removeAll(key);
                           if (!done) {
                               emit toastRequested(text::errorText(done.error()).oneLine());
                               return;
                           }
                           onSaved(key, combo);
                       });
}

void CombosPage::onSaved(const QString &key, const route::Combo &combo)
{
    const auto view = m_drafts.view(key);
    const bool wasEditedOn = view && view->combo != combo;
    const QString saved = m_drafts.markSaved(key, combo);
    // What was changed while the answer was on its way stays a change.
    if (wasEditedOn)
        m_drafts.edit(saved, view->combo);
    if (m_current == key)
        m_current = saved;
    // The combo in use stays in use under its new name.
    if (saved != key && m_snapshot.activeCombo == key)
        m_engine.useCombo(saved);
    // A snapshot that does not know the new state yet must not take it back.
    if (m_saving.isEmpty() && m_snapshot.combos.contains(combo))
        m_drafts.setSaved(m_snapshot.combos);
    refresh();
    emit toastRequested(tr("%1 saved").arg(combo.name));
}

void CombosPage::discardCurrent()
{
    m_drafts.discard(m_current);
    refresh();
}

void CombosPage::undoCurrent()
{
    m_drafts.undo(m_current);
    refresh();
}

void CombosPage::duplicateCurrent()
{
    const auto view = m_drafts.view(m_current);
    if (!view)
        return;
    route::Combo copy = view->combo;
    copy.name = freeName(copy.name.isEmpty() ? QStringLiteral("combo") : copy.name);
    m_current = m_drafts.addNew(copy);
    refresh();
    m_preview->setOtherCombo(copy);
    m_editor->rename();
}

void CombosPage::deleteCurrent()
{
    const auto view = m_drafts.view(m_current);
    if (!view)
        return;
    const QStringList users = usersOf(view->savedName, m_snapshot);
    if (view->savedName.isEmpty() || users.isEmpty()) {
        deleteNow(m_current);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Delete combo"),
                                tr("Delete “%1”? It stands in %2; they skip it from then on.")
                                    .arg(view->savedName, users.join(QStringLiteral(", "))),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("deleteUsed"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *button = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(button, &QAbstractButton::clicked, this, [this, key = m_current] { deleteNow(key); });
    box->open();
}

void CombosPage::deleteNow(const QString &key)
{
    const auto view = m_drafts.view(key);
    if (!view)
        return;
    const bool isSaved = !view->savedName.isEmpty();
    const route::Combo kept = isSaved ? *m_drafts.saved(key) : view->combo;
    m_drafts.remove(key);
    if (isSaved)
        m_engine.removeCombo(view->savedName);
    refresh();
    const QString name = kept.name.isEmpty() ? tr("New combo") : kept.name;
    emit undoOffered(tr("%1 deleted").arg(name), [this, kept, isSaved] {
        if (!isSaved) {
            m_current = m_drafts.addNew(kept);
            refresh();
            return;
        }
        m_engine.saveCombo({}, kept, this, [this, kept](const base::Result<void> &done) {
            if (!done) {
                emit toastRequested(text::errorText(done.error()).oneLine());
                return;
            }
            m_current = m_drafts.markSaved(kept.name, kept);
            refresh();
        });
    });
}

void CombosPage::renameCurrent()
{
    m_tabs->setCurrentIndex(Models);
    m_editor->rename();
}

bool CombosPage::mayLeave()
{
    const QStringList dirty = m_drafts.dirtyKeys();
    if (dirty.isEmpty())
        return true;
    QStringList names;
    bool canSaveAll = true;
    for (const QString &key : dirty) {
        const QString name = m_drafts.view(key)->combo.name;
        names.append(name.isEmpty() ? tr("New combo") : name);
        canSaveAll = canSaveAll && canSave(key);
    }
    LeaveSheet sheet(m_theme, names, canSaveAll, this);
    sheet.exec();
    if (sheet.answer() == LeaveSheet::Answer::Stay)
        return false;
    for (const QString &key : dirty) {
        if (sheet.answer() == LeaveSheet::Answer::Save)
            save(key);
        else
            m_drafts.discard(key);
    }
    refresh();
    return true;
}

void CombosPage::retranslate()
{
    setAccessibleName(title());
    m_empty->setTexts(
        tr("No combos yet"),
        tr("A combo is a name for several models in order. A program asks for the name; the "
           "first model that can answer takes the request, and when it reaches its limit the "
           "next one goes on."),
        tr("New combo"));
    m_tabs->setTabText(Models, tr("Models"));
    m_tabs->setTabText(Preview, tr("What would happen now?"));
    m_tabs->setAccessibleName(tr("Parts of this combo"));
    m_list->retranslate();
    m_editor->retranslate();
    m_preview->retranslate();
    if (m_since.isValid())
        refresh();
}

void CombosPage::arrange()
{
    const double scale = std::max(1.0, m_theme.lineHeight(widgets::Type::Body) / 20.0);
    const bool isWide = width() >= int(ThreeColumnsFrom * scale);
    m_list->setFixedWidth(int(ListWidth * std::min(scale, 1.5)));
    m_tabs->setVisible(!isWide);
    m_tabLine->setVisible(!isWide);
    m_previewLine->setVisible(isWide);
    m_preview->setTitled(isWide);
    const bool isPreview = m_tabs->currentIndex() == Preview;
    m_editorScroll->setVisible(isWide || !isPreview);
    m_previewScroll->setVisible(isWide || isPreview);
    if (isWide) {
        m_previewScroll->setFixedWidth(int(PreviewWidth * scale));
    } else {
        m_previewScroll->setMinimumWidth(0);
        m_previewScroll->setMaximumWidth(QWIDGETSIZE_MAX);
    }
}

void CombosPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void CombosPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_second.start();
}

void CombosPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_second.stop();
}

} // namespace omni::ui::pages::combos
