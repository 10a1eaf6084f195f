// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractTableModel>

#include <functional>

namespace omni::ui::widgets {

/// One column: its head, alignment, and a function from a row and a role to a value. Roles: see
/// roles.h; Qt::DisplayRole is the text.
template<typename Row>
struct TableColumn
{
    QString title;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    std::function<QVariant(const Row &, int role)> value;
};

/// A table over the rows of the newest snapshot. setRows() changes only what differs, so that
/// selection and scrolling survive.
template<typename Row>
class SnapshotTableModel : public QAbstractTableModel
{
public:
    using Key = std::function<QString(const Row &)>;

    /// `key` tells rows apart; two rows of a snapshot never share one.
    explicit SnapshotTableModel(Key key, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_key(std::move(key))
    {}

    void setColumns(QList<TableColumn<Row>> columns)
    {
        beginResetModel();
        m_columns = std::move(columns);
        endResetModel();
    }

    /// Heads in another language.
    void setTitles(const QStringList &titles)
    {
        for (qsizetype i = 0; i < m_columns.size() && i < titles.size(); ++i)
            m_columns[i].title = titles.at(i);
        if (!m_columns.isEmpty())
            emit headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
    }

    void setRows(const QList<Row> &rows)
    {
        removeMissing(rows);
        for (int i = 0; i < rows.size(); ++i) {
            const QString key = m_key(rows.at(i));
            const int at = indexOf(key, i);
            if (at < 0) {
                beginInsertRows({}, i, i);
                m_rows.insert(i, rows.at(i));
                endInsertRows();
                continue;
            }
            if (at != i) {
                beginMoveRows({}, at, at, {}, i);
                m_rows.move(at, i);
                endMoveRows();
            }
            if (!(m_rows.at(i) == rows.at(i))) {
                m_rows[i] = rows.at(i);
                emit dataChanged(index(i, 0), index(i, columnCount() - 1));
            }
        }
    }

    /// For values that change with time alone.
    void touchAll()
    {
        if (!m_rows.isEmpty() && !m_columns.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const TableColumn<Row> &column = m_columns.at(index.column());
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column.alignment);
        return column.value(m_rows.at(index.row()), role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(m_columns.at(section).alignment);
        return {};
    }

private:
    void removeMissing(const QList<Row> &rows)
    {
        QStringList kept;
        for (const Row &row : rows)
            kept.append(m_key(row));
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (kept.contains(m_key(m_rows.at(i))))
                continue;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }

    [[nodiscard]] int indexOf(const QString &key, int from) const
    {
        for (int i = from; i < m_rows.size(); ++i) {
            if (m_key(m_rows.at(i)) == key)
                return i;
        }
        return -1;
    }

    Key m_key;
    QList<TableColumn<Row>> m_columns;
    QList<Row> m_rows;
};

} // namespace omni::ui::widgets
