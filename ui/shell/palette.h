// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;

namespace omni::ui::widgets {
class Label;
}

namespace omni::ui::shell {

/// One thing that can be found and run.
struct PaletteEntry
{
    QString group;
    QString icon;
    QString title;
    QString strong; ///< shown bold after the title, e.g. a combo's name
    QString note;
    QString keys;
    QString pageId; ///< Ctrl+Enter opens it; empty = nothing
    std::function<void()> run;
};

/// The entries that match, best first, with a caption row before each group.
[[nodiscard]] QList<PaletteEntry> matchingEntries(const QList<PaletteEntry> &all,
                                                  const QString &typed);

class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<PaletteEntry> &entries);
    /// Null for a caption.
    [[nodiscard]] const PaletteEntry *entry(int row) const;
    /// The next row that is an entry, in direction `step`; -1 = none.
    [[nodiscard]] int nextEntry(int from, int step) const;
    [[nodiscard]] int entryCount() const { return m_count; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        bool isCaption = false;
        PaletteEntry entry;
    };
    QList<Row> m_rows;
    int m_count = 0;
};

/// Ctrl+K: a panel over the window that finds actions and pages by what is typed.
class Palette : public QWidget
{
    Q_OBJECT

public:
    Palette(widgets::Theme &theme, QWidget *window);

    void open(const QList<PaletteEntry> &entries);
    void shut();

signals:
    void pageRequested(const QString &pageId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void move(int step);
    void run(bool openPage);
    void place();
    void retranslate();

    widgets::Theme &m_theme;
    QWidget *m_panel;
    QLineEdit *m_input;
    QListView *m_list;
    PaletteModel *m_model;
    widgets::Label *m_hint;
    widgets::Label *m_count;
    QList<PaletteEntry> m_all;
    QPointer<QWidget> m_focusBefore;
};

} // namespace omni::ui::shell
