// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/drafts.h"

#include <algorithm>

namespace omni::ui::pages::combos {

using route::Combo;

namespace {

bool isNew(const QString &key)
{
    return key.startsWith(QLatin1Char('*'));
}

} // namespace

const Combo *Drafts::saved(const QString &key) const
{
    const auto it = std::find_if(m_saved.begin(), m_saved.end(),
                                 [&](const Combo &combo) { return combo.name == key; });
    return it == m_saved.end() ? nullptr : &*it;
}

void Drafts::setSaved(const QList<Combo> &combos)
{
    m_saved = combos;
    // What the user did not touch has nothing to keep.
    for (auto it = m_drafts.begin(); it != m_drafts.end();) {
        const bool isClean = !isNew(it.key()) && it->now == it->base;
        const Combo *now = saved(it.key());
        if (isClean && (!now || *now != it->base))
            it = m_drafts.erase(it);
        else
            ++it;
    }
}

QStringList Drafts::keys() const
{
    QStringList all;
    for (const Combo &combo : m_saved)
        all.append(combo.name);
    QStringList orphans;
    for (auto it = m_drafts.begin(); it != m_drafts.end(); ++it) {
        if (!isNew(it.key()) && !saved(it.key()) && isDirty(it.key()))
            orphans.append(it.key());
    }
    orphans.sort();
    return all + orphans + m_added;
}

std::optional<Drafts::View> Drafts::view(const QString &key) const
{
    const Combo *stored = saved(key);
    const auto it = m_drafts.find(key);
    if (it == m_drafts.end()) {
        if (!stored)
            return std::nullopt;
        return View{.key = key, .combo = *stored, .savedName = key};
    }
    const bool isKept = !isNew(key);
    View view{.key = key, .combo = it->now, .savedName = stored ? key : QString()};
    view.canUndo = !it->history.isEmpty();
    view.changes = isDirty(key) ? std::max(1, int(it->history.size())) : 0;
    view.wasRemovedElsewhere = isKept && !stored;
    view.wasChangedElsewhere = stored && *stored != it->base;
    return view;
}

bool Drafts::isDirty(const QString &key) const
{
    const auto it = m_drafts.find(key);
    if (it == m_drafts.end())
        return false;
    if (isNew(key))
        return !it->now.name.isEmpty() || !it->now.steps.isEmpty();
    return it->now != it->base;
}

QStringList Drafts::dirtyKeys() const
{
    QStringList dirty;
    const QStringList all = keys();
    std::copy_if(all.begin(), all.end(), std::back_inserter(dirty),
                 [this](const QString &key) { return isDirty(key); });
    return dirty;
}

void Drafts::edit(const QString &key, const Combo &combo, const QString &kind)
{
    auto it = m_drafts.find(key);
    if (it == m_drafts.end()) {
        const Combo *stored = saved(key);
        if (!stored)
            return;
        it = m_drafts.insert(key, {.base = *stored, .now = *stored});
    }
    if (it->now == combo)
        return;
    if (kind.isEmpty() || kind != it->lastKind || it->history.isEmpty())
        it->history.append(it->now);
    it->now = combo;
    it->lastKind = kind;
}

void Drafts::undo(const QString &key)
{
    const auto it = m_drafts.find(key);
    if (it == m_drafts.end() || it->history.isEmpty())
        return;
    it->now = it->history.takeLast();
    it->lastKind.clear();
}

void Drafts::discard(const QString &key)
{
    m_drafts.remove(key);
    m_added.removeAll(key);
}

QString Drafts::addNew(const Combo &combo)
{
    const QString key = QStringLiteral("*%1").arg(++m_lastNew);
    m_drafts.insert(key, {.base = combo, .now = combo});
    m_added.append(key);
    return key;
}

QString Drafts::markSaved(const QString &key, const Combo &combo)
{
    discard(key);
    const auto place = [&](const QString &name) {
        return std::find_if(m_saved.begin(), m_saved.end(),
                            [&](const Combo &one) { return one.name == name; });
    };
    if (const auto old = place(key); old != m_saved.end())
        *old = combo;
    else if (const auto same = place(combo.name); same != m_saved.end())
        *same = combo;
    else
        m_saved.append(combo);
    return combo.name;
}

void Drafts::remove(const QString &key)
{
    discard(key);
    m_saved.removeIf([&](const Combo &combo) { return combo.name == key; });
}

} // namespace omni::ui::pages::combos
