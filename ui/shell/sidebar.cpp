// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/sidebar.h"

#include "ui/widgets/label.h"
#include "ui/widgets/navdelegate.h"
#include "ui/widgets/roles.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace omni::ui::shell {

namespace {

class Mark : public QWidget
{
public:
    Mark(widgets::Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(22, 22);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_theme.drawIcon(painter, QStringLiteral("mark"), m_theme.tokens().text, rect(), 22);
    }

private:
    widgets::Theme &m_theme;
};

QStandardItem *captionItem(const QString &name)
{
    auto *item = new QStandardItem(name);
    item->setData(true, widgets::CaptionRole);
    item->setFlags(Qt::NoItemFlags);
    return item;
}

QStandardItem *pageItem(const PageRow &row)
{
    auto *item = new QStandardItem(row.name);
    item->setData(row.id, widgets::IdRole);
    item->setData(row.icon, widgets::GlyphRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren);
    return item;
}

} // namespace

Sidebar::Sidebar(widgets::Theme &theme, QWidget *parent)
    : Surface(theme, &widgets::Tokens::sidebar, parent)
    , m_theme(theme)
    , m_brand(new QWidget(this))
    , m_brandName(new widgets::Label(theme, widgets::Type::Section, widgets::Ink::Text, m_brand))
    , m_topModel(new QStandardItemModel(this))
    , m_bottomModel(new QStandardItemModel(this))
    , m_top(makeList(theme, m_topModel))
    , m_bottom(makeList(theme, m_bottomModel))
{
    m_top->setObjectName(QStringLiteral("navigation"));
    m_bottom->setObjectName(QStringLiteral("navigationBottom"));
    auto *brand = new QHBoxLayout(m_brand);
    brand->setContentsMargins(8, 2, 8, 12);
    brand->setSpacing(10);
    brand->addWidget(new Mark(theme, m_brand));
    brand->addWidget(m_brandName);
    brand->addStretch();
    m_brandName->setText(QStringLiteral("OmniRoute"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 14, 10, 10);
    column->setSpacing(0);
    column->addWidget(m_brand);
    column->addWidget(m_top, 1);
    column->addWidget(m_bottom);
    setCollapsed(false);
    connect(&theme, &widgets::Theme::changed, this, &Sidebar::fit);
}

QListView *Sidebar::makeList(widgets::Theme &theme, QStandardItemModel *model)
{
    auto *list = new QListView(this);
    list->setModel(model);
    list->setItemDelegate(new widgets::NavDelegate(theme, list));
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->viewport()->setAutoFillBackground(false);
    const auto choose = [this](const QModelIndex &index) {
        const QString id = index.data(widgets::IdRole).toString();
        if (!m_isFilling && !id.isEmpty() && id != m_current)
            emit pageChosen(id);
    };
    connect(list, &QListView::clicked, this, choose);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, choose);
    return list;
}

void Sidebar::setRows(const QList<PageRow> &rows)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_topModel->clear();
    m_bottomModel->clear();
    QString group;
    for (const PageRow &row : rows) {
        if (row.group.isEmpty()) {
            m_bottomModel->appendRow(pageItem(row));
            continue;
        }
        if (row.group != group)
            m_topModel->appendRow(captionItem(row.group));
        group = row.group;
        m_topModel->appendRow(pageItem(row));
    }
    m_top->setAccessibleName(tr("Pages"));
    m_bottom->setAccessibleName(tr("Settings"));
    fit();
    setCurrent(m_current);
}

void Sidebar::fit()
{
    int height = 0;
    for (int i = 0; i < m_bottomModel->rowCount(); ++i)
        height += m_bottom->sizeHintForRow(i);
    m_bottom->setFixedHeight(height);
}

void Sidebar::setSnapshot(const engine::Snapshot &snapshot)
{
    for (int i = 0; i < m_topModel->rowCount(); ++i) {
        QStandardItem *item = m_topModel->item(i);
        const auto mark = pageMark(item->data(widgets::IdRole).toString(), snapshot);
        const QVariant state = mark ? QVariant(int(mark->state)) : QVariant();
        const QVariant count = mark ? QVariant(QString::number(mark->count)) : QVariant();
        if (item->data(widgets::StateRole) != state)
            item->setData(state, widgets::StateRole);
        if (item->data(widgets::CountRole) != count)
            item->setData(count, widgets::CountRole);
        const QString spoken =
            mark ? tr("%1, %n need(s) attention", nullptr, mark->count).arg(item->text())
                 : item->text();
        item->setAccessibleText(spoken);
    }
}

void Sidebar::setCurrent(const QString &pageId)
{
    m_current = pageId;
    for (QListView *list : {m_top, m_bottom}) {
        QModelIndex found;
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            const QModelIndex index = list->model()->index(i, 0);
            if (index.data(widgets::IdRole).toString() == pageId)
                found = index;
        }
        const QScopedValueRollback filling(m_isFilling, true);
        list->setCurrentIndex(found);
        if (!found.isValid())
            list->clearSelection();
    }
}

void Sidebar::setCollapsed(bool on)
{
    m_isCollapsed = on;
    setFixedWidth(on ? 52 : 195);
    m_brandName->setVisible(!on);
    layout()->setContentsMargins(on ? 6 : 10, 14, on ? 6 : 10, 10);
    for (QStandardItemModel *model : {m_topModel, m_bottomModel}) {
        for (int i = 0; i < model->rowCount(); ++i)
            model->item(i)->setToolTip(on ? model->item(i)->text() : QString());
    }
}

} // namespace omni::ui::shell
