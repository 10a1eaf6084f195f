// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/stepmodel.h"

#include "ui/widgets/roles.h"

#include <QMimeData>

namespace omni::ui::pages::combos {

namespace {

const QString RowType = QStringLiteral("application/x-omniroute-step");

} // namespace

void StepModel::setSteps(const QList<route::ComboStep> &steps)
{
    if (m_steps == steps)
        return;
    if (m_steps.size() == steps.size()) {
        m_steps = steps;
        m_infos.clear();
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_steps = steps;
    m_infos.clear();
    endResetModel();
}

void StepModel::setInfos(const QList<StepInfo> &infos)
{
    if (m_infos == infos)
        return;
    m_infos = infos;
    if (!m_steps.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

bool StepModel::moveStep(int from, int to)
{
    const bool isInside = from >= 0 && from < rowCount() && to >= 0 && to < rowCount();
    if (!isInside || from == to)
        return false;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_steps.move(from, to);
    if (m_infos.size() == m_steps.size())
        m_infos.move(from, to);
    endMoveRows();
    emit stepsEdited();
    emit stepMoved(to);
    return true;
}

void StepModel::removeStep(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_steps.removeAt(row);
    if (row < m_infos.size())
        m_infos.removeAt(row);
    endRemoveRows();
    emit stepsEdited();
}

void StepModel::addStep(const route::ComboStep &step)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_steps.append(step);
    endInsertRows();
    emit stepsEdited();
}

void StepModel::pinAccount(int row, const QString &accountId)
{
    if (row < 0 || row >= rowCount() || m_steps.at(row).accountId == accountId)
        return;
    m_steps[row].accountId = accountId;
    emit dataChanged(index(row), index(row));
    emit stepsEdited();
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QString StepModel::spoken(int row) const
{
    const StepInfo info = m_infos.value(row);
    QStringList parts{m_steps.at(row).target, info.accounts, info.word, info.price};
    parts.removeAll(QString());
    return tr("%1, position %2 of %3")
        .arg(parts.join(QStringLiteral(", ")), QString::number(row + 1),
             QString::number(rowCount()));
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    const StepInfo info = m_infos.value(row);
    switch (role) {
    case Qt::DisplayRole:
        return m_steps.at(row).target;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case widgets::SecondTextRole:
        return info.accounts;
    case widgets::TileRole:
        return info.prefix;
    case widgets::StateRole:
        return info.word.isEmpty() ? QVariant() : QVariant(int(info.state));
    case WordRole:
        return info.word;
    case PriceRole:
        return info.price;
    case IsComboRole:
        return info.isCombo;
    default:
        return {};
    }
}

Qt::ItemFlags StepModel::flags(const QModelIndex &index) const
{
    // Only the gaps between rows take a drop.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
           Qt::ItemNeverHasChildren;
}

QStringList StepModel::mimeTypes() const
{
    return {RowType};
}

QMimeData *StepModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(RowType, QByteArray::number(indexes.constFirst().row()));
    return data;
}

bool StepModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                             const QModelIndex &)
{
    bool isNumber = false;
    const int from = data->data(RowType).toInt(&isNumber);
    if (!isNumber || row < 0)
        return false;
    // `row` is the gap before that row, counted with the moved one still in its place.
    return moveStep(from, row > from ? row - 1 : row);
}

} // namespace omni::ui::pages::combos
