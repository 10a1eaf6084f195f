// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/combos/stepinfo.h"

#include <QAbstractListModel>

namespace omni::ui::pages::combos {

/// The steps of the combo that is edited, in order. The user's changes are told by stepsEdited();
/// setSteps() tells nothing.
class StepModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        PriceRole = Qt::UserRole + 100, ///< QString under the state
        WordRole,                       ///< QString beside the state shape
        IsComboRole
    };
    using QAbstractListModel::QAbstractListModel;

    void setSteps(const QList<route::ComboStep> &steps);
    [[nodiscard]] const QList<route::ComboStep> &steps() const { return m_steps; }
    /// What is known of each step; shown where the counts agree.
    void setInfos(const QList<StepInfo> &infos);
    [[nodiscard]] StepInfo info(int row) const { return m_infos.value(row); }

    /// `to` is where it stands afterwards. False when it stays.
    bool moveStep(int from, int to);
    void removeStep(int row);
    void addStep(const route::ComboStep &step);
    void pinAccount(int row, const QString &accountId);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    // Dragging: the row's number travels, and a drop between rows moves it.
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    void stepsEdited();
    void stepMoved(int to);

private:
    [[nodiscard]] QString spoken(int row) const;

    QList<route::ComboStep> m_steps;
    QList<StepInfo> m_infos;
};

} // namespace omni::ui::pages::combos
