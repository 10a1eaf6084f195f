// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/snapshottablemodel.h"

#include <QWidget>

namespace omni::ui::pages::connect {

/// The client keys: whom they were given to, what they may ask for, when they were used.
class KeysPane : public QWidget
{
    Q_OBJECT

public:
    KeysPane(engine::EngineFace &engine, widgets::Theme &theme);

    void setSnapshot(const engine::Snapshot &snapshot);
    void retranslate();
    /// Opens the sheet for a new key.
    void createKey();
    [[nodiscard]] int activeKeys() const;

signals:
    void toastRequested(const QString &text);

private:
    enum Column
    {
        Name,
        Value,
        Models,
        LastUsed,
        Copy,
        More
    };
    void arrange();
    void onClicked(const QModelIndex &index);
    void showMenu(const auth::ClientKey &key, const QPoint &at);
    void copyKey(const QString &id);
    void rotate(const auth::ClientKey &key);
    void revoke(const auth::ClientKey &key);
    [[nodiscard]] QVariant value(const auth::ClientKey &key, int column, int role) const;
    [[nodiscard]] QString stateWords(const auth::ClientKey &key) const;

    widgets::Theme &m_theme;
    engine::EngineFace &m_engine;
    widgets::Label *m_hint;
    widgets::PrimaryButton *m_new;
    widgets::Card *m_card;
    widgets::SnapshotTableModel<auth::ClientKey> *m_model;
    widgets::Table *m_table;
    widgets::Label *m_nothing;
    qint64 m_now = 0;
};

} // namespace omni::ui::pages::connect
