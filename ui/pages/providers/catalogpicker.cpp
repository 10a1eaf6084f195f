// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/catalogpicker.h"

#include "ui/text/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/roles.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

namespace {

constexpr int ListHeight = 336;
constexpr int RowsOfAPage = 6;

} // namespace

CatalogPicker::CatalogPicker(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_search(new widgets::SearchField(theme, this))
    , m_list(new QListView(this))
    , m_model(new CatalogModel(this))
    , m_nothing(new widgets::Label(theme, Type::Body, Ink::Text2, this))
{
    m_search->setObjectName(QStringLiteral("catalogSearch"));
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("catalogList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CatalogDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMinimumHeight(ListHeight);
    m_nothing->setWrapping(true);
    m_nothing->setMinimumHeight(ListHeight);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CatalogPicker::fill);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CatalogPicker::currentChanged);
    connect(m_list, &QAbstractItemView::activated, this, [this] {
        if (isReady())
            emit accepted();
    });
    connect(&theme, &widgets::Theme::changed, m_list, [this] { m_list->doItemsLayout(); });
}

void CatalogPicker::setProviders(const QList<engine::ProviderView> &providers)
{
    m_providers = providers;
    retranslate();
}

void CatalogPicker::retranslate()
{
    int known = 0;
    for (const engine::ProviderView &view : std::as_const(m_providers))
        known += isTemplate(view.provider) ? 0 : 1;
    m_search->setHint(tr("Search %n provider(s)", nullptr, known));
    m_list->setAccessibleName(tr("Providers"));
    m_nothing->setText(tr("No provider has this name. If it speaks like OpenAI or Anthropic, add "
                          "it as another provider."));
    fill();
}

void CatalogPicker::fill()
{
    const QString kept = currentId();
    m_model->setEntries(catalogEntries(m_providers, m_search->text()));
    const int row = m_search->text().isEmpty() ? m_model->rowOf(kept) : 0;
    m_list->setCurrentIndex(m_model->index(std::max(0, row)));
    if (!m_list->currentIndex().flags().testFlag(Qt::ItemIsEnabled))
        step(1);
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    emit currentChanged();
}

void CatalogPicker::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

const CatalogEntry *CatalogPicker::current() const
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_model->entries().size() || m_model->entries().at(row).isCaption)
        return nullptr;
    return &m_model->entries().at(row);
}

QString CatalogPicker::currentId() const
{
    const CatalogEntry *entry = current();
    return entry ? entry->id : QString();
}

bool CatalogPicker::isReady() const
{
    const CatalogEntry *entry = current();
    return entry && entry->reach == Reach::Ready;
}

QString CatalogPicker::search() const
{
    return m_search->text().trimmed();
}

void CatalogPicker::step(int by)
{
    const int direction = by < 0 ? -1 : 1;
    int row = std::clamp(m_list->currentIndex().row() + by, 0, m_model->rowCount() - 1);
    while (row >= 0 && row < m_model->rowCount() && m_model->entries().at(row).isCaption)
        row += direction;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

bool CatalogPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        return step(-1), true;
    case Qt::Key_Down:
        return step(1), true;
    case Qt::Key_PageUp:
        return step(-RowsOfAPage), true;
    case Qt::Key_PageDown:
        return step(RowsOfAPage), true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace omni::ui::pages::providers
