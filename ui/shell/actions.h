// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"

#include <QAction>
#include <QObject>

namespace omni::engine {
class EngineFace;
}

namespace omni::ui::shell {

/// Everything that can be done from anywhere: window shortcuts, palette and tray use these. Each
/// has a name of an icon in property "glyph".
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(engine::EngineFace &engine, QObject *parent = nullptr);

    QAction *open;
    QAction *pause;
    QAction *copyEndpoint;
    QAction *copyKey;
    QAction *palette;
    QAction *settings;
    QAction *newItem;
    QAction *find;
    QAction *undo;
    QAction *sidebar;
    QAction *hide;
    QAction *quit;

    [[nodiscard]] QList<QAction *> all() const;
    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();

signals:
    void toastRequested(const QString &text);

private:
    [[nodiscard]] QAction *make(const char *name, const char *glyph, const QKeySequence &keys);
    void onCopyKey();

    engine::EngineFace &m_engine;
    bool m_isPaused = false;
    QString m_url;
    QString m_keyId;
};

} // namespace omni::ui::shell
