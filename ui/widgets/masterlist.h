// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/stateshape.h"
#include "ui/widgets/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <optional>

namespace omni::ui::widgets {

/// One line of a list pane: an item, or the name of a group.
struct MasterRow
{
    QString id;
    QString title;
    QString second; ///< a second line; empty = one line
    QString prefix; ///< shows a tile
    QString count;  ///< right side
    std::optional<State> state;
    QString stateWord; ///< said by screen readers, and the tool tip of the shape
    bool isCaption = false;
    bool isUnsaved = false; ///< an accent dot at the right
    bool operator==(const MasterRow &) const = default;
};

class MasterModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<MasterRow> &rows);
    [[nodiscard]] const QList<MasterRow> &rows() const { return m_rows; }
    /// -1 when no item has the id.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<MasterRow> m_rows;
};

class MasterDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MasterDelegate(Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

/// The list of a master-detail page. Keeps the current item across setRows() while it exists.
class MasterList : public QListView
{
    Q_OBJECT

public:
    explicit MasterList(Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<MasterRow> &rows);
    [[nodiscard]] QString currentId() const;
    /// False when no row has it.
    bool setCurrentId(const QString &id);
    [[nodiscard]] MasterModel *rowModel() const { return m_model; }

signals:
    /// Empty when nothing is chosen.
    void currentChangedTo(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    MasterModel *m_model;
    bool m_isFilling = false;
};

} // namespace omni::ui::widgets
