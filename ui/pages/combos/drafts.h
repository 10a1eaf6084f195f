// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/route/combo.h"

#include <QHash>

namespace omni::ui::pages::combos {

/// The saved combos and what the user has changed in them but not saved.
///
/// A combo is named by a key: its saved name, or `*1`, `*2`, … for new ones (no combo's name has a
/// star). Drafts survive whatever happens to the saved combos.
class Drafts
{
public:
    struct View
    {
        QString key;
        route::Combo combo;
        QString savedName; ///< empty = not saved yet
        int changes = 0;
        bool canUndo = false;
        bool wasChangedElsewhere = false; ///< since the user began
        bool wasRemovedElsewhere = false;
    };

    /// The combos as the engine has them now.
    void setSaved(const QList<route::Combo> &combos);

    /// Saved ones in their order, then those removed elsewhere, then new ones.
    [[nodiscard]] QStringList keys() const;
    [[nodiscard]] std::optional<View> view(const QString &key) const;
    /// As the engine has it; null for new ones. Valid until the next change.
    [[nodiscard]] const route::Combo *saved(const QString &key) const;
    [[nodiscard]] bool isDirty(const QString &key) const;
    [[nodiscard]] QStringList dirtyKeys() const;

    /// Edits in a row with the same `kind` count as one; an empty kind never merges.
    void edit(const QString &key, const route::Combo &combo, const QString &kind = {});
    void undo(const QString &key);
    /// Back to what is saved; a new combo or one removed elsewhere disappears.
    void discard(const QString &key);
    /// The new combo's key.
    QString addNew(const route::Combo &combo);
    /// The engine took it; gives its key from now on.
    QString markSaved(const QString &key, const route::Combo &combo);
    /// The user deleted it.
    void remove(const QString &key);

private:
    struct Draft
    {
        route::Combo base;
        route::Combo now;
        QList<route::Combo> history;
        QString lastKind;
    };

    QList<route::Combo> m_saved;
    QHash<QString, Draft> m_drafts;
    QStringList m_added;
    int m_lastNew = 0;
};

} // namespace omni::ui::pages::combos
