// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/traymenu.h"

#include "ui/pages/states.h"
#include "ui/shell/actions.h"
#include "ui/text/attentiontext.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>

namespace omni::ui::shell {

namespace {

constexpr qsizetype MaxErrors = 5;

} // namespace

TrayMenu::TrayMenu(engine::EngineFace &engine, widgets::Theme &theme, Actions &actions,
                   QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_actions(actions)
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->setObjectName(QStringLiteral("trayMenu"));
    m_state = m_menu->addAction(QString());
    m_state->setObjectName(QStringLiteral("trayState"));
    m_state->setEnabled(false);
    const auto add = [this](QAction *action) {
        QAction *row = m_menu->addAction(QString());
        row->setObjectName(QStringLiteral("tray.") + action->objectName());
        connect(row, &QAction::triggered, action, &QAction::trigger);
        m_rows.emplaceBack(row, action);
    };
    m_menu->addSeparator();
    for (QAction *action : {actions.open, actions.pause, actions.copyEndpoint, actions.copyKey})
        add(action);
    m_menu->addSeparator();
    m_combos = m_menu->addMenu(QString());
    m_combos->setObjectName(QStringLiteral("trayCombos"));
    m_attention = m_menu->addMenu(QString());
    m_attention->setObjectName(QStringLiteral("trayAttention"));
    m_menu->addSeparator();
    for (QAction *action : {actions.settings, actions.quit})
        add(action);
    connect(&theme, &widgets::Theme::changed, this, &TrayMenu::retranslate);
    retranslate();
}

TrayMenu::~TrayMenu() = default;

void TrayMenu::setSnapshot(const engine::Snapshot &snapshot)
{
    const bool areCombosSame =
        snapshot.combos == m_snapshot.combos && snapshot.activeCombo == m_snapshot.activeCombo;
    const bool isAttentionSame = snapshot.attention == m_snapshot.attention &&
                                 snapshot.recentErrors == m_snapshot.recentErrors;
    m_snapshot = snapshot;
    m_state->setText(text::serverLine(snapshot.server));
    for (const auto &[row, action] : std::as_const(m_rows))
        mirror(row, action);
    if (!areCombosSame)
        fillCombos();
    if (!isAttentionSame)
        fillAttention();
}

void TrayMenu::mirror(QAction *row, const QAction *action) const
{
    row->setText(action->text());
    row->setEnabled(action->isEnabled());
    // The keys are shown only: the window's own actions listen to them.
    if (action == m_actions.settings || action == m_actions.quit)
        row->setShortcut(action->shortcut());
    row->setShortcutContext(Qt::WidgetShortcut);
    if (action != m_actions.quit)
        row->setIcon(m_theme.icon(action->property("glyph").toString()));
}

void TrayMenu::retranslate()
{
    m_state->setText(text::serverLine(m_snapshot.server));
    for (const auto &[row, action] : std::as_const(m_rows))
        mirror(row, action);
    m_combos->setIcon(m_theme.icon(QStringLiteral("combos")));
    m_attention->setIcon(m_theme.icon(QStringLiteral("bell")));
    fillCombos();
    fillAttention();
}

void TrayMenu::fillCombos()
{
    const QString active = m_snapshot.activeCombo;
    m_combos->setTitle(active.isEmpty() ? tr("Combo: by model name")
                                        : tr("Combo: %1").arg(text::shortened(active)));
    m_combos->clear();
    delete m_choice;
    m_choice = new QActionGroup(this);
    const auto add = [&](const QString &name, const QString &shown) {
        QAction *row = m_combos->addAction(shown);
        row->setCheckable(true);
        row->setChecked(name == active);
        m_choice->addAction(row);
        connect(row, &QAction::triggered, this, [this, name] { m_engine.useCombo(name); });
    };
    add({}, tr("By model name"));
    for (const route::Combo &combo : std::as_const(m_snapshot.combos))
        add(combo.name, text::shortened(combo.name));
    m_combos->addSeparator();
    connect(m_combos->addAction(tr("Edit combos…")), &QAction::triggered, this,
            [this] { emit openRequested(QStringLiteral("combos"), {}); });
}

void TrayMenu::fillAttention()
{
    using Kind = engine::AttentionItem::Kind;
    m_attention->clear();
    int needs = 0;
    for (const engine::AttentionItem &item : std::as_const(m_snapshot.attention)) {
        // Errors have their own part below.
        if (item.kind == Kind::RecentError)
            continue;
        ++needs;
        const QString title = text::attentionText(item, m_snapshot.atMs).title;
        QAction *row =
            m_attention->addAction(m_theme.icon(widgets::stateIconName(pages::stateOf(item.kind)),
                                                widgets::stateInk(pages::stateOf(item.kind))),
                                   text::shortened(title, 60));
        connect(row, &QAction::triggered, this, [this, item] {
            pages::actOn(item, m_engine, [this](const QString &page, const QString &place) {
                emit openRequested(page, place);
            });
        });
    }
    if (needs == 0)
        m_attention->addAction(tr("Nothing needs attention"))->setEnabled(false);
    m_attention->setTitle(needs == 0 ? tr("Attention") : tr("Attention (%1)").arg(needs));
    if (m_snapshot.recentErrors.isEmpty())
        return;
    m_attention->addSeparator();
    m_attention->addAction(tr("Recent errors"))->setEnabled(false);
    for (const usage::ExchangeRecord &record : m_snapshot.recentErrors.mid(0, MaxErrors)) {
        const QString reason =
            record.error ? text::reasonWords(base::errorCodeName(record.error->code)) : QString();
        QAction *row = m_attention->addAction(
            QStringLiteral("%1  %2, %3")
                .arg(text::clock(record.startedMs),
                     text::shortened(QString::fromUtf8(record.requestedModel)), reason));
        connect(row, &QAction::triggered, this,
                [this] { emit openRequested(QStringLiteral("home"), {}); });
    }
}

} // namespace omni::ui::shell
