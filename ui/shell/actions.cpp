// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/actions.h"

#include "core/engine/engine.h"
#include "ui/text/errortext.h"
#include "ui/widgets/clipboard.h"

namespace omni::ui::shell {

using engine::ServerState;

Actions::Actions(engine::EngineFace &engine, QObject *parent)
    : QObject(parent)
    , open(make("open", "home", {}))
    , pause(make("pause", "pause", Qt::CTRL | Qt::SHIFT | Qt::Key_P))
    , copyEndpoint(make("copyEndpoint", "copy", Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , copyKey(make("copyKey", "key", {}))
    , palette(make("palette", "search", Qt::CTRL | Qt::Key_K))
    , settings(make("settings", "settings", Qt::CTRL | Qt::Key_Comma))
    , newItem(make("newItem", "plus", QKeySequence::New))
    , find(make("find", "filter", QKeySequence::Find))
    , undo(make("undo", "undo", QKeySequence::Undo))
    , sidebar(make("sidebar", "sidebar", Qt::CTRL | Qt::Key_B))
    , hide(make("hide", "close", Qt::CTRL | Qt::Key_W))
    , quit(make("quit", "close", Qt::CTRL | Qt::Key_Q))
    , m_engine(engine)
{
    connect(pause, &QAction::triggered, this, [this] { m_engine.setPaused(!m_isPaused); });
    connect(copyEndpoint, &QAction::triggered, this, [this] {
        widgets::copyText(m_url);
        emit toastRequested(tr("Endpoint copied"));
    });
    connect(copyKey, &QAction::triggered, this, &Actions::onCopyKey);
    retranslate();
}

QAction *Actions::make(const char *name, const char *glyph, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setProperty("glyph", QString::fromLatin1(glyph));
    action->setShortcut(keys);
    return action;
}

QList<QAction *> Actions::all() const
{
    return {open,    pause, copyEndpoint, copyKey, palette, settings,
            newItem, find,  undo,         sidebar, hide,    quit};
}

void Actions::onCopyKey()
{
    m_engine.revealKey(m_keyId, this, [this](const base::Result<base::Secret> &key) {
        if (!key) {
            emit toastRequested(text::errorText(key.error().code).oneLine());
            return;
        }
        widgets::copySecret(QString::fromUtf8(key->reveal()));
        emit toastRequested(tr("Client key copied for 30 seconds"));
    });
}

void Actions::setSnapshot(const engine::Snapshot &snapshot)
{
    const ServerState state = snapshot.server.state;
    m_isPaused = state == ServerState::Paused;
    pause->setEnabled(m_isPaused || state == ServerState::Running);
    const QString base = snapshot.server.baseUrl();
    m_url = base.isEmpty() ? QString() : base + QStringLiteral("/v1");
    copyEndpoint->setEnabled(!m_url.isEmpty());
    const auth::ClientKey *key = snapshot.usableKey();
    m_keyId = key ? key->id : QString();
    copyKey->setEnabled(!m_keyId.isEmpty());
    retranslate();
}

void Actions::retranslate()
{
    open->setText(tr("Open OmniRoute"));
    pause->setText(m_isPaused ? tr("Resume routing") : tr("Pause routing"));
    pause->setProperty("glyph", m_isPaused ? QStringLiteral("play") : QStringLiteral("pause"));
    copyEndpoint->setText(tr("Copy endpoint URL"));
    copyKey->setText(tr("Copy client key"));
    palette->setText(tr("Search or run a command"));
    settings->setText(tr("Settings…"));
    newItem->setText(tr("New item on this page"));
    find->setText(tr("Search on this page"));
    undo->setText(tr("Undo"));
    sidebar->setText(tr("Show only icons in the sidebar"));
    hide->setText(tr("Close window"));
    quit->setText(tr("Quit OmniRoute"));
}

} // namespace omni::ui::shell
