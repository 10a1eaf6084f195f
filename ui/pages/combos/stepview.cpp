// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/stepview.h"

#include "ui/pages/combos/stepmodel.h"
#include "ui/text/format.h"
#include "ui/widgets/clipboard.h"

#include <QAccessible>
#include <QActionGroup>
#include <QDragMoveEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace omni::ui::pages::combos {

StepView::StepView(widgets::Theme &theme, StepModel &model, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(QStringLiteral("steps"));
    setModel(&model);
    setItemDelegate(new StepDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(&theme, &widgets::Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        fitHeight();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &StepView::fitHeight);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &StepView::fitHeight);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &StepView::fitHeight);
    connect(&model, &StepModel::stepMoved, this, [this](int to) {
        setCurrentRow(to);
        emit announced(tr("Moved to position %1 of %2")
                           .arg(text::number(to + 1), text::number(m_model.rowCount())));
    });
    fitHeight();
}

void StepView::retranslate()
{
    setAccessibleName(tr("Models in the order in which they are tried"));
    setAccessibleDescription(tr("Alt+Up and Alt+Down move the chosen model, Delete removes it."));
}

void StepView::setCurrentRow(int row)
{
    const QModelIndex index = m_model.index(std::min(row, m_model.rowCount() - 1));
    setCurrentIndex(index);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    changed.setChild(index.row());
    QAccessible::updateAccessibility(&changed);
}

void StepView::fitHeight()
{
    const int row = itemDelegate()->sizeHint({}, {}).height();
    setFixedHeight(m_model.rowCount() * row);
}

StepDelegate::Part StepView::partAt(const QPoint &at) const
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid())
        return StepDelegate::Part::Body;
    return StepDelegate::partAt(visualRect(index), at, layoutDirection());
}

bool StepView::event(QEvent *event)
{
    // Ctrl+Z belongs to the list while it has the focus, not to the window's last deletion.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Delete)) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

bool StepView::moveByKey(const QKeyEvent &event)
{
    if (!event.modifiers().testFlag(Qt::AltModifier) || currentRow() < 0)
        return false;
    const int from = currentRow();
    const int last = m_model.rowCount() - 1;
    int to = from;
    switch (event.key()) {
    case Qt::Key_Up:
        to = from - 1;
        break;
    case Qt::Key_Down:
        to = from + 1;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        return false;
    }
    if (to < 0)
        emit announced(tr("Already the first"));
    else if (to > last)
        emit announced(tr("Already the last"));
    else
        m_model.moveStep(from, to);
    return true;
}

void StepView::keyPressEvent(QKeyEvent *event)
{
    if (moveByKey(*event))
        return;
    if (event->matches(QKeySequence::Undo)) {
        emit undoWanted();
        return;
    }
    if (event->matches(QKeySequence::Delete)) {
        remove(currentRow());
        return;
    }
    QListView::keyPressEvent(event);
}

void StepView::remove(int row)
{
    if (row < 0)
        return;
    const QString target = m_model.steps().at(row).target;
    m_model.removeStep(row);
    if (m_model.rowCount() > 0)
        setCurrentRow(std::min(row, m_model.rowCount() - 1));
    emit announced(tr("%1 removed").arg(target));
}

void StepView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? partAt(event->pos()) : StepDelegate::Part::Body;
    if (m_pressed == StepDelegate::Part::Remove || m_pressed == StepDelegate::Part::More) {
        setFocus(Qt::MouseFocusReason);
        setCurrentIndex(indexAt(event->pos()));
        return;
    }
    QListView::mousePressEvent(event);
}

void StepView::mouseMoveEvent(QMouseEvent *event)
{
    const StepDelegate::Part part = partAt(event->pos());
    if (part == StepDelegate::Part::Grip)
        viewport()->setCursor(Qt::OpenHandCursor);
    else
        viewport()->unsetCursor();
    if (m_pressed != StepDelegate::Part::Remove && m_pressed != StepDelegate::Part::More)
        QListView::mouseMoveEvent(event);
}

void StepView::mouseReleaseEvent(QMouseEvent *event)
{
    const StepDelegate::Part pressed = std::exchange(m_pressed, StepDelegate::Part::Body);
    const QModelIndex index = indexAt(event->pos());
    const bool isSame = index == currentIndex() && partAt(event->pos()) == pressed;
    if (pressed == StepDelegate::Part::Remove && isSame)
        remove(index.row());
    else if (pressed == StepDelegate::Part::More && isSame)
        makeMenu(index.row())->popup(event->globalPosition().toPoint());
    else
        QListView::mouseReleaseEvent(event);
}

void StepView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    const QPoint at =
        isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    makeMenu(index.row())->popup(at);
}

QMenu *StepView::makeMenu(int row)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("stepMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int last = m_model.rowCount() - 1;
    const auto addMove = [&](const QString &text, int to, bool isPossible) {
        QAction *action =
            menu->addAction(text, this, [this, row, to] { m_model.moveStep(row, to); });
        action->setEnabled(isPossible);
    };
    addMove(tr("Move up"), row - 1, row > 0);
    addMove(tr("Move down"), row + 1, row < last);
    addMove(tr("Move to the top"), 0, row > 0);
    addMove(tr("Move to the end"), last, row < last);
    menu->addSeparator();
    const StepInfo info = m_model.info(row);
    if (!info.choices.isEmpty()) {
        auto *group = new QActionGroup(menu);
        const auto addChoice = [&](const QString &text, const QString &id) {
            QAction *action =
                menu->addAction(text, this, [this, row, id] { m_model.pinAccount(row, id); });
            action->setCheckable(true);
            action->setChecked(m_model.steps().at(row).accountId == id);
            group->addAction(action);
        };
        addChoice(tr("Any account"), {});
        for (const Choice &choice : info.choices)
            addChoice(tr("Only %1").arg(choice.name), choice.id);
        menu->addSeparator();
    }
    const QString target = m_model.steps().at(row).target;
    menu->addAction(m_theme.icon(QStringLiteral("copy")), tr("Copy name"), this,
                    [target] { widgets::copyText(target); });
    menu->addAction(m_theme.icon(QStringLiteral("close")), tr("Remove"), this,
                    [this, row] { remove(row); });
    return menu;
}

int StepView::gapAt(const QPoint &at) const
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid())
        return m_model.rowCount();
    return at.y() < visualRect(index).center().y() ? index.row() : index.row() + 1;
}

void StepView::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event);
    if (event->source() != this) {
        event->ignore();
        return;
    }
    m_gap = gapAt(event->position().toPoint());
    event->setDropAction(Qt::MoveAction);
    event->accept();
    viewport()->update();
}

void StepView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_gap = -1;
    QListView::dragLeaveEvent(event);
    viewport()->update();
}

void StepView::dropEvent(QDropEvent *event)
{
    m_gap = -1;
    if (event->source() == this)
        m_model.dropMimeData(event->mimeData(), Qt::MoveAction, gapAt(event->position().toPoint()),
                             0, {});
    // The row is where it belongs already; the view must not take away the old one.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
}

void StepView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_gap < 0)
        return;
    const int row = itemDelegate()->sizeHint({}, {}).height();
    const int y = std::clamp(m_gap * row - 1, 0, viewport()->height() - 2);
    QPainter(viewport()).fillRect(QRect(0, y, viewport()->width(), 2), m_theme.tokens().accent);
}

} // namespace omni::ui::pages::combos
