// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/palette.h"

#include "ui/shell/palettepanel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/tile.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace omni::ui::shell {

namespace {

constexpr int Width = 600;
constexpr int Top = 80;
constexpr int MaxListHeight = 400;

/// 0 = no match; higher is better.
int score(const PaletteEntry &entry, const QStringList &words)
{
    const QString text = entry.title + QLatin1Char(' ') + entry.strong;
    const QString all = text + QLatin1Char(' ') + entry.note;
    int total = 1;
    for (const QString &word : words) {
        if (text.startsWith(word, Qt::CaseInsensitive))
            total += 4;
        else if (text.contains(QLatin1Char(' ') + word, Qt::CaseInsensitive))
            total += 3;
        else if (text.contains(word, Qt::CaseInsensitive))
            total += 2;
        else if (all.contains(word, Qt::CaseInsensitive))
            total += 1;
        else
            return 0;
    }
    return total;
}

} // namespace

QList<PaletteEntry> matchingEntries(const QList<PaletteEntry> &all, const QString &typed)
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList groups;
    for (const PaletteEntry &entry : all) {
        if (!groups.contains(entry.group))
            groups.append(entry.group);
    }
    QList<std::pair<int, PaletteEntry>> found;
    for (const PaletteEntry &entry : all) {
        if (const int points = score(entry, words))
            found.append({points, entry});
    }
    std::stable_sort(found.begin(), found.end(), [&](const auto &a, const auto &b) {
        const auto ga = groups.indexOf(a.second.group);
        const auto gb = groups.indexOf(b.second.group);
        return ga != gb ? ga < gb : a.first > b.first;
    });
    QList<PaletteEntry> entries;
    for (const auto &one : found)
        entries.append(one.second);
    return entries;
}

void PaletteModel::setEntries(const QList<PaletteEntry> &entries)
{
    beginResetModel();
    m_rows.clear();
    m_count = int(entries.size());
    QString group;
    for (const PaletteEntry &entry : entries) {
        if (m_rows.isEmpty() || entry.group != group) {
            group = entry.group;
            PaletteEntry caption;
            caption.title = group;
            m_rows.append({true, caption});
        }
        m_rows.append({false, entry});
    }
    endResetModel();
}

const PaletteEntry *PaletteModel::entry(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).isCaption)
        return nullptr;
    return &m_rows.at(row).entry;
}

int PaletteModel::nextEntry(int from, int step) const
{
    for (int row = from + step; row >= 0 && row < m_rows.size(); row += step) {
        if (!m_rows.at(row).isCaption)
            return row;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.entry.title;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2 %3")
            .arg(row.entry.title, row.entry.strong, row.entry.note)
            .simplified();
    case widgets::CaptionRole:
        return row.isCaption;
    case widgets::GlyphRole:
        return row.entry.icon;
    case widgets::SecondTextRole:
        return row.entry.note;
    case widgets::CountRole:
        return row.entry.keys;
    case widgets::BoldRole:
        return row.entry.strong;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!entry(index.row()))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

Palette::Palette(widgets::Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_panel(new PalettePanel(theme, this))
    , m_input(new QLineEdit(m_panel))
    , m_list(new QListView(m_panel))
    , m_model(new PaletteModel(this))
    , m_hint(new widgets::Label(theme, widgets::Type::Caption, widgets::Ink::Text3, m_panel))
    , m_count(new widgets::Label(theme, widgets::Type::Caption, widgets::Ink::Text3, m_panel))
{
    m_input->setObjectName(QStringLiteral("paletteInput"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_input->setFrame(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_input->installEventFilter(this);
    window->installEventFilter(this);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(6);
    head->addWidget(new PaletteGlass(theme, m_panel));
    head->addWidget(m_input, 1);
    head->addWidget(new widgets::KeyCap(theme, QStringLiteral("Esc"), m_panel));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 8);
    foot->addWidget(m_hint);
    foot->addStretch();
    foot->addWidget(m_count);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list);
    column->addLayout(foot);

    connect(m_input, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_list, &QListView::clicked, this, [this] { run(false); });
    hide();
}

void Palette::retranslate()
{
    m_input->setPlaceholderText(tr("Search or run a command"));
    m_input->setAccessibleName(tr("Search or run a command"));
    m_list->setAccessibleName(tr("Results"));
    m_hint->setText(tr("↑↓ choose     Enter run     Ctrl+Enter open its page"));
}

void Palette::open(const QList<PaletteEntry> &entries)
{
    m_all = entries;
    m_focusBefore = QApplication::focusWidget();
    m_input->setFont(m_theme.font(widgets::Type::Heading));
    QFont font = m_input->font();
    font.setBold(false);
    m_input->setFont(font);
    retranslate();
    m_input->clear();
    filter({});
    show();
    place();
    raise();
    m_input->setFocus(Qt::OtherFocusReason);
}

void Palette::shut()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void Palette::filter(const QString &typed)
{
    m_model->setEntries(matchingEntries(m_all, typed));
    m_list->setCurrentIndex(m_model->index(m_model->nextEntry(-1, 1), 0));
    m_count->setText(tr("%n result(s)", nullptr, m_model->entryCount()));
    place();
}

void Palette::move(int step)
{
    const int next = m_model->nextEntry(m_list->currentIndex().row(), step);
    if (next >= 0)
        m_list->setCurrentIndex(m_model->index(next, 0));
}

void Palette::run(bool openPage)
{
    const PaletteEntry *entry = m_model->entry(m_list->currentIndex().row());
    if (!entry)
        return;
    // Copied: running it may fill the list again.
    const PaletteEntry chosen = *entry;
    if (openPage && chosen.pageId.isEmpty())
        return;
    shut();
    if (openPage)
        emit pageRequested(chosen.pageId);
    else if (chosen.run)
        chosen.run();
}

void Palette::place()
{
    setGeometry(parentWidget()->rect());
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_list->sizeHintForRow(row);
    const int room = std::max(120, this->height() - Top - 140);
    m_list->setFixedHeight(std::min({height + 8, MaxListHeight, room}));
    const int width = std::min(Width, this->width() - 48);
    m_panel->layout()->activate();
    m_panel->setGeometry((this->width() - width) / 2, Top, width, m_panel->sizeHint().height());
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().veil);
}

void Palette::mousePressEvent(QMouseEvent *)
{
    shut();
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        shut();
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(key->modifiers().testFlag(Qt::ControlModifier));
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

} // namespace omni::ui::shell
