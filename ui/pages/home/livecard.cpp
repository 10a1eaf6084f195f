// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/livecard.h"

#include "ui/text/format.h"
#include "ui/widgets/roles.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace omni::ui::pages::home {

using engine::LiveRequest;
using widgets::Ink;
using widgets::Type;

LiveCard::LiveCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_engine(engine)
    , m_model(new widgets::SnapshotTableModel<LiveRequest>(
          [](const LiveRequest &live) { return QString::fromUtf8(live.id); }, this))
    , m_table(new widgets::Table(theme, 43, false, this))
    , m_nothing(new widgets::Label(theme, Type::Body, Ink::Text2, this))
{
    QList<widgets::TableColumn<LiveRequest>> columns;
    for (int column = Program; column <= Cancel; ++column) {
        columns.append({.alignment = column == Time || column == Speed
                                         ? Qt::AlignRight | Qt::AlignVCenter
                                         : Qt::AlignLeft | Qt::AlignVCenter,
                        .value = [this, column](const LiveRequest &live, int role) {
                            return value(live, column, role);
                        }});
    }
    m_model->setColumns(columns);
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("liveTable"));
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    m_nothing->setWrapping(true);
    m_nothing->setContentsMargins(16, 2, 16, 14);
    body()->setContentsMargins(0, 0, 0, 6);
    body()->setSpacing(0);
    body()->addWidget(m_nothing);
    body()->addWidget(m_table);
    body()->addStretch();
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == Cancel)
            cancelRow(index.row());
    });
    connect(&theme, &widgets::Theme::changed, this, &LiveCard::arrange);
}

QVariant LiveCard::value(const LiveRequest &live, int column, int role) const
{
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Program:
            return live.program.isEmpty() ? tr("Unknown program") : live.program;
        case Model:
            return QString::fromUtf8(live.model);
        case Account:
            return live.account.isEmpty() ? tr("choosing…") : live.account;
        case Time:
            return text::seconds(m_now - live.startedMs);
        case Speed:
            return live.tokensPerSecond < 0 ? text::unknown()
                                            : text::number(qRound64(live.tokensPerSecond));
        default:
            return {};
        }
    }
    if (role == widgets::MonoRole)
        return column == Model;
    if (role == widgets::InkRole && column == Account)
        return int(Ink::Text2);
    if (role == widgets::GlyphRole && column == Cancel)
        return QStringLiteral("close");
    if ((role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) && column == Cancel)
        return tr("Cancel this request");
    if (role == Qt::ToolTipRole && column == Model)
        return QString::fromUtf8(live.model);
    if (role == Qt::ToolTipRole && column == Speed && live.tokensPerSecond < 0)
        return tr("Nothing received yet");
    return {};
}

void LiveCard::setSnapshot(const engine::Snapshot &snapshot)
{
    m_now = snapshot.atMs;
    m_isDown = snapshot.server.state == engine::ServerState::Down ||
               snapshot.server.state == engine::ServerState::Stopped;
    m_model->setRows(snapshot.live);
    m_nothing->setText(m_isDown ? tr("No requests. Programs get no connection until the server "
                                     "runs.")
                                : tr("No requests at the moment."));
    m_nothing->setVisible(snapshot.live.isEmpty());
    m_table->setVisible(!snapshot.live.isEmpty());
    arrange();
}

void LiveCard::setNow(qint64 nowMs)
{
    m_now = nowMs;
    m_model->touchAll();
}

void LiveCard::retranslate()
{
    setTitle(tr("Live"));
    m_model->setTitles({tr("Program"), tr("Model"), tr("Account"), tr("Time"), tr("Tokens/s"), {}});
    m_table->setAccessibleName(tr("Running requests"));
    arrange();
}

void LiveCard::arrange()
{
    m_table->setFixedHeight(m_table->fullHeight());
    QHeaderView *head = m_table->horizontalHeader();
    if (head->count() <= Cancel)
        return;
    const QFontMetrics metrics(m_theme.font(Type::Body));
    const auto wide = [&](const QString &widest) { return metrics.horizontalAdvance(widest); };
    head->setSectionResizeMode(Model, QHeaderView::Stretch);
    for (const int fixed : {int(Program), int(Account), int(Time), int(Speed), int(Cancel)})
        head->setSectionResizeMode(fixed, QHeaderView::Fixed);
    m_table->setColumnWidth(Program, std::max(124, wide(QStringLiteral("Claude Code Xx")) + 24));
    m_table->setColumnWidth(Account, width() < 560 ? 110 : 176);
    m_table->setColumnWidth(Time, std::max(80, wide(text::duration(7'800'000)) + 16));
    m_table->setColumnWidth(
        Speed,
        std::max(84,
                 QFontMetrics(m_theme.font(Type::Caption)).horizontalAdvance(tr("Tokens/s")) + 18));
    m_table->setColumnWidth(Cancel, 46);
}

void LiveCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

void LiveCard::cancelRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_engine.cancelRequest(m_model->rows().at(row).id);
}

bool LiveCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        cancelRow(m_table->currentIndex().row());
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace omni::ui::pages::home
