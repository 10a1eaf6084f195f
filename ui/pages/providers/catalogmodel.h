// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/providers/providerwords.h"
#include "ui/widgets/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace omni::ui::pages::providers {

/// One provider that an account could be added at.
struct CatalogEntry
{
    QString id;
    QString prefix;
    QString name;
    QString second; ///< how one gets in, or why this version cannot
    QString tag;
    Reach reach = Reach::Ready;
    bool isCaption = false;
    bool operator==(const CatalogEntry &) const = default;
};

/// The catalog as it is searched: by name, vendor, prefix and id. What begins with the text comes
/// first; what this version cannot reach comes last, under a caption.
[[nodiscard]] QList<CatalogEntry> catalogEntries(const QList<engine::ProviderView> &providers,
                                                 const QString &search);

class CatalogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<CatalogEntry> &entries);
    [[nodiscard]] const QList<CatalogEntry> &entries() const { return m_entries; }
    /// -1 when no row has it.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<CatalogEntry> m_entries;
};

/// Tile, name, second line, tag; those out of reach are dimmed.
class CatalogDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CatalogDelegate(widgets::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintCaption(QPainter &painter, const QRect &rect, const QString &text) const;
    /// Gives the width it took.
    int paintTag(QPainter &painter, const QRect &rect, const QString &text, bool isChosen) const;

    widgets::Theme &m_theme;
};

} // namespace omni::ui::pages::providers
