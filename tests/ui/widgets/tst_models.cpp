// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/omnitest.h"
#include "ui/widgets/masterlist.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/snapshottablemodel.h"

#include <QAbstractItemModelTester>

using namespace omni::ui::widgets;

namespace {

struct Person
{
    QString id;
    QString name;
    bool operator==(const Person &) const = default;
};

Person person(const char *id, const char *name)
{
    return {QString::fromLatin1(id), QString::fromLatin1(name)};
}

SnapshotTableModel<Person> *makeModel(QObject *parent)
{
    auto *model = new SnapshotTableModel<Person>([](const Person &one) { return one.id; }, parent);
    model->setColumns({{.title = QStringLiteral("Name"), .value = [](const Person &one, int role) {
                            return role == Qt::DisplayRole ? QVariant(one.name) : QVariant();
                        }}});
    return model;
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data().toString());
    return all;
}

QList<MasterRow> masterRows(const QStringList &ids)
{
    QList<MasterRow> rows{{.id = {}, .title = QStringLiteral("In use"), .isCaption = true}};
    for (const QString &id : ids)
        rows.append({.id = id, .title = id.toUpper()});
    return rows;
}

} // namespace

class TstModels : public QObject
{
    Q_OBJECT

private slots:
    void tableShowsAnySequenceOfSnapshots();
    void changedRowsKeepTheSelection();
    void onlyChangedRowsAreTold();
    void headsChangeWithTheLanguage();
    void masterListKeepsItsItem();
    void masterListTellsWhenItsItemIsGone();
    void captionsCannotBeChosen();
    void masterRowsAreSpokenWhole();
    void deleteAndDrawTable();
};

void TstModels::tableShowsAnySequenceOfSnapshots()
{
    QObject owner;
    auto *model = makeModel(&owner);
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<QList<Person>> sequence{
        {person("a", "Ada"), person("b", "Bob"), person("c", "Cid")},
        {person("c", "Cid"), person("a", "Ada")},
        {person("d", "Dee"), person("a", "Ada L."), person("e", "Eve"), person("c", "Cid")},
        {},
        {person("b", "Bob")},
    };
    for (const QList<Person> &rows : sequence) {
        model->setRows(rows);
        QStringList wanted;
        for (const Person &one : rows)
            wanted.append(one.name);
        QCOMPARE(names(*model), wanted);
    }
}

void TstModels::changedRowsKeepTheSelection()
{
    QObject owner;
    auto *model = makeModel(&owner);
    model->setRows({person("a", "Ada"), person("b", "Bob"), person("c", "Cid")});
    QItemSelectionModel selection(model);
    selection.select(model->index(1, 0), QItemSelectionModel::Select);
    model->setRows({person("x", "Xan"), person("c", "Cid"), person("b", "Bobby")});
    QCOMPARE(selection.selectedIndexes().size(), 1);
    QCOMPARE(selection.selectedIndexes().constFirst().data().toString(), QStringLiteral("Bobby"));
}

void TstModels::onlyChangedRowsAreTold()
{
    QObject owner;
    auto *model = makeModel(&owner);
    model->setRows({person("a", "Ada"), person("b", "Bob")});
    QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
    model->setRows({person("a", "Ada"), person("b", "Bob")});
    QCOMPARE(changed.count(), 0);
    model->setRows({person("a", "Ada"), person("b", "Ben")});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 1);
    QCOMPARE(inserted.count(), 0);
}

void TstModels::headsChangeWithTheLanguage()
{
    QObject owner;
    auto *model = makeModel(&owner);
    QSignalSpy spy(model, &QAbstractItemModel::headerDataChanged);
    model->setTitles({QStringLiteral("Nome")});
    QCOMPARE(spy.count(), 1);
    QCOMPARE(model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Nome"));
}

void TstModels::masterListKeepsItsItem()
{
    Theme theme;
    MasterList list(theme);
    QAbstractItemModelTester tester(list.rowModel(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.setRows(masterRows({QStringLiteral("cc"), QStringLiteral("cx")}));
    QVERIFY(list.setCurrentId(QStringLiteral("cx")));
    QSignalSpy spy(&list, &MasterList::currentChangedTo);
    list.setRows(masterRows({QStringLiteral("glm"), QStringLiteral("cx"), QStringLiteral("cc")}));
    QCOMPARE(list.currentId(), QStringLiteral("cx"));
    QVERIFY(spy.isEmpty() || spy.constLast().constFirst() == QStringLiteral("cx"));
    QVERIFY(!list.setCurrentId(QStringLiteral("nothing")));
}

void TstModels::masterListTellsWhenItsItemIsGone()
{
    Theme theme;
    MasterList list(theme);
    list.setRows(masterRows({QStringLiteral("cc"), QStringLiteral("cx")}));
    list.setCurrentId(QStringLiteral("cx"));
    QSignalSpy spy(&list, &MasterList::currentChangedTo);
    list.setRows(masterRows({QStringLiteral("cc")}));
    QCOMPARE(spy.count(), 1);
    QVERIFY(list.currentId() != QStringLiteral("cx"));
}

void TstModels::captionsCannotBeChosen()
{
    MasterModel model;
    model.setRows(masterRows({QStringLiteral("cc")}));
    QCOMPARE(model.flags(model.index(0)), Qt::ItemFlags(Qt::NoItemFlags));
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(model.rowOf(QString()), -1);
}

void TstModels::masterRowsAreSpokenWhole()
{
    MasterModel model;
    model.setRows({{.id = QStringLiteral("cc"),
                    .title = QStringLiteral("Claude Code"),
                    .count = QStringLiteral("2"),
                    .state = State::Attention,
                    .stateWord = QStringLiteral("Key refused")}});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Claude Code, 2, Key refused"));
}

void TstModels::deleteAndDrawTable()
{
    Theme theme;
    Table table(theme, 36, true);
    auto *model = makeModel(&table);
    table.setModel(model);
    model->setRows({person("a", "Ada"), person("b", "Bob")});
    table.resize(300, table.fullHeight());
    table.show();
    QVERIFY(!table.grab().isNull());
    QCOMPARE(table.rowHeight(0), theme.height(36));
    // Tab must leave a table, or the keyboard is trapped in it.
    QVERIFY(!table.tabKeyNavigation());
}

OMNI_TEST(TstModels)
#include "tst_models.moc"
